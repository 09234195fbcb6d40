import { z } from 'zod';
import { Count, Id } from '../common';

/** A column of the whole portfolio. Codes point into `values`; -1 is empty. Dates are days since 1970-01-01 (UTC). */
export const Column = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), values: z.array(z.string()) }),
  z.object({ kind: z.literal('coded'), values: z.array(z.string()), codes: z.array(z.number()) }),
  z.object({ kind: z.literal('number'), values: z.array(z.number().nullable()) }),
  z.object({ kind: z.literal('day'), values: z.array(z.number().nullable()) }),
]);
export type Column = z.output<typeof Column>;

/** The columns that `models.grid` sends besides the ids, with their kinds. */
export const GRID_COLUMNS = {
  name: 'text',
  stage: 'coded',
  unit: 'coded',
  tier: 'number',
  updateFrequency: 'coded',
  health: 'coded',
  businessOwner: 'coded',
  technicalOwner: 'coded',
  type: 'coded',
  origin: 'coded',
  criticality: 'coded',
  personalData: 'coded',
  annualValueMinor: 'number',
  annualRunCostMinor: 'number',
  stageSince: 'day',
  version: 'coded',
  versionSince: 'day',
  timeToProductionDays: 'number',
  releasesLast12Months: 'number',
  reviewDue: 'day',
  updatedAt: 'day',
  /** Tags of a model joined by a comma and a blank. */
  tags: 'coded',
  /** 'systems: ids' of the external references, for the search. */
  references: 'coded',
} as const satisfies Record<string, Column['kind']>;
export type GridColumn = keyof typeof GRID_COLUMNS;

export const Grid = z.object({
  /** The journal entry up to which this is true. */
  revision: Count,
  ids: z.array(Id),
  columns: z.object(
    Object.fromEntries(Object.keys(GRID_COLUMNS).map((name) => [name, Column])) as Record<GridColumn, typeof Column>,
  ),
});
export type Grid = z.output<typeof Grid>;
