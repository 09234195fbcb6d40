import type { UpdateFrequency } from '../vocabulary';

export type UpdatesPerYear = Readonly<Record<UpdateFrequency, number>>;

/** Updates of one model a year; rules.md 2. On drift is taken as daily: the pipeline must be able to release any day. */
export const DEFAULT_UPDATES_PER_YEAR: UpdatesPerYear = {
  ad_hoc: 0.5,
  yearly: 1,
  half_yearly: 2,
  quarterly: 4,
  monthly: 12,
  weekly: 52,
  daily: 365,
  on_drift: 365,
};

export interface ReleaseLoad {
  /** U: updates a year over all models with a known frequency. */
  readonly load: number;
  /** Models of which nobody has said how often they are updated; they add nothing to the load. */
  readonly unknown: number;
}

/** The release load of models in production, counted by frequency (`null` = nobody has said); rules.md 2. */
export function releaseLoad(
  frequencies: readonly { readonly frequency: UpdateFrequency | null; readonly count: number }[],
  updatesPerYear: UpdatesPerYear,
): ReleaseLoad {
  let load = 0;
  let unknown = 0;
  for (const { frequency, count } of frequencies) {
    if (frequency === null) unknown += count;
    else load += count * updatesPerYear[frequency];
  }
  return { load, unknown };
}

/**
 * Updates a year of one model, on average over the models whose frequency is known.
 *
 * @param load updates a year over all of them
 * @param known number of models with a known frequency
 * @returns 0 when none is known
 */
export function meanFrequency(load: number, known: number): number {
  return known > 0 ? load / known : 0;
}

/** Two rates of updates further apart than this are not the same thing said twice; rules.md 3. */
export const UPDATES_APART = 2;

/**
 * How many times one rate is the other, the larger over the smaller.
 *
 * @returns `null` where one of them is not known or 0: there is no such number
 */
export function timesApart(a: number | null, b: number | null): number | null {
  if (a === null || b === null || a <= 0 || b <= 0) return null;
  return Math.max(a, b) / Math.min(a, b);
}
