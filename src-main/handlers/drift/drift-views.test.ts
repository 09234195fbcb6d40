import { describe, expect, it } from 'vitest';
import { Heatmap } from '#contract/drift/views';
import type { Output } from '#contract/index';
import { type DriftResult, psiResults } from '../../testing/psi-results';
import { type TestBackend, testBackend } from '../../testing/test-backend';

const NOW = Date.parse('2026-11-23T00:00:00.000Z');
const ago = (days: number): string => new Date(NOW - days * 86_400_000).toISOString();

/** One figure a week, the newest today. */
const weekly = (modelId: string, values: readonly number[], more: Partial<DriftResult> = {}) =>
  psiResults(modelId, values, (i) => ({
    source: { tool: 'Modelfolio', version: '1' },
    at: ago(7 * (values.length - 1 - i)),
    windowStart: ago(7 * (values.length - i)),
    ...more,
  }));

async function portfolio(): Promise<
  TestBackend & { readonly model: (name: string, tier?: 1 | 2 | 3) => Promise<string> }
> {
  const backend = await testBackend();
  const model = async (name: string, tier: 1 | 2 | 3 = 2): Promise<string> =>
    (await backend.call('models.create', { name, tier, stage: 'monitored', since: '2026-01-01' })).id;
  return { ...backend, model };
}

/** A row of the map as words. */
function rowOf(map: Output<'drift.heatmap'>, modelId: string): (string | undefined)[] {
  const width = map.buckets.length;
  const row = map.models.indexOf(modelId);
  return map.cells.slice(row * width, (row + 1) * width).map((cell) => map.verdicts[cell]);
}

describe('drift.heatmap', () => {
  it('shows the worst verdict of each week, silence as silence, and the most urgent model first', async () => {
    const { call, model } = await portfolio();
    const [calm, drifted, gone, never] = [
      await model('Calm'),
      await model('Drifted'),
      await model('Gone', 1),
      await model('Never'),
    ];
    await call('drift.record', { results: weekly(calm, [0.01, 0.02, 0.01, 0.03, 0.02, 0.01]) });
    await call('drift.record', {
      results: [
        ...weekly(drifted, [0.01, 0.15, 0.01, 0.3, 0.3, 0.3]),
        ...weekly(drifted, [0.01, 0.4, 0.01, 0.01, 0.01, 0.01], { column: 'income', verdict: 'drift' }),
      ],
    });
    await call('drift.record', {
      results: weekly(gone, [0.01, 0.01, 0.01, 0.01, 0.01, 0.01]).map((one, i) => ({
        ...one,
        at: ago(77 - 7 * i),
        windowStart: null,
      })),
    });
    const map = await call('drift.heatmap', { from: '2026-10-19', to: '2026-11-23', bucket: 'week' });
    expect(() => Heatmap.parse(map)).not.toThrow();
    expect(map.buckets).toEqual(['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23']);
    expect(map.models).toEqual([drifted, gone, never, calm]);
    expect(map.units).toEqual(['', '', '', '']);
    expect((await call('portfolio.info', {})).inAct).toBe(1);
    expect(map.health).toEqual(['act', 'silent', 'unknown', 'ok']);
    expect(rowOf(map, drifted)).toEqual(['ok', 'act', 'ok', 'act', 'act', 'act']);
    expect(rowOf(map, gone)).toEqual(['empty', 'silent', 'silent', 'silent', 'silent', 'silent']);
    expect(rowOf(map, never)).toEqual(['empty', 'empty', 'empty', 'empty', 'empty', 'empty']);
    expect(map.toolDrift.slice(0, 6)).toEqual([1, 1, 1, 1, 1, 1]);
    const months = await call('drift.heatmap', { from: '2026-08-15', to: '2026-11-23', bucket: 'month' });
    expect(months.buckets).toEqual(['2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01']);
    expect(rowOf(months, gone)).toEqual(['empty', 'ok', 'ok', 'silent']);
    const quarters = await call('drift.heatmap', { from: '2026-07-15', to: '2026-11-23', bucket: 'quarter' });
    expect(rowOf(quarters, drifted)).toEqual(['empty', 'act']);
  });

  it('refuses a time that ends before it begins', async () => {
    const { call } = await portfolio();
    await expect(call('drift.heatmap', { from: '2026-11-01', to: '2026-10-01' })).rejects.toThrow(/before from/);
  });
});

