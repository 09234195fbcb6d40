import { describe, expect, it } from 'vitest';
import { inputsOf } from '../testing/cases';
import { JOINED, TORNADO } from '../testing/tornado';
import vectors from '../testing/unit-vectors.json';
import { simulate, startSimulation } from './simulate';

const question = { inputs: inputsOf(3), compare: 'L2 vs L1', uncertain: TORNADO };
const request = { ...question, correlations: JOINED, runs: 10_000, seed: 42 };

function expectAgrees(seed: number, correlated: boolean): void {
  const vector = correlated
    ? vectors['monte_carlo TC3 L2 vs L1 correlated']
    : vectors['monte_carlo TC3 L2 vs L1 independent'];
  const result = simulate({ ...request, correlations: correlated ? JOINED : [], seed });
  // maths.md C5: three standard errors of the mean, 1.5 % on percentiles.
  expect(Math.abs(result.mean - vector.mean)).toBeLessThan((3 * vector.sd) / Math.sqrt(vector.n));
  expect(result.sd / vector.sd).toBeCloseTo(1, 1);
  for (const key of ['p05', 'p10', 'p50', 'p90', 'p95'] as const) {
    expect(Math.abs(result[key] / vector[key] - 1), `${key}, seed ${seed}`).toBeLessThan(0.015);
  }
  expect(result.probabilityPositive).toBe(vector.prob_npv_positive);
}

describe('10,000 runs of the worked case', () => {
  it.each([1, 7, 42, 20_240_601])('agree with another generator, seed %i', (seed) => {
    expectAgrees(seed, true);
    expectAgrees(seed, false);
  });

  it('are narrower when the levels move together: what costs more by hand costs more on a platform', () => {
    const apart = simulate({ ...request, correlations: [] });
    expect(simulate(request).sd).toBeLessThan(0.9 * apart.sd);
  });

  it('are the same again, and others with another seed', () => {
    const result = simulate({ ...request, runs: 500 });
    expect(simulate({ ...request, runs: 500 })).toEqual(result);
    expect(simulate({ ...request, runs: 500, seed: 43 }).mean).not.toBe(result.mean);
    // Written down once: a change here changes every stored result.
    expect(Math.round(result.mean)).toBe(5_184_476);
  });
});

describe('a seed', () => {
  it('stands for these numbers, to nine digits, on every machine', () => {
    const { mean, sd, p05, p10, p50, p90, p95, probabilityPositive } = simulate({ ...request, runs: 2_000 });
    const nine = [mean, sd, p05, p10, p50, p90, p95].map((figure) => figure.toPrecision(9));
    expect(nine).toEqual([
      '5182156.04',
      '1239193.60',
      '3169976.82',
      '3519921.17',
      '5167273.10',
      '6783501.68',
      '7267780.87',
    ]);
    expect(probabilityPositive).toBe(1);
  });
});

describe('portions', () => {
  it('of any size give the same result as all at once', () => {
    const simulation = startSimulation({ ...request, runs: 1_000 });
    for (const portion of [1, 333, 500, 400]) simulation.advance(portion);
    expect(simulation.done()).toBe(1_000);
    expect(simulation.result()).toEqual(simulate({ ...request, runs: 1_000 }));
  });

  it('have no result before the end', () => {
    const simulation = startSimulation({ ...request, runs: 10 });
    simulation.advance(9);
    expect(() => simulation.result()).toThrow('The simulation has 1 runs left');
  });
});

describe('what is shown of it', () => {
  it('are ordered percentiles, a histogram of all runs and a band for each level', () => {
    const result = simulate({ ...request, runs: 2_000 });
    const percentiles = [result.p05, result.p10, result.p50, result.p90, result.p95];
    expect(percentiles).toEqual(percentiles.toSorted((a, b) => a - b));
    expect(result.histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(2_000);
    expect(result.histogram.edges).toHaveLength(result.histogram.counts.length + 1);
    const { L1, L2 } = result.cumulative;
    expect(L1?.p50).toHaveLength(6);
    expect(L1?.p90[0]).toBe(0);
    expect(L2?.p10.every((value, year) => value <= (L2.p90[year] ?? 0))).toBe(true);
  });

  it('is a point without anything uncertain', () => {
    const result = simulate({ ...question, uncertain: [], runs: 3, seed: 0 });
    const only = vectors['tornado TC3 L2 vs L1'].base_npv;
    expect(result.p05).toBeCloseTo(only, 4);
    expect(result.p95).toBeCloseTo(only, 4);
    expect(result.sd).toBeCloseTo(0, 4);
    expect(result.histogram.counts).toEqual([3]);
  });
});

describe('requests that cannot be run', () => {
  const path = 'incidentCost';
  it.each([
    [{ runs: 0 }, '0 runs'],
    [{ runs: 1.5 }, '1.5 runs'],
    [{ seed: -1 }, 'The seed is -1'],
    [{ compare: 'L2' }, 'L2 is not a comparison'],
    [{ compare: 'L2 vs L2' }, 'not a comparison'],
    [{ inputs: inputsOf(6), compare: 'L3 vs L1', uncertain: [] }, 'no costs for L3'],
    [{ uncertain: [{ path: 'x', low: 0, mode: 1, high: 2 }] }, 'x is not an input'],
    [{ uncertain: [{ path, low: 3, mode: 2, high: 4 }] }, 'The mode of cost of an incident (incidentCost) is 2'],
    [{ uncertain: [{ path, low: 5, mode: 2, high: 1 }] }, 'upside down'],
    [
      { uncertain: [{ path, low: -5, mode: 2, high: 4 }] },
      'With incidentCost at -5: Cost of an incident: -5 is not possible',
    ],
    [{ uncertain: [{ path: 'newModels.7', low: 0, mode: 1, high: 2 }] }, 'newModels.7 is not in this case'],
    [{ uncertain: [...TORNADO, { path, low: 0, mode: 1, high: 2 }] }, 'incidentCost is named twice'],
    [{ correlations: [{ a: path, b: 'discountRate', spearman: 0.1 }] }, 'discountRate, which is not among'],
    [{ inputs: { ...inputsOf(3), newModels: [] } }, 'The plan has no year'],
  ])('%o', (change, words) => {
    expect(() => startSimulation({ ...request, correlations: [], ...change })).toThrow(words);
  });
});
