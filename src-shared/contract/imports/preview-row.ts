import { z } from 'zod';
import { DATE_PRECISIONS } from '#domain/base/period';
import { Count, Id, Instant, Stage } from '../common';
import { Said } from '../define';
import { ImportDecision } from './parts';

/** Of a row, or of all. */
export const MoveCounts = z.object({ added: Count, kept: Count, contradicted: Count });

export const PreviewRow = z.object({
  row: Count,
  /** `wait`: somebody has to say first whose row it is; nothing is written for it. */
  action: z.enum(['create', 'update', 'unchanged', 'refuse', 'wait']),
  modelId: Id.nullable(),
  name: z.string(),
  /** As the row says it, else as it is known. */
  unit: z.string(),
  stage: z.string(),
  /** Field → text, as it would be stored. */
  values: z.array(z.object({ field: z.string(), text: z.string(), before: z.string() })),
  /** Of a known model: each value and each move that differs, as text. Moves are named `move.<stage>`. */
  changes: z.array(
    z.object({
      field: z.string(),
      before: z.string(),
      after: z.string(),
      decision: ImportDecision,
      /** With a contradiction about moves: its kind, by which a rule names it. */
      kind: z.string(),
      /** In a sentence, where the two values do not say it. */
      why: Said,
    }),
  ),
  /** How many moves of the row would be added or made more exact, are held already, or contradict. */
  moves: MoveCounts,
  /** Of a known model: its moves, and those of the file that it does not hold so. */
  life: z.array(
    z.object({
      stage: Stage,
      /** `null`: that it happened is known, not when. */
      at: Instant.nullable(),
      precision: z.enum(DATE_PRECISIONS),
      /** `ours` and `file` contradict one another. */
      mark: z.enum(['known', 'added', 'ours', 'file']),
    }),
  ),
});
