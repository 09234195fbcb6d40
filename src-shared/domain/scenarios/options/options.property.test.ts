import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOver } from '../plan/carried-years';
import { type LevelKey, levelKeys } from '../plan/inputs';
import { projectFlows } from '../plan/project';
import { anyInputs } from '../testing/arbitrary-inputs';
import { planOf, STAGED } from '../testing/decision-cases';
import { budgetTotal, monthlyBudget } from './budget';
import { decide } from './decide';
import { BASELINE, type DecisionInputs, levelPath, type StagedPath } from './decision-inputs';
import { parseDecisionPath, withDecisionValue } from './decision-place';
import { levelCosts } from './horizon';
import { costsOfOptions } from './option-figures';
import { totalOf } from './option-result';
import { leastOf, pricing } from './pricing';
import { findTurns } from './turns';

const dip = fc.record({
  dipMonths: fc.integer({ min: 0, max: 12 }),
  dipShare: fc.double({ min: 0, max: 1, noNaN: true }),
  delayMonths: fc.integer({ min: 0, max: 12 }),
});

/** Left out in half of the cases: hiring is in none of the costs. */
const anyHiring = fc.option(
  fc.record({
    teamToday: fc.integer({ min: 0, max: 20 }),
    ceiling: fc.integer({ min: 0, max: 60 }),
    hiringCost: fc.integer({ min: 0, max: 100_000 }),
  }),
  { nil: undefined },
);

/** Any valid case with change-overs, delays and hires. */
const anyDecision: fc.Arbitrary<DecisionInputs> = fc
  .tuple(anyInputs, dip, dip, anyHiring)
  .map(([inputs, first, second, hiring]) => ({
    ...inputs,
    hiring,
    levels: {
      ...inputs.levels,
      ...(inputs.levels.L2 && { L2: { ...inputs.levels.L2, ...first } }),
      ...(inputs.levels.L3 && { L3: { ...inputs.levels.L3, ...second } }),
    },
  }));

const anyPath = (months: number): fc.Arbitrary<StagedPath> =>
  fc
    .record({
      first: fc.integer({ min: 0, max: Math.floor(months / 2) - 1 }),
      later: fc.integer({ min: 1, max: Math.floor(months / 2) }),
      platformOverlap: fc.constantFrom('replace' as const, 'parallel' as const),
      exitPrevious: fc.boolean(),
    })
    .map(({ first, later, ...rest }) => ({
      id: 'path',
      steps: [
        { level: 'L2' as const, startMonth: first },
        { level: 'L3' as const, startMonth: first + later },
      ],
      ...rest,
    }));

const close = (found: number, expected: number, size = expected): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(size)));