describe('bands', () => {
  it('of a model stand before those of its tier, of the portfolio and the defaults; each change counts the version', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn', 1);
    await call('drift.record', { results: weekly(id, [0.15]) });
    const health = async () => (await call('models.get', { id })).health;
    expect(await health()).toBe('watch');
    await call('drift.setBand', { metric: 'psi', bands: { watch: 0.2, act: 0.4 } });
    expect(await health()).toBe('ok');
    await call('drift.setBand', { metric: 'psi', tier: 1, bands: { watch: 0.05, act: 0.1 } });
    expect(await health()).toBe('act');
    const table = await call('drift.setBand', { metric: 'psi', modelId: id, bands: { watch: 0.12, act: 0.3 } });
    expect(await health()).toBe('watch');
    expect(table.version).toBe('2026-11-4');
    expect(table.overrides.map(({ tier, model: name }) => ({ tier, name }))).toEqual(
      expect.arrayContaining([
        { tier: 1, name: null },
        { tier: null, name: 'Churn' },
      ]),
    );
    await call('drift.setBand', { metric: 'psi', modelId: id, bands: null });
    expect(await health()).toBe('act');
    await call('history.undo', {});
    expect(await health()).toBe('watch');
    expect((await call('drift.bands', {})).version).toBe('2026-11-4');
    await call('models.update', { id, patch: { tier: 3 } });
    await call('drift.setBand', { metric: 'psi', modelId: id, bands: null });
    expect(await health()).toBe('ok');
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('refuse limits that contradict the direction of the metric', async () => {
    const { call } = await portfolio();
    await expect(call('drift.setBand', { metric: 'psi', bands: { watch: 0.3, act: 0.1 } })).rejects.toThrow(
      /above watch/,
    );
    await expect(call('drift.setBand', { metric: 'ksP', bands: { watch: 0.01, act: 0.05 } })).rejects.toThrow(
      /below watch/,
    );
  });
});

describe('drift.health', () => {
  it('says why, and which result decides', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    await call('drift.record', { results: weekly(id, [0.01, 0.26, 0.31]) });
    const { models } = await call('drift.health', { modelId: id });
    expect(models[0]).toMatchObject({
      health: 'act',
      words: 'Act: PSI of age is 0.31, since 16 Nov 2026.',
      since: '2026-11-16',
      lastResult: ago(0),
      cadenceDays: 7,
      silentAfterDays: 14,
      worst: { column: 'age', metric: 'psi', value: 0.31, verdict: 'act', toolDrift: false },
    });
  });

  it('does not call small samples well, nor a figure without a band', async () => {
    const { call, model } = await portfolio();
    const [few, bare] = [await model('Few'), await model('Bare')];
    await call('drift.record', { results: weekly(few, [0.9], { nCur: 120 }) });
    await call('drift.record', { results: weekly(bare, [12], { metric: 'my own' }) });
    const words = async (modelId: string) => (await call('drift.health', { modelId })).models[0]?.words;
    expect(await words(few)).toMatch(/fewer than 500 rows/);
    expect(await words(bare)).toMatch(/no band/);
    await call('drift.setBand', { metric: 'my own', bands: { watch: 20, act: 10 } });
    expect(await words(bare)).toBe('Watch: my own of age is 12, since 23 Nov 2026.');
  });

  it('takes the word of the tool where we have no band', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    await call('drift.record', { results: weekly(id, [0.7], { metric: 'roc_auc', verdict: 'drift', lower: 0.8 }) });
    expect((await call('models.get', { id })).health).toBe('watch');
  });
});

