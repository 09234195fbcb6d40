import { describe, expect, it } from 'vitest';
import { withDerived } from '../plan/derived-inputs';
import { uncertainInputs } from '../plan/scenario-presets';
import type { Distribution } from '../statistics/distribution';
import { caseOf, planOf, STAGED } from '../testing/decision-cases';
import { simulate } from '../uncertainty/simulate';
import { type JointRequest, type JointResult, startJointSimulation } from './joint-simulation';
import type { UncertainInput } from './uncertain-inputs';

/** The file writes path and distribution side by side. */
function uncertainOf(given: unknown): UncertainInput {
  const { path, ...of } = given as Distribution & { readonly path: string };
  return { path, of };
}

function run(request: JointRequest): JointResult {
  const simulation = startJointSimulation(request);
  simulation.advance(request.runs);
  return simulation.result();
}

const RUNS = 10_000;

describe('case M1: one simulation of all levels, inputs of every kind', () => {
  const { joint } = caseOf('M1').ask as { joint: { uncertain: unknown[] } };
  const worked = (caseOf('M1').expected as { joint: Record<string, Record<string, unknown>> }).joint;
  const result = run({
    inputs: withDerived(planOf('M1')),
    paths: [STAGED],
    uncertain: joint.uncertain.map(uncertainOf),
    runs: RUNS,
    seed: 1,
  });
  const chances = (of: ReadonlyMap<string, { cheapest: number }>) =>
    Object.fromEntries([...of].map(([key, { cheapest }]) => [key, cheapest]));

  it('finds the chances of costing least', () => {
    const { probabilityCheapest, probabilityCheapestOption } = worked;
    const found = chances(result.levels);
    for (const [key, chance] of Object.entries(probabilityCheapest ?? {})) {
      expect(Math.abs((found[key] ?? 1) - Number(chance)), key).toBeLessThan(0.015);
    }
    const all = { ...chances(result.levelsAmongAll), [STAGED.id]: result.paths[0]?.standing.cheapest };
    for (const [key, chance] of Object.entries(probabilityCheapestOption ?? {})) {
      expect(Math.abs((all[key] ?? 1) - Number(chance)), key).toBeLessThan(0.015);
    }
  });

  it('finds the spread of every pair', () => {
    expect(Object.keys(worked.npv ?? {})).toHaveLength(3);
    for (const [pair, figures] of Object.entries(worked.npv ?? {})) {
      const expected = figures as Record<string, number>;
      const found = result.pairs[pair];
      const width = (expected.p90 ?? 0) - (expected.p10 ?? 0);
      for (const key of ['mean', 'p10', 'p50', 'p90'] as const) {
        expect(Math.abs((found?.[key] ?? 0) - (expected[key] ?? 0)), `${pair} ${key}`).toBeLessThan(0.02 * width);
      }
      expect(Math.abs((found?.positive ?? 0) - (expected.positive ?? 0)), pair).toBeLessThan(0.015);
    }
  });

  it('finds what the right to stop is worth, between its two ends', () => {
    const expected = worked.stop as Record<string, number>;
    const stop = result.paths[0]?.stop;
    const width = 3_452_000;
    expect(Math.abs((stop?.stage1 ?? 0) - (expected.stage1 ?? 0))).toBeLessThan(0.02 * 5_954_000);
    expect(Math.abs((stop?.goOn ?? 0) - (expected.goOn ?? 0))).toBeLessThan(0.02 * width);
    expect(stop?.committed).toBeCloseTo((stop?.stage1 ?? 0) + (stop?.goOn ?? 0), 6);
    expect(stop?.knowNothing).toBe(0);
    expect(Math.abs((stop?.knowAll ?? 0) - (expected.knowAll ?? 0))).toBeLessThan(7_000);
    expect(stop?.knowSome).toBeGreaterThanOrEqual(0);
    expect(stop?.knowSome).toBeLessThan(2_500);
    expect(Math.abs((stop?.stopKnowAll ?? 0) - (expected.stopKnowAll ?? 0))).toBeLessThan(0.015);
    expect(Math.abs((stop?.stopKnowSome ?? 0) - (expected.stopKnowSome ?? 0))).toBeLessThan(0.015);
  });

  it('says what a wrong choice costs on average', () => {
    const regret = Object.fromEntries([...result.levels].map(([key, one]) => [key, one.regret]));
    // Published beside the case: 0.07, 1.6 and 5.6 million.
    expect((regret.L2 ?? 0) / 1e6).toBeCloseTo(0.07, 1);
    expect((regret.L3 ?? 0) / 1e6).toBeCloseTo(1.6, 0);
    expect((regret.L1 ?? 0) / 1e6).toBeCloseTo(5.6, 0);
  });
});

describe('one uncertain input', () => {
  const updates: UncertainInput = { path: 'updatesPerYear', of: { kind: 'pert', low: 1, mode: 4, high: 52 } };
  const result = run({ inputs: planOf('A2'), paths: [STAGED], uncertain: [updates], runs: RUNS, seed: 7 });

  it('case G1: is cheapest as often as it lies between the turns', () => {
    const { chance } = caseOf('G1').expected as { chance: Record<string, number> };
    for (const [key, standing] of result.levels) expect(standing.cheapest).toBeCloseTo(chance[key] ?? 1, 2);
  });

  it('case G2: makes the gate worth what the closed form says', () => {
    const { stop: expected } = caseOf('G2').expected as { stop: Record<string, number> };
    const stop = result.paths[0]?.stop;
    const range = 1_000_000;
    for (const key of ['stage1', 'goOn', 'knowAll'] as const) {
      expect(Math.abs((stop?.[key] ?? 0) - (expected[key] ?? 0)), key).toBeLessThan(0.01 * range);
    }
    expect(stop?.stopKnowAll).toBeCloseTo(expected.stopKnowAll ?? 0, 2);
    // Going on is straight in the one input that is measured: some is all.
    expect(stop?.knowSome).toBeCloseTo(stop?.knowAll ?? 0, 3);
  });
});

describe('the same runs', () => {
  const inputs = planOf('A2');
  const ranges = uncertainInputs(inputs);
  const uncertain = ranges.map(
    ({ path, low, mode, high }): UncertainInput => ({ path, of: { kind: 'pert', low, mode, high } }),
  );

  it('give the spread that the simulation of one pair gives, for the same columns', () => {
    const correlations = [{ a: 'levels.L1.operateFte', b: 'levels.L2.operateFte', spearman: 0.6 }];
    const joint = run({ inputs, paths: [], uncertain, correlations, runs: 500, seed: 3 });
    const alone = simulate({ inputs, compare: 'L3 vs L1', uncertain: ranges, correlations, runs: 500, seed: 3 });
    for (const key of ['mean', 'sd', 'p10', 'p50', 'p90'] as const) {
      expect((joint.pairs['L3 vs L1']?.[key] ?? 0) / alone[key]).toBeCloseTo(1, 9);
    }
    expect(joint.pairs['L3 vs L1']?.positive).toBe(alone.probabilityPositive);
  });

  it('come in portions of any size', () => {
    const request = { inputs, paths: [STAGED], uncertain, runs: 300, seed: 5 };
    const simulation = startJointSimulation(request);
    for (const portion of [1, 99, 150, 100]) simulation.advance(portion);
    expect(simulation.done()).toBe(300);
    expect(simulation.result()).toEqual(run(request));
  });

  it('have no result before the end', () => {
    expect(() => startJointSimulation({ inputs, paths: [], uncertain, runs: 10, seed: 1 }).result()).toThrow(
      'The simulation has 10 runs left',
    );
  });
});
