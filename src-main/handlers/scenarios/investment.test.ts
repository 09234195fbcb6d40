import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { CASES } from '#domain/scenarios/testing/cases';
import { testBackend } from '../../testing/test-backend';

type Inputs = Input<'investment.project'>['inputs'];

const level = { deployFte: 1, incidentsPerModel: 1, platformPerModel: 0, retrainHours: 10 };
const inputs: Inputs = {
  loadedAnnual: 200_000,
  weeksPerYear: 50,
  hoursPerYear: 2_000,
  discountRate: 0.1,
  incidentCost: 20_000,
  updatesPerYear: 4,
  newModels: [10, 0, 0],
  liveBasis: 'end',
  levels: {
    L1: { ...level, deployWeeks: 14, operateFte: 0.5, platformFixed: 0, investment: 0 },
    L2: { ...level, deployWeeks: 4, operateFte: 0.2, platformFixed: 120_000, investment: 400_000 },
  },
};

describe('investment', () => {
  it('projects the worked cases as they were worked', async () => {
    const { call } = await testBackend({ portfolio: false });
    expect(Object.keys(CASES)).toHaveLength(8);
    for (const [name, worked] of Object.entries(CASES)) {
      // JSON widens `liveBasis` to string; the file holds only `mean` and `end`.
      const projection = await call('investment.project', { inputs: worked.inputs as Inputs });
      for (const [key, { yearCost }] of Object.entries(worked.levels)) {
        const found = Object.entries(projection.levels).find(([known]) => known === key)?.[1];
        for (const [year, cost] of (found?.yearCost ?? []).entries()) {
          expect(cost / (yearCost[year] ?? Number.NaN), name).toBeCloseTo(1, 6);
        }
        expect(found?.yearCost).toHaveLength(yearCost.length);
      }
      for (const [pair, { npv }] of Object.entries(worked.comparisons)) {
        expect(projection.comparisons[pair]?.npv, `${name}, ${pair}`).toBeCloseTo(npv, 2);
      }
    }
  });

  it('simulates the same for the same seed, and can be cancelled', async () => {
    const { backend, call } = await testBackend({ portfolio: false });
    const question = {
      inputs,
      compare: 'L2 vs L1',
      uncertain: [{ path: 'incidentCost', low: 5_000, mode: 20_000, high: 60_000 }],
    };
    const first = await call('investment.simulate', { ...question, runs: 2_000, seed: 7 });
    expect(await call('investment.simulate', { ...question, runs: 2_000, seed: 7 })).toEqual(first);
    expect(first.p10).toBeLessThan(first.p90);
    const cancelled = call('investment.simulate', { ...question, runs: 100_000, seed: 7, jobId: 'sim' });
    setImmediate(() => void backend.dispatch('jobs.cancel', { jobId: 'sim' }));
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    const { rows } = await call('investment.sensitivity', question);
    expect(rows).toMatchObject([{ path: 'incidentCost', low: 5_000, high: 60_000 }]);
  });

  it('answers impossible figures with a sentence', async () => {
    const { call } = await testBackend({ portfolio: false });
    await expect(call('investment.project', { inputs: { ...inputs, newModels: [] } })).rejects.toMatchObject({
      code: 'invalid_input',
    });
    await expect(call('investment.project', { inputs: { ...inputs, incidentCost: -1 } })).rejects.toThrow(/incident/i);
    await expect(
      call('investment.simulate', { inputs, compare: 'L3 vs L1', uncertain: [], runs: 10, seed: 1 }),
    ).rejects.toThrow(/level 3|L3/);
  });
});
