import { describe, expect, it } from 'vitest';
import type { Input } from '#contract/index';
import { testBackend } from '../../testing/test-backend';

type Result = Exclude<Input<'drift.record'>, { results: unknown }>;

const NOW = Date.parse('2026-11-23T00:00:00.000Z');
const ago = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

/** One figure a week, the newest today. */
const weekly = (modelId: string, values: readonly number[], more: Partial<Result> = {}): Result[] =>
  values.map((value, i) => ({
    modelId,
    metric: 'psi',
    source: { tool: 'Modelfolio' },
    at: ago(7 * (values.length - 1 - i)),
    value,
    nRef: 20_000,
    nCur: 5000,
    nBins: 10,
    ...more,
  }));

async function watched() {
  const { call } = await testBackend();
  const { id } = await call('models.create', { name: 'Churn', tier: 2, stage: 'monitored', since: '2026-01-01' });
  return { call, id };
}

describe('drift.falseAlarms', () => {
  it('says what the bands cost', async () => {
    const { call, id } = await watched();
    await call('drift.record', {
      results: [...weekly(id, [0.02, 0.02, 0.02]), ...weekly(id, [0.5, 0.4, 0.3], { metric: 'ksP' })],
    });
    const alarms = await call('drift.falseAlarms', {});
    const windows = 365.25 / 12 / 7;
    expect(alarms).toMatchObject({ models: 1, series: 2 });
    expect(alarms.windowsPerMonth).toBeCloseTo(2 * windows, 9);
    const ks = alarms.metrics.find((one) => one.metric === 'ksP');
    expect(ks?.watch).toBeCloseTo(windows * 0.05, 9);
    expect(ks?.act).toBeCloseTo(windows * 0.01, 9);
  });

  it('says it of one tier alone, under the bands of that tier', async () => {
    const { call, id } = await watched();
    const other = await call('models.create', { name: 'Fraud', tier: 1, stage: 'monitored', since: '2026-01-01' });
    await call('drift.record', { results: weekly(id, [0.5, 0.4, 0.3], { metric: 'ksP' }) });
    await call('drift.record', { results: weekly(other.id, [0.5, 0.4, 0.3], { metric: 'ksP' }) });
    await call('drift.setBand', { metric: 'ksP', tier: 1, bands: { watch: 0.01, act: 0.001 } });
    const windows = 365.25 / 12 / 7;
    const of = async (tier?: 1 | 2 | 3) => (await call('drift.falseAlarms', tier ? { tier } : {})).metrics[0]?.watch;
    expect(await of(1)).toBeCloseTo(windows * 0.01, 9);
    expect(await of(2)).toBeCloseTo(windows * 0.05, 9);
    expect(await of()).toBeCloseTo(windows * 0.06, 9);
    expect(await call('drift.falseAlarms', { tier: 3 })).toMatchObject({ models: 0, series: 0, metrics: [] });
  });

  it('is worked out from the newest windows that count, also after an undo and a redo', async () => {
    const { call, id } = await watched();
    await call('drift.record', { results: weekly(id, [0.02, 0.02, 0.02]) });
    const before = await call('drift.falseAlarms', {});
    expect(before.metrics[0]?.watch).not.toBeNull();
    await call('drift.record', { results: weekly(id, [0.02], { at: '2026-11-23T06:00:00.000Z', nCur: 600 }) });
    const after = await call('drift.falseAlarms', {});
    expect(after.metrics[0]?.watch).toBeGreaterThan(before.metrics[0]?.watch ?? 0);
    expect(after.windowsPerMonth).toBeCloseTo((365.25 / 12) * (3 / 14.25), 9);
    await call('history.undo', {});
    expect(await call('drift.falseAlarms', {})).toEqual(before);
    await call('history.redo', {});
    expect(await call('drift.falseAlarms', {})).toEqual(after);
  });
});
