import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { fakeServer } from '../../../importers/mlflow/testing/golden-server';
import { addModel, inventedAnswer, inventRegistry } from '../../../importers/mlflow/testing/invented-registry';
import { answerOf, inventTraces, type TraceQuestion } from '../../../importers/mlflow/testing/invented-traces';
import { testBackend } from '../../../testing/test-backend';

const DAY = 86_400_000;
const SINCE = Date.UTC(2026, 6, 1);
const END = Date.UTC(2026, 11, 9);

/** A registry with models that are called as the applications 0 to 2, of which each day's calls cost so much. */
async function connected(
  currency: string,
  runCost: NonNullable<Input<'connections.save'>['mapping']>['runCost'],
  costOf: (app: number, day: string) => number | null | undefined,
) {
  const traces = inventTraces();
  for (let at = SINCE; at < END; at += DAY)
    for (const app of [0, 1, 2]) {
      const day = new Date(at).toISOString().slice(0, 10);
      const cost = costOf(app, day);
      if (cost !== undefined) traces.trace(String(app), day, { cost });
    }
  const registry = inventRegistry(0, 1);
  for (const app of [0, 1, 2]) addModel(registry, `App ${app}`, app);
  const asked: TraceQuestion[] = [];
  const [ofModels, ofTraces] = [inventedAnswer(registry), answerOf(traces, 3, (question) => asked.push(question))];
  const { address } = await fakeServer((request, response) =>
    /traces|experiments/.test(request.url ?? '') ? ofTraces(request, response) : ofModels(request, response),
  );
  const backend = await testBackend({ currency });
  backend.at('2026-12-08T06:00:00.000Z');
  const stated = { kind: 'mlflow' as const, label: 'Live', address, mapping: { runCost } };
  const { id, origin, shown } = await backend.call('connections.save', stated);
  await backend.call('connections.agree', { id, origin, shown });
  const costs = async () => {
    const { rows } = await backend.call('models.list', { sort: [{ field: 'name' }] });
    return rows.map(({ annualRunCostMinor }) => annualRunCostMinor);
  };
  const calls = (): number => asked.filter(({ metric_name }) => metric_name === 'span_count').length;
  return { ...backend, id, asked, costs, calls, traces };
}

/** Two dollars a day, one that began in October, and one of whose calls some have no price. */
const three = (app: number, day: string): number | null | undefined => {
  if (app === 1 && day < '2026-10-01') return undefined;
  return app === 2 && day === '2026-10-03' ? null : 2;
};

describe('the annual run cost of what is traced', () => {
  it('is offered with its formula where somebody said that calls are all that is paid, and only where it is whole', async () => {
    const { call, id, costs, calls } = await connected('USD', { rate: null }, three);
    const { fetched, warnings } = await call('connections.preview', { id });
    expect(warnings.map(({ what }) => what).filter((what) => /cost/.test(what))).toEqual([
      expect.stringMatching(/“App 1”.*cost nothing in one of the last three whole months/),
      expect.stringMatching(/“App 2”.*calls without a price/),
    ]);
    await call('connections.apply', { id, fetched });
    // 2 × 91 × 365 ÷ 91
    expect(await costs()).toEqual([73_000, null, null]);
    const { rows } = await call('models.list', { search: 'App 0' });
    const { provenance } = await call('models.get', { id: rows[0]?.id ?? '' });
    expect(provenance.filter(({ field }) => field === 'annualRunCostMinor')).toMatchObject([
      { column: 'Sum of “Cost of a day, USD” from 2026-09-01 to 2026-11-30 × 365 ÷ 91', text: '730.00' },
    ]);
    // The rows that it is the sum of are here.
    const { series } = await call('drift.series', { modelId: rows[0]?.id ?? '' });
    const days = series
      .filter(({ metric }) => metric === 'Cost of a day, USD')
      .flatMap(({ t, v }) => t.map((at, n) => ({ at, v: v[n] })));
    const inWindow = days.filter(({ at }) => at >= '2026-09-01' && at < '2026-12-01');
    expect(inWindow.reduce((sum, { v }) => sum + (v ?? 0), 0)).toBe(182);
    // Whole months that are over for a week are not asked for again, and say nothing new.
    const before = calls();
    expect((await call('connections.refresh', {})).results).toMatchObject([{ outcome: 'unchanged' }]);
    expect(calls() - before).toBe(2);
  });

  it('is in another currency at the rate that was said, and none without one', async () => {
    const { call, id, costs } = await connected('EUR', { rate: { perUsd: 0.92, asOf: '2026-12-01' } }, three);
    await call('connections.refresh', {});
    expect(await costs()).toEqual([67_160, null, null]);
    const { rows } = await call('models.list', { search: 'App 0' });
    expect((await call('models.get', { id: rows[0]?.id ?? '' })).provenance).toContainEqual(
      expect.objectContaining({ column: expect.stringMatching(/ × 0\.92 EUR a dollar, as of 2026-12-01$/) }),
    );
    const without = await connected('EUR', { rate: null }, three);
    const { fetched, warnings } = await without.call('connections.preview', { id: without.id });
    expect(warnings.map(({ what }) => what)).toContainEqual(expect.stringContaining('this portfolio counts in EUR'));
    await without.call('connections.apply', { id: without.id, fetched });
    expect(await without.costs()).toEqual([null, null, null]);
    expect(id).not.toBe('');
  });

  it('is not asked for where nobody said so', async () => {
    const { call, costs, calls } = await connected('USD', null, three);
    await call('connections.refresh', {});
    expect(calls()).toBe(0);
    expect(await costs()).toEqual([null, null, null]);
  });

  it('asks where somebody noted another one, and follows the months', async () => {
    const { call, at, costs, traces } = await connected('USD', { rate: null }, three);
    await call('connections.refresh', {});
    const { rows } = await call('models.list', { search: 'App 0' });
    const { id = '' } = rows[0] ?? {};
    await call('models.update', { id, patch: { annualRunCostMinor: 5_000_000 } });
    at('2026-12-08T08:00:00.000Z');
    expect((await call('connections.refresh', {})).results).toMatchObject([{ outcome: 'unchanged' }]);
    expect(await costs()).toEqual([5_000_000, null, null]);
    for (let day = END; day < Date.UTC(2027, 0, 1); day += DAY)
      for (const app of ['0', '1']) traces.trace(app, new Date(day).toISOString().slice(0, 10), { cost: 4 });
    at('2027-01-09T06:00:00.000Z');
    const { results } = await call('connections.refresh', {});
    expect(results).toMatchObject([{ asks: 1 }]);
    const [mine, other] = await costs();
    expect(mine).toBe(5_000_000);
    // 2 a day until the 8th of December and 4 from then on, of 92 days.
    expect(other).toBe(Math.round((((61 + 8) * 2 + 23 * 4) * 36_500) / 92));
  });
});
