import type { MaturityLevel, UpdateFrequency } from '../../vocabulary';

/** The columns of `LEVEL_MATRIX`: every model updated this often. */
export const MATRIX_FREQUENCIES = [
  ['yearly'],
  ['half_yearly'],
  ['quarterly'],
  ['monthly'],
  ['weekly'],
  ['daily', 'on_drift'],
] as const satisfies readonly (readonly UpdateFrequency[])[];

/** Recommended levels by number of models in production and update frequency. */
export const LEVEL_MATRIX: readonly { models: number; levels: readonly MaturityLevel[] }[] = [
  { models: 1, levels: [1, 1, 1, 1, 2, 2] },
  { models: 2, levels: [1, 1, 1, 2, 2, 2] },
  { models: 3, levels: [1, 1, 1, 2, 2, 2] },
  { models: 4, levels: [2, 2, 2, 2, 2, 2] },
  { models: 5, levels: [2, 2, 2, 2, 2, 3] },
  { models: 6, levels: [2, 2, 2, 2, 3, 3] },
  { models: 8, levels: [2, 2, 2, 2, 3, 3] },
  { models: 10, levels: [2, 2, 2, 2, 3, 3] },
  { models: 12, levels: [2, 2, 2, 2, 3, 3] },
  { models: 15, levels: [2, 2, 2, 2, 3, 3] },
  { models: 20, levels: [2, 2, 2, 2, 3, 3] },
  { models: 21, levels: [3, 3, 3, 3, 3, 3] },
  { models: 30, levels: [3, 3, 3, 3, 3, 3] },
  { models: 50, levels: [3, 3, 3, 3, 3, 3] },
  { models: 100, levels: [3, 3, 3, 3, 3, 3] },
];