describe('retraining', () => {
  it('is due once after three windows at act in a row, until it is resolved, and again only by later windows', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    const record = (results: DriftResult[]) => call('drift.record', { results });
    const open = async () => (await call('drift.retraining', {})).items;
    await record(weekly(id, [0.3, 0.3]));
    expect(await open()).toEqual([]);
    await record(weekly(id, [0.3, 0.3, 0.3]));
    const [item] = await open();
    expect(item?.words).toBe('PSI of age was at act in 3 windows in a row, 9 Nov 2026 to 23 Nov 2026');
    await record(weekly(id, [0.3, 0.3, 0.3, 0.3, 0.3]));
    expect(await open()).toHaveLength(1);
    const done = await call('drift.resolve', { id: item?.id ?? '', note: 'Trained on October' });
    expect(done).toMatchObject({ resolvedBy: 'Ada', note: 'Trained on October' });
    await record(weekly(id, [0.4], { at: '2026-11-24T00:00:00Z', windowStart: null }));
    expect(await open()).toEqual([]);
    await expect(call('drift.resolve', { id: item?.id ?? '' })).rejects.toThrow(/already/);
  });

  it('is due no more once the model is retired', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    await call('drift.record', { results: weekly(id, [0.3, 0.3, 0.3]) });
    expect((await call('drift.retraining', {})).items).toHaveLength(1);
    await call('models.move', { id, to: 'retired' });
    expect((await call('drift.retraining', {})).items).toEqual([]);
  });

  it('is found by a changed band or rule, and closed by one that no longer asks for it; undo takes both back', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn', 2);
    await call('drift.record', { results: weekly(id, [0.15, 0.15, 0.15, 0.15]) });
    const open = async () => (await call('drift.retraining', {})).items.map(({ windows }) => windows);
    expect(await open()).toEqual([]);
    await call('drift.setBand', { metric: 'psi', tier: 2, bands: { watch: 0.05, act: 0.1 } });
    expect(await open()).toEqual([4]);
    // Its id is one of the engine's, so that the same commands make the same file.
    expect((await call('drift.retraining', {})).items[0]?.id).toMatch(/^id\d{6}$/);
    await call('history.undo', {});
    expect(await open()).toEqual([]);
    await call('history.redo', {});
    expect(await open()).toEqual([4]);
    await call('drift.setRules', { retrainingWindows: 5 });
    expect(await open()).toEqual([]);
    expect((await call('drift.retraining', { open: false })).items[0]).toMatchObject({
      resolvedBy: 'Ada',
      note: expect.stringContaining('changed'),
    });
    await call('history.undo', {});
    expect(await open()).toEqual([4]);
    // The run has ended, but it was one: a rule that it still meets leaves the item alone.
    await call('drift.record', { results: weekly(id, [0.01], { at: '2026-11-23T06:00:00Z', windowStart: null }) });
    await call('drift.setRules', { retrainingWindows: 2 });
    expect(await open()).toEqual([4]);
    await call('models.update', { id, patch: { tier: 1 } });
    expect(await open()).toEqual([]);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('goes with the results that asked for it', async () => {
    const { call, model } = await portfolio();
    await call('drift.record', { results: weekly(await model('Churn'), [0.3, 0.3, 0.3]) });
    expect((await call('drift.retraining', {})).items).toHaveLength(1);
    await call('history.undo', {});
    expect((await call('drift.retraining', {})).items).toEqual([]);
    await call('history.redo', {});
    expect((await call('drift.retraining', {})).items).toHaveLength(1);
  });
});

describe('two series', () => {
  it('share an axis only if figure, base and bins agree, and say why not', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    const deciles = { binning: 'deciles of the reference', base: '2', metric: 'jsBase2' } as const;
    await call('drift.record', {
      results: [
        ...weekly(id, [0.1], { ...deciles, source: { tool: 'A', version: '' } }),
        ...weekly(id, [0.1], { ...deciles, source: { tool: 'B', version: '' } }),
        ...weekly(id, [0.1], { ...deciles, binning: 'Doane on the reference', source: { tool: 'C', version: '' } }),
        ...weekly(id, [0.1], { metric: 'jsNatural', source: { tool: 'D', version: '' } }),
      ],
    });
    const { series } = await call('drift.series', { modelId: id });
    const of = (tool: string): number => series.find((one) => one.source === tool)?.id ?? 0;
    const pair = (a: string, b: string) => call('drift.comparable', { a: of(a), b: of(b) });
    expect(await pair('A', 'B')).toEqual({ comparable: true, reasons: [] });
    expect((await pair('A', 'C')).reasons).toEqual([
      'The bins differ: deciles of the reference (A) and Doane on the reference (C).',
    ]);
    expect((await pair('A', 'D')).comparable).toBe(false);
  });
});

describe('drift.distribution', () => {
  it('answers both sides with the bins that moved most, and a sentence where only the figure is known', async () => {
    const { call, model } = await portfolio();
    const id = await model('Churn');
    const distribution = { bins: ['a', 'b', 'c'], reference: [50, 30, 20], current: [30, 32, 38] };
    await call('drift.record', {
      results: [...weekly(id, [0.2, 0.2]), ...weekly(id, [0.3], { column: 'plan', distribution })],
    });
    const { series } = await call('drift.series', { modelId: id });
    const of = (column: string): number => series.find((one) => one.column === column)?.id ?? 0;
    const { found } = await call('drift.distribution', { seriesId: of('plan') });
    expect(found?.moved.map((one) => one.bin)).toEqual([0, 2, 1]);
    expect(found?.moved[0]?.change).toBeCloseTo(-0.2, 12);
    expect(await call('drift.distribution', { seriesId: of('age') })).toMatchObject({
      found: null,
      reason: /Only the figure/,
    });
    await call('history.undo', {});
    expect((await call('drift.distribution', { seriesId: of('plan') })).found).toBeNull();
  });
});