describe('any plan', () => {
  it('costs a level what investment.project says, without a change-over', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { levels } = projectFlows(inputs);
        const costs = levelCosts(inputs);
        for (const [at, key] of levelKeys(inputs).entries()) close(costs[at] ?? 0, levels[key]?.pvCost ?? Number.NaN);
      }),
      { numRuns: 200 },
    );
  });

  const staged = anyDecision
    .filter((inputs) => inputs.levels.L2 !== undefined && inputs.levels.L3 !== undefined)
    .chain((inputs) => fc.tuple(fc.constant(inputs), anyPath(12 * inputs.newModels.length)));

  it('has years that are the sum of their months, and shares that are whole', () => {
    fc.assert(
      fc.property(staged, ([inputs, path]) => {
        const alone = (['L2', 'L3'] as const).map((level) => levelPath(level, 'L1'));
        const [costs, ...whole] = costsOfOptions(inputs, [path, BASELINE, ...alone]);
        // What is left of a level that has nearly gone is rounded as its whole cost is.
        const size = Math.max(1, ...whole.flatMap(({ yearCost }) => yearCost));
        for (const [year, cost] of (costs?.yearCost ?? []).entries()) {
          const months = costs?.monthParts.slice(12 * year, 12 * year + 12) ?? [];
          const sum = months.reduce((total, parts) => total + totalOf(parts), 0);
          expect(Math.abs(sum - cost)).toBeLessThanOrEqual(1e-9 * Math.max(size, Math.abs(cost)));
        }
        for (const shares of costs?.shares ?? []) {
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
          for (const share of shares) expect(share).toBeGreaterThan(-1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is priced the same the quick way and part by part', () => {
    fc.assert(
      fc.property(staged, ([inputs, path]) => {
        const [costs] = costsOfOptions(inputs, [path]);
        close(pricing(inputs, [path]).pvCost(0), costs?.pvCost ?? Number.NaN);
      }),
      { numRuns: 100 },
    );
  });

  it('has NPVs that add up: 3 against 1 is 2 against 1 and 3 against 2', () => {
    fc.assert(
      fc.property(anyDecision, (inputs) => {
        const { levels } = decide({ inputs });
        const keys = levelKeys(inputs);
        const last = levels[keys.at(-1) ?? 'L1'];
        const steps = keys.map((key) => levels[key]?.npvVsPrevious ?? 0);
        const size = Math.max(...keys.map((key) => levels[key]?.pvCost ?? 0));
        close(
          steps.reduce((sum, step) => sum + step, 0),
          last?.npvVsL1 ?? Number.NaN,
          size,
        );
      }),
      { numRuns: 25 },
    );
  });

  it('has budgets whose rows, quarters and total agree to the cent', () => {
    fc.assert(
      fc.property(staged, ([inputs, path]) => {
        const [costs] = costsOfOptions({ ...inputs, loadedAnnual: inputs.loadedAnnual / 1_000 }, [path]);
        if (!costs) throw new Error('There are no costs.');
        const cents = monthlyBudget(costs).reduce((sum, month) => sum + budgetTotal(month), 0);
        const whole = costs.yearCost.reduce((sum, cost) => sum + cost, costs.investment);
        // Nine rows are rounded each for itself; beyond that only what doubles cannot hold.
        expect(Math.abs(cents - 100 * whole)).toBeLessThan(5 + 1e-9 * whole);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a level', () => {
  it('is the path with one step in month 0', () => {
    fc.assert(
      fc.property(anyDecision, (inputs) => {
        const paths: StagedPath[] = levelKeys(inputs)
          .slice(1)
          .map((key) => ({ id: key, steps: [{ level: key, startMonth: 0 }] }));
        const answer = decide({ inputs, paths });
        for (const { id } of paths) {
          const level = answer.levels[id as LevelKey]; // the ids are the levels' own
          const same = ['pvCost', 'investment', 'peakFunding', 'peakFundingMonth', 'npvVsL1', 'paybackVsL1'] as const;
          for (const key of same) expect(answer.paths[id]?.[key], key).toBe(level?.[key]);
          expect(answer.paths[id]?.yearCost).toEqual(level?.yearCost);
          expect(answer.paths[id]?.peopleByYear).toEqual(level?.peopleByYear);
        }
        // Nothing is cheaper than what it is itself.
        expect(answer.cheapestOption).toBe(answer.cheapest);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a turn', () => {
  const inputs = planOf('A2');
  const [baseline = 'L1'] = levelKeys(inputs);
  const { turns } = findTurns(inputs, 'hold');
  const pathOf = (by: string): string => (by === 'operateFte' ? `levels.${baseline}.operateFte` : by);
  const moved = turns.filter(({ by }) => parseDecisionPath(pathOf(by)) !== null);

  it.each(moved)('by $by from $from to $to is where both cost the same', ({ by, at, from, to }) => {
    const place = parseDecisionPath(pathOf(by));
    if (!place) throw new Error(`${by} is no input.`);
    const costs = (value: number) => levelCosts(withDecisionValue(inputs, place, value));
    const keys = levelKeys(inputs);
    const [a, b] = [costs(at)[keys.indexOf(from)] ?? 0, costs(at)[keys.indexOf(to)] ?? 1];
    close(a, b);
    expect(keys[leastOf(costs(at * (1 - 1e-6)))]).toBe(from);
    expect(keys[leastOf(costs(at * (1 + 1e-6)))]).toBe(to);
  });

  it('is found for seven parameters and more', () => {
    expect(new Set(moved.map(({ by }) => by)).size).toBeGreaterThanOrEqual(7);
  });

  it('by models is where both cost the same for so many models', () => {
    const models = turns.filter(({ by }) => by === 'models');
    expect(models).toHaveLength(2);
    for (const { at, current, from, to } of models) {
      const factor = at / current;
      const scaled = {
        ...inputs,
        modelsAtStart: factor * (inputs.modelsAtStart ?? 0),
        newModels: inputs.newModels.map((count) => factor * count),
      };
      const costs = levelCosts(scaled);
      close(costs[levelKeys(inputs).indexOf(from)] ?? 0, costs[levelKeys(inputs).indexOf(to)] ?? 1);
    }
  });

  it('by years is the discounted payback of the higher level on the ten-year plan', () => {
    const found = turns.find(({ by, to }) => by === 'years' && to === 'L3')?.at ?? 0;
    const [from, to] = costsOfOptions(planOver(inputs, 10, 'hold'), [levelPath('L2', 'L1'), levelPath('L3', 'L1')]);
    const rate = 1 + inputs.discountRate;
    let running = 0;
    let paid = Number.NaN;
    for (const [t, cost] of (to?.costFlows ?? []).entries()) {
      const saved = ((from?.costFlows[t] ?? 0) - cost) / rate ** t;
      if (running < 0 && running + saved >= 0) paid = t - 1 - running / saved;
      running += saved;
    }
    expect(found).toBeCloseTo(paid, 9);
  });
});

describe('runs', () => {
  it('share themselves out, and the certain winner is never regretted', () => {
    fc.assert(
      fc.property(
        anyDecision,
        fc.double({ min: 1, max: 3, noNaN: true }),
        fc.integer({ min: 0, max: 99 }),
        (inputs, width, seed) => {
          const value = inputs.incidentCost;
          const uncertain = [
            { path: 'incidentCost', of: { kind: 'pert' as const, low: 0, mode: value, high: value * width + 1 } },
          ];
          const answer = decide({ inputs, uncertain, runs: 50, seed });
          const levels = Object.values(answer.levels);
          const chances = levels.map((level) => level.probabilityCheapest ?? 0);
          expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
          for (const level of levels) {
            expect(level.averageRegret).toBeGreaterThanOrEqual(0);
            if (level.probabilityCheapest === 1) close(level.averageRegret ?? 1, 0, level.pvCost);
          }
          for (const spread of Object.values(answer.simulation?.pairs ?? {})) {
            expect(spread.p10).toBeLessThanOrEqual(spread.p90);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('give no chances where nothing is uncertain', () => {
    const answer = decide({ inputs: planOf('A2'), paths: [STAGED] });
    expect(answer.probabilityCheapest).toBeNull();
    expect(answer.simulation).toBeNull();
    expect(answer.paths[STAGED.id]?.stop).toBeNull();
    const fixed = [{ path: 'incidentCost', of: { kind: 'entered' as const, value: 2_000 } }];
    expect(decide({ inputs: planOf('A2'), uncertain: fixed }).simulation).toBeNull();
  });
});

describe('a gate', () => {
  it('is judged over the plan and with as many years after it', () => {
    const { gate } = decide({ inputs: planOf('A2'), paths: [STAGED] }).paths[STAGED.id] ?? {};
    expect(gate).toMatchObject({ month: 24, years: 5, yearsAsLong: 7 });
    expect(Math.round((gate?.npv ?? 0) / 1_000)).toBe(-552);
    expect(Math.round((gate?.npvAsLong ?? 0) / 1_000)).toBe(-140);
    const longest = decide({ inputs: planOf('A2'), paths: [STAGED], horizon: 10 }).paths[STAGED.id]?.gate;
    expect(Math.round((longest?.npv ?? 0) / 1_000)).toBe(348);
  });

  it('costs more where nothing of the level below can be kept', () => {
    const path = decide({ inputs: planOf('A1'), paths: [STAGED] }).paths[STAGED.id];
    expect((path?.withoutReuse?.npvVsL1 ?? 0) - (path?.npvVsL1 ?? 0)).toBeCloseTo(-400_000 / 1.1 ** 2, 4);
  });
});
