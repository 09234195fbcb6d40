import { z } from 'zod';
import { Count, Id } from '../common';
import { Said } from '../define';

/** Two names of a unit; `scope` is the unit above in which it holds, '' for everywhere. */
export const UnitAlias = z.object({
  short: z.string().max(1000),
  full: z.string().max(1000),
  scope: z.string().max(1000),
  kind: z.enum(['same', 'part_of', 'now_called', 'not_same']),
});

export const KnownName = z.object({ modelId: Id, name: z.string(), unit: z.string() });

/** A row that may be a model that we hold. */
export const DoubleOffer = z.object({
  row: Count,
  rowKey: z.string(),
  name: z.string(),
  unit: z.string(),
  purpose: z.string(),
  modelId: Id,
  modelName: z.string(),
  modelUnit: z.string(),
  modelPurpose: z.string(),
  /** `probably` the same, or one to `look` at. */
  band: z.enum(['probably', 'look']),
  because: z.enum(['says_former_name', 'cites_reference', 'number_changed', 'likeness']),
  /** In a sentence: what speaks for it most. */
  why: Said,
  reasonsFor: z.array(Said),
  reasonsAgainst: z.array(Said),
  rivals: z.array(Id),
  /** The rivals by name, in the same order. */
  rivalModels: z.array(KnownName),
});
export type DoubleOffer = z.output<typeof DoubleOffer>;
