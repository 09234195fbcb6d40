import type { Correlation } from '../statistics/correlation';
import type { Uncertain } from '../uncertainty/uncertain';

const range = (path: string, low: number, mode: number, high: number): Uncertain => ({ path, low, mode, high });

/** The uncertain inputs of maths.md C5, in the order of their swing. */
export const TORNADO: readonly Uncertain[] = [
  range('levels.L1.operateFte', 0.2, 0.5, 0.8),
  range('incidentCost', 5_000, 20_000, 60_000),
  range('loadedAnnual', 150_000, 200_000, 260_000),
  range('levels.L2.operateFte', 0.1, 0.2, 0.35),
  range('levels.L1.deployWeeks', 6, 14, 24),
  range('levels.L2.investment', 250_000, 400_000, 800_000),
  range('levels.L2.rampMonths', 12, 18, 24),
  range('levels.L2.deployWeeks', 2, 4, 8),
];

export const JOINED: readonly Correlation[] = [
  { a: 'levels.L1.deployWeeks', b: 'levels.L2.deployWeeks', spearman: 0.6 },
  { a: 'levels.L1.operateFte', b: 'levels.L2.operateFte', spearman: 0.6 },
  { a: 'levels.L2.investment', b: 'levels.L2.rampMonths', spearman: 0.5 },
];
