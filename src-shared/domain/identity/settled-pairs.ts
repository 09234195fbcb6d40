import type { LikenessRecord } from './likeness-record';

/** Rows of which it is settled whose they are (see `Settling`), as far as the others hang on them. */
export interface SettledPairs {
  /** Of all models of the portfolio, settled or not, in their order: the first one that writes a unit names it. */
  readonly units: readonly SettledUnit[];
  /** Some of their rows and models, for which words are common. */
  readonly sample: readonly LikenessRecord[];
  /** How many of their models, and of their rows, have a text. */
  readonly copies: Readonly<Record<'models' | 'rows', (text: string) => number>>;
}

/** Settled pairs of one unit, which row and model write alike. */
export interface SettledUnit {
  readonly unit: string;
  readonly pairs: number;
  /** So many of the models this source has brought before, and of those another file of it has met so many today. */
  readonly ours: number;
  readonly metToday: number;
}

/** The sum of a figure over all units. */
export const settledSum = (settled: SettledPairs | undefined, figure: Exclude<keyof SettledUnit, 'unit'>): number =>
  settled?.units.reduce((sum, unit) => sum + unit[figure], 0) ?? 0;
