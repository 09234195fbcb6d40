import { expect, it } from 'vitest';
import type { InvestmentInputs } from './inputs';
import { sensitivity } from './sensitivity';
import { simulate } from './simulate';
import cases from './testing/roi-cases.json';

const inputs = cases['TC3 growth + learning + capability ramp'].inputs as InvestmentInputs;
const r = (path: string, low: number, mode: number, high: number) => ({ path, low, mode, high });
const uncertain = [
  r('levels.L1.operateFte', 0.2, 0.5, 0.8),
  r('incidentCost', 5000, 20000, 60000),
  r('loadedAnnual', 150000, 200000, 260000),
  r('levels.L2.operateFte', 0.1, 0.2, 0.35),
  r('levels.L1.deployWeeks', 6, 14, 24),
  r('levels.L2.investment', 250000, 400000, 800000),
  r('levels.L2.rampMonths', 12, 18, 24),
  r('levels.L2.deployWeeks', 2, 4, 8),
];
it('x', () => {
  for (const uncertain2 of [uncertain]) {
    const s = sensitivity({ inputs, compare: 'L2 vs L1', uncertain: uncertain2 });
    console.log(JSON.stringify(s, null, 1));
    for (const correlations of [
      [],
      [
        { a: 'levels.L1.deployWeeks', b: 'levels.L2.deployWeeks', spearman: 0.6 },
        { a: 'levels.L1.operateFte', b: 'levels.L2.operateFte', spearman: 0.6 },
        { a: 'levels.L2.investment', b: 'levels.L2.rampMonths', spearman: 0.5 },
      ],
    ]) {
      for (const runs of [10000, 10000, 200000]) {
        const t = performance.now();
        const out = simulate({ inputs, compare: 'L2 vs L1', uncertain, correlations, runs, seed: 7 });
        console.log(performance.now() - t, JSON.stringify(out));
      }
    }
  }
  expect(1).toBe(1);
});
