import { expect, it } from 'vitest';
import { uncertainInputs } from '../plan/scenario-presets';
import { levelYears } from '../plan/yearly-cost';
import { planOf, STAGED } from '../testing/decision-cases';
import { simulate } from '../uncertainty/simulate';
import { decide } from './decide';

const inputs = planOf('A2');
const ranges = uncertainInputs(inputs);
const uncertain = ranges.map(({ path, low, mode, high }) => ({ path, of: { kind: 'pert' as const, low, mode, high } }));

/** The quickest of several goes, by turns with what it is held against: the rest is what else the machine does. */
function quickest(works: readonly (() => unknown)[], turns: number): number[] {
  const least = works.map(() => Number.POSITIVE_INFINITY);
  for (let turn = 0; turn < turns; turn++) {
    for (const [at, work] of works.entries()) {
      const began = performance.now();
      work();
      least[at] = Math.min(least[at] ?? 0, performance.now() - began);
    }
  }
  return least;
}

// Seconds are the bench's (npm run bench:decision); here only how much more work it is.
it('draws once for three levels and a path: less than three times one pair of levels', () => {
  const runs = 2_000;
  const [one = 0, all = 0, plain = 0] = quickest(
    [
      () => simulate({ inputs, compare: 'L3 vs L1', uncertain: ranges, runs, seed: 1 }),
      () => decide({ inputs, paths: [STAGED], uncertain, runs, seed: 1 }),
      () => decide({ inputs, paths: [STAGED] }),
    ],
    8,
  );
  expect((all - plain) / one).toBeLessThan(3);
});

it('finds every turn in the time of less than 4,000 plain plans', () => {
  const [plan = 0, decision = 0] = quickest(
    [
      () => {
        for (let at = 0; at < 200; at++) levelYears(inputs);
      },
      () => decide({ inputs, paths: [STAGED] }),
    ],
    8,
  );
  expect(decision / (plan / 200)).toBeLessThan(4_000);
});
