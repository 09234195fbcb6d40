import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { type TestBackend, testBackend } from '../../testing/test-backend';

type Results = Extract<Input<'drift.record'>, { results: unknown }>['results'];

async function withModel(): Promise<TestBackend & { readonly modelId: string }> {
  const backend = await testBackend();
  const model = await backend.call('models.create', { name: 'Churn', stage: 'monitored', since: '2026-01-01' });
  return { ...backend, modelId: model.id };
}

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString();

const daily = (modelId: string, from: number, to: number, value = (n: number) => n / 1000): Results =>
  Array.from({ length: to - from }, (_, i) => ({
    modelId,
    column: 'age',
    metric: 'psi',
    base: 'e' as const,
    method: 'PSI',
    binning: 'deciles of the reference',
    source: { tool: 'Modelfolio', version: '1' },
    at: day(from + i),
    windowStart: day(from + i - 1),
    value: value(from + i),
    nRef: 10_000,
    nCur: 900 + i,
    nBins: 10,
  }));

describe('drift.record', () => {
  it('keeps one result as it was given', async () => {
    const { call, modelId } = await withModel();
    const given = {
      modelId,
      metric: 'ksP',
      source: { tool: 'Evidently', version: '0.7.1' },
      at: '2026-02-01T10:00:00+01:00',
      value: 0.03,
      nCur: 700,
      lower: 0.05,
      verdict: 'drift' as const,
    };
    expect(await call('drift.record', given)).toEqual({ created: 1, updated: 0, unchanged: 0, repeated: 0 });
    const { series } = await call('drift.series', { modelId });
    expect(series).toEqual([
      {
        id: expect.any(Number),
        column: '',
        metric: 'ksP',
        label: 'KS p-value',
        method: '',
        base: null,
        binning: '',
        source: 'Evidently',
        n: 1,
        t: ['2026-02-01T09:00:00.000Z'],
        v: [0.03],
        nRef: [null],
        nCur: [700],
        verdict: ['watch'],
        noise: [null],
        bands: { watch: 0.05, act: 0.01 },
        bandsFrom: 'default',
        direction: 'lower',
        toolVerdict: ['drift'],
        thresholds: { lower: [0.05], upper: [null] },
      },
    ]);
  });

  it('writes nothing twice, and tells what was new, replaced and there already', async () => {
    const { call, modelId } = await withModel();
    await call('drift.record', { results: daily(modelId, 0, 2500) });
    expect(await call('drift.record', { results: daily(modelId, 0, 2500) })).toMatchObject({
      created: 0,
      unchanged: 2500,
    });
    const changed = daily(modelId, 2400, 2600, (n) => (n < 2450 ? 9 : n / 1000));
    expect(await call('drift.record', { results: changed })).toEqual({
      created: 100,
      updated: 50 + 50,
      unchanged: 0,
      repeated: 0,
    });
    const [one] = (await call('drift.series', { modelId, points: 5000 })).series;
    expect(one?.n).toBe(2600);
    expect(one?.v[2425]).toBe(9);
    expect(one?.v[2475]).toBe(2.475);
  });

  it('comes back as it was on undo, and again on redo, also after a restart', async () => {
    const { call, modelId, file } = await withModel();
    await call('drift.record', { results: daily(modelId, 0, 1200) });
    const before = await call('drift.series', { modelId });
    await call('drift.record', { results: daily(modelId, 600, 1800, () => 0.5) });
    const after = await call('drift.series', { modelId });
    expect(after).not.toEqual(before);
    await call('workspace.close', {});
    await call('workspace.open', { file });
    await call('history.undo', {});
    expect(await call('drift.series', { modelId })).toEqual(before);
    await call('history.redo', {});
    expect(await call('drift.series', { modelId })).toEqual(after);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('follows its model out and back', async () => {
    const { call, modelId } = await withModel();
    await call('drift.record', { results: daily(modelId, 0, 300) });
    const before = await call('drift.series', { modelId });
    await call('models.remove', { ids: [modelId] });
    await call('history.undo', {});
    expect(await call('drift.series', { modelId })).toEqual(before);
  });

  it('says which model is not there, and writes nothing', async () => {
    const { call, modelId } = await withModel();
    const results = [...daily(modelId, 0, 1), ...daily('nobody', 0, 1)];
    await expect(call('drift.record', { results })).rejects.toThrow(/no model with the id nobody/);
    expect((await call('drift.series', { modelId })).series).toEqual([]);
  });
});

describe('health', () => {
  const health = async ({ call, modelId }: TestBackend & { readonly modelId: string }): Promise<string> =>
    (await call('models.get', { id: modelId })).health;
  const recent = (modelId: string, ...values: number[]): Results =>
    daily(modelId, 0, values.length).map((one, i) => {
      const end = Date.parse('2026-11-23T00:00:00.000Z') - (values.length - 1 - i) * 86_400_000;
      return {
        ...one,
        at: new Date(end).toISOString(),
        windowStart: new Date(end - 86_400_000).toISOString(),
        value: values[i] ?? null,
        nCur: 5000,
      };
    });

  it('follows the newest result, an undo, and a restart', async () => {
    const backend = await withModel();
    const { call, modelId, file } = backend;
    expect(await health(backend)).toBe('unknown');
    await call('drift.record', { results: recent(modelId, 0.01, 0.02, 0.15) });
    expect(await health(backend)).toBe('watch');
    await call('drift.record', { results: recent(modelId, 0.3) });
    expect(await health(backend)).toBe('act');
    await call('history.undo', {});
    expect(await health(backend)).toBe('watch');
    await call('history.undo', {});
    expect(await health(backend)).toBe('unknown');
    await call('history.redo', {});
    await call('workspace.close', {});
    await call('workspace.open', { file });
    expect(await health(backend)).toBe('watch');
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('is silent when the file is opened after twice the cadence, and an undo of the day before changes nothing of it', async () => {
    const backend = await withModel();
    const { call, modelId, file, at } = backend;
    await call('drift.record', { results: recent(modelId, 0.3, 0.3, 0.3, 0.3) });
    expect(await health(backend)).toBe('act');
    at('2026-11-25T23:00:00.000Z');
    await call('workspace.open', { file });
    expect(await health(backend)).toBe('act');
    at('2026-11-26T01:00:00.000Z');
    await call('workspace.open', { file });
    expect(await health(backend)).toBe('silent');
    expect((await call('models.list', { filter: { health: ['silent'] } })).total).toBe(1);
    expect((await call('history.state', {})).undo?.label).toBe('Record 4 drift results of 1 model');
    await call('models.update', { id: modelId, patch: { notes: 'seen' } });
    await call('history.undo', {});
    expect(await health(backend)).toBe('silent');
    await call('models.move', { id: modelId, to: 'retired', reason: 'done' });
    expect(await health(backend)).toBe('unknown');
  });

  it('falls silent while the portfolio stays open', async () => {
    const backend = await withModel();
    const { call, modelId, at, events } = backend;
    await call('drift.record', { results: recent(modelId, 0.01, 0.01, 0.01) });
    at('2026-12-24T12:00:00.000Z');
    await expect.poll(() => health(backend), { timeout: 5000 }).toBe('silent');
    expect(events.at(-1)).toMatchObject({
      changed: [
        'drift_models',
        'drift_series.n_bins',
        'drift_series.n_cur',
        'drift_series.n_ref',
        'drift_series.window_days',
        'models.health',
      ],
      modelIds: [modelId],
      entry: null,
    });
  });
});
