import { z } from 'zod';
import { GRID_NAMES, type GridName, MODEL_FIELDS } from '#domain/models/model-fields';
import { Count, Id } from '../common';

/** A column of the whole portfolio. Codes point into `values`; -1 is empty. Dates are days since 1970-01-01 (UTC). */
export const Column = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('coded'), values: z.array(z.string()), codes: z.array(z.number()) }),
  z.object({ kind: z.literal('number'), values: z.array(z.number().nullable()) }),
  z.object({ kind: z.literal('day'), values: z.array(z.number().nullable()) }),
]);
export type Column = z.output<typeof Column>;

type GridKinds = { readonly [K in GridName]: (typeof MODEL_FIELDS)[K]['grid'] };

/** The columns that `models.grid` sends besides the ids, with their kinds; tags are joined by a comma and a blank. */
export const GRID_COLUMNS = {
  // fromEntries forgets the names, which are those of the kinds.
  ...(Object.fromEntries(GRID_NAMES.map((name) => [name, MODEL_FIELDS[name].grid])) as GridKinds),
  /** 'systems: ids' of the external references, for the search. */
  references: 'coded',
  /** How exactly these days are known; empty: to the day. Of a month, a quarter or a year the day is the middle. */
  stageSincePrecision: 'coded',
  versionSincePrecision: 'coded',
} as const satisfies Record<string, Column['kind']>;
export type GridColumn = keyof typeof GRID_COLUMNS;

export const Grid = z.object({
  /** The journal entry up to which this is true. */
  revision: Count,
  ids: z.array(Id),
  columns: z.object(
    // fromEntries forgets the names.
    Object.fromEntries(Object.keys(GRID_COLUMNS).map((name) => [name, Column])) as Record<GridColumn, typeof Column>,
  ),
});
export type Grid = z.output<typeof Grid>;
