import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { DriftPreview } from '#contract/drift/import';
import { drift, file, PLAIN, sample, withModel } from '../../../testing/drift-files';

const json = (name: string): unknown =>
  JSON.parse(readFileSync(sample(name), 'utf8').replaceAll('NaN', 'null').replaceAll('Infinity', 'null'));

describe('drift results of other tools', () => {
  it.each([
    ['evidently-0.4.22.json', 7, 'Evidently report (up to 0.6)', 'file'],
    ['evidently-0.5.1.json', 7, 'Evidently report (up to 0.6)', 'file'],
    ['evidently-0.6.7.json', 7, 'Evidently report (up to 0.6)', 'file'],
    ['evidently-0.6.7-constant.json', 4, 'Evidently report (up to 0.6)', 'file'],
    ['evidently-0.4.40-test-suite.json', 7, 'Evidently test suite (up to 0.6)', 'file'],
    ['evidently-0.4.33-embeddings.json', 1, 'Evidently report (up to 0.6)', 'file'],
    ['evidently-0.4.33-shares-test-suite.json', 6, 'Evidently test suite (up to 0.6)', 'file'],
    ['evidently-0.4.33-workspace.json', 4, 'Evidently snapshot (up to 0.6)', 'file'],
    ['evidently-0.7.21-embeddings-2024-05-06.json', 1, 'Evidently report (0.7)', 'file_name'],
    ['evidently-0.7.2-2011-02-14.json', 7, 'Evidently report (0.7)', 'file_name'],
    ['evidently-0.7.2-tests-2011-02-14.json', 7, 'Evidently report (0.7)', 'file_name'],
    ['evidently-0.7.2-snapshot.json', 2, 'Evidently snapshot (0.7)', 'file'],
    ['evidently-0.7.23-2011-02-14.json', 7, 'Evidently report (0.7)', 'file_name'],
    ['evidently-0.7.23-tests-2011-02-14.json', 7, 'Evidently report (0.7)', 'file_name'],
    ['evidently-0.7.23-snapshot.json', 2, 'Evidently snapshot (0.7)', 'file'],
    ['evidently-0.7.23.sqlite', 28, 'Evidently database', 'file'],
    ['nannyml-0.13.1-univariate.csv', 120, 'NannyML table', 'file'],
    ['nannyml-0.13.1-reconstruction.csv', 8, 'NannyML table', 'file'],
    ['nannyml-0.13.1-levels.csv', 16, 'NannyML table', 'file'],
    ['nannyml-0.13.1-reconstruction-levels.csv', 8, 'NannyML table', 'file'],
    ['nannyml-0.12.1-domain.csv', 5, 'NannyML table', 'file'],
    ['nannyml-0.12.1-decimal-comma.csv', 15, 'NannyML table', 'file'],
    ['nannyml-0.12.1-univariate.xlsx', 15, 'NannyML table', 'file'],
    ['nannyml-0.13.1.sqlite', 144, 'NannyML database', 'file'],
  ])('knows %s, imports it once and takes it back', async (name, results, source, time) => {
    const { call, modelId } = await withModel();
    const preview = await drift(call('imports.preview', { file: sample(name) }));
    expect(preview).toMatchObject({ rows: results, source, time });
    const mapping = { kind: 'drift' as const, models: preview.subjects.map((one) => ({ name: one.name, modelId })) };
    const request = { file: sample(name), mapping };
    expect(await drift(call('imports.preview', request))).toMatchObject({ creates: results, rejected: 0 });
    const { importId, ...counts } = await call('imports.apply', request);
    expect(counts).toEqual({ format: 'drift', created: results, updated: 0, unchanged: 0, rejected: 0 });
    expect(await call('imports.apply', request)).toMatchObject({ created: 0, updated: 0, unchanged: results });
    const { series } = await call('drift.series', { modelId });
    expect(series.reduce((sum, one) => sum + one.n, 0)).toBe(results);
    expect(await call('imports.undo', { importId })).toEqual({ reverted: results });
    expect((await call('drift.series', { modelId })).series).toEqual([]);
    expect(await call('journal.verify', {})).toMatchObject({ ok: true });
  });

  it('keeps the figures, limits and verdicts of a report as they are in it', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('evidently-0.6.7.json'), modelId });
    const { metrics } = json('evidently-0.6.7.json') as {
      metrics: {
        result: {
          drift_by_columns?: Record<
            string,
            { drift_score: number; stattest_threshold: number; drift_detected: boolean }
          >;
        };
      }[];
    };
    const { series } = await call('drift.series', { modelId });
    const columns = Object.entries(metrics[1]?.result.drift_by_columns ?? {});
    expect(columns).toHaveLength(6);
    for (const [column, { drift_score, stattest_threshold, drift_detected }] of columns) {
      const one = series.find((each) => each.column === column);
      expect(one).toMatchObject({
        v: [drift_score],
        t: ['2011-02-14T00:00:00.000Z'],
        toolVerdict: [drift_detected ? 'drift' : 'none'],
        nRef: [688],
        nCur: [163],
      });
      expect([one?.thresholds.lower[0], one?.thresholds.upper[0]]).toContain(stattest_threshold);
    }
    expect(series.find((one) => one.column === 'hum')).toMatchObject({ metric: 'psi', base: 'e', method: 'PSI' });
    expect(series.find((one) => one.column === '')).toMatchObject({
      metric: 'driftedShare',
      v: [5 / 6],
      toolVerdict: ['drift'],
    });
  });

  it('reads both outputs of one run of NannyML as the same series', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('nannyml-0.13.1.sqlite') });
    const before = (await call('drift.series', { modelId })).series;
    const counts = await call('drift.import', { file: sample('nannyml-0.13.1-univariate.csv'), modelId });
    // The table says limits and rows besides, so it replaces what the database said of the same chunks.
    expect(counts).toMatchObject({ created: 0, updated: 120, rejected: 0 });
    const after = (await call('drift.series', { modelId })).series;
    expect(after.map((one) => [one.column, one.metric])).toEqual(before.map((one) => [one.column, one.metric]));
    for (const [index, one] of after.entries()) {
      for (const [place, value] of one.v.entries())
        expect(value).toBeCloseTo(before[index]?.v[place] ?? Number.NaN, 12);
      expect(one.toolVerdict).toEqual(before[index]?.toolVerdict);
    }
    expect(after.find((one) => one.metric === 'jsBase2')).toMatchObject({
      base: '2',
      nRef: expect.arrayContaining([688]),
    });
  });

  it('reads headers of several rows as those of one', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('nannyml-0.13.1-univariate.csv'), modelId });
    await call('drift.import', { file: sample('nannyml-0.13.1-reconstruction.csv'), modelId });
    for (const [name, results] of [
      ['nannyml-0.13.1-levels.csv', 16],
      ['nannyml-0.13.1-reconstruction-levels.csv', 8],
    ] as const)
      expect(await call('drift.import', { file: sample(name), modelId })).toMatchObject({
        created: 0,
        updated: 0,
        unchanged: results,
      });
  });

  it('says a verdict only where the tool said one, or its own test and threshold tell', async () => {
    const { call } = await withModel();
    const bare = await drift(call('imports.preview', { file: sample('evidently-0.7.2-2011-02-14.json') }));
    const tested = await drift(call('imports.preview', { file: sample('evidently-0.7.2-tests-2011-02-14.json') }));
    const told = (preview: DriftPreview, column: string) => preview.series.find((one) => one.column === column);
    expect(told(bare, 'temp')).toMatchObject({ metric: 'drift score', method: '', verdicts: { unsaid: 1 } });
    expect(told(tested, 'temp')).toMatchObject({ metric: 'ksP', method: 'K-S p_value', verdicts: { drift: 1 } });
  });

  it('does not guess a time, and takes the chosen one', async () => {
    const { call, modelId } = await withModel();
    const scores = sample('whylogs-1.6.4-scores.json');
    const mapping = { kind: 'drift' as const, models: [{ name: 'whylogs-1.6.4-scores', modelId }] };
    expect(await drift(call('imports.preview', { file: scores, mapping }))).toMatchObject({
      time: 'missing',
      rejected: 12,
    });
    await expect(call('imports.apply', { file: scores, mapping })).rejects.toThrow(/does not say when it was computed/);
    const at = '2011-02-14T00:00:00Z';
    expect(await call('imports.apply', { file: scores, mapping: { ...mapping, at } })).toMatchObject({ created: 12 });
    const { series } = await call('drift.series', { modelId });
    // The χ² of whylogs was infinite: a gap, and the verdict stays with its p-value.
    expect(series.find((one) => one.column === 'weathersit' && one.metric === 'chi2Gof')).toMatchObject({
      v: [null],
      toolVerdict: [null],
    });
    expect(series.find((one) => one.column === 'weathersit' && one.metric === 'chi2GofP')).toMatchObject({
      v: [0],
      toolVerdict: ['drift'],
    });
    expect(series.find((one) => one.column === 'windspeed' && one.metric === 'ksP')?.toolVerdict).toEqual(['possible']);
  });

  it('reads a plain table, finds its model by name, by external id or as chosen, and lists who is not there', async () => {
    const { call, folder, modelId } = await withModel('Churn');
    const other = await call('models.create', { name: 'Fraud' });
    await call('models.update', {
      id: other.id,
      patch: { externalReferences: [{ system: 'CMDB', id: 'APP-7', url: '' }] },
    });
    const rows = PLAIN.split('\n').slice(1, -1);
    const names = ['churn', 'APP-7', 'Pricing'];
    const text = `model,${PLAIN.split('\n')[0]}\n${rows.map((row, i) => `${names[i]},${row}`).join('\n')}\n`;
    const table = file(folder, 'week.csv', text);
    const preview = await drift(call('imports.preview', { file: table }));
    expect(preview.subjects.map(({ name, modelId: id, found }) => [name, id, found])).toEqual([
      ['churn', modelId, 'name'],
      ['APP-7', other.id, 'external_id'],
      ['Pricing', null, 'unknown'],
    ]);
    expect(preview).toMatchObject({ rows: 3, creates: 2, rejected: 1 });
    expect(preview.problems).toEqual([expect.objectContaining({ code: 'model_unknown', value: 'Pricing' })]);
    expect(
      preview.series.map(({ metric, lower, upper, nRef, nCur }) => ({ metric, lower, upper, nRef, nCur })),
    ).toEqual([
      { metric: 'psi', lower: null, upper: 0.1, nRef: 10000, nCur: 900 },
      { metric: 'psi', lower: null, upper: 0.1, nRef: 10000, nCur: 950 },
      { metric: 'ksP', lower: 0.05, upper: null, nRef: 10000, nCur: 900 },
    ]);
    expect(preview.series.every(({ verdicts }) => verdicts.unsaid === 1)).toBe(true);
    const mapping = {
      kind: 'drift' as const,
      models: [
        { name: 'Pricing', modelId },
        { name: 'APP-7', modelId: null },
      ],
    };
    expect(await drift(call('imports.preview', { file: table, mapping }))).toMatchObject({ creates: 2, rejected: 1 });
  });

  it('takes a year of reports from one archive, and a bad one costs only itself', async () => {
    const { call, folder, modelId } = await withModel();
    const report = readFileSync(sample('evidently-0.7.23-2011-02-14.json'));
    const weeks = Array.from({ length: 52 }, (_, week) =>
      new Date(Date.UTC(2024, 0, 8 + 7 * week)).toISOString().slice(0, 10),
    );
    const entries = Object.fromEntries(weeks.map((day) => [`reports/bike demand ${day}.json`, new Uint8Array(report)]));
    const zip = zipSync({ ...entries, 'reports/torn.json': strToU8('{"metrics": [') });
    const archive = file(folder, 'year.zip', zip);
    const counts = await call('drift.import', { file: archive });
    expect(counts).toMatchObject({ created: 52 * 7, rejected: 1 });
    expect(counts.problems).toEqual([expect.objectContaining({ code: 'bad_report', column: 'reports/torn.json' })]);
    const { series } = await call('drift.series', { modelId, column: 'temp' });
    expect(series[0]).toMatchObject({ n: 52, metric: 'ksP' });
    expect(await call('drift.import', { file: [archive, sample('evidently-0.7.23.sqlite')] })).toMatchObject({
      created: 28,
      unchanged: 52 * 7,
      imports: [
        expect.objectContaining({ fileName: 'year.zip' }),
        expect.objectContaining({ fileName: 'evidently-0.7.23.sqlite' }),
      ],
    });
  });

  it('does not take back what a later import brought once more', async () => {
    const { call, folder, modelId } = await withModel();
    const first = await call('drift.import', { file: file(folder, 'a.csv', PLAIN), modelId });
    const more = `${PLAIN}2024-01-22,age,psi,0.11,10000,900,0.1\n`;
    const second = await call('drift.import', { file: file(folder, 'b.csv', more), modelId });
    expect(second).toMatchObject({ created: 1, unchanged: 3 });
    const [a, b] = [first.imports[0]?.importId ?? '', second.imports[0]?.importId ?? ''];
    await expect(call('imports.undo', { importId: a })).rejects.toThrow(/brought by the import of b\.csv once more/);
    expect(await call('imports.undo', { importId: b })).toEqual({ reverted: 1 });
    expect(await call('imports.undo', { importId: a })).toEqual({ reverted: 3 });
    expect((await call('drift.series', { modelId })).series).toEqual([]);
    expect((await call('imports.list', {})).imports.map((one) => [one.format, one.undone])).toEqual([
      ['drift', true],
      ['drift', true],
    ]);
  });

  it('leaves the database of a tool as it was, also while that tool is writing to it', async () => {
    const { call, folder } = await withModel();
    const live = join(folder, 'live.sqlite');
    copyFileSync(sample('nannyml-0.13.1.sqlite'), live);
    const writer = new Database(live);
    writer.pragma('journal_mode = WAL');
    writer.exec('UPDATE univariate_drift_metrics SET value = 0.5 WHERE id = 1');
    const before = [live, `${live}-wal`].map((path) => readFileSync(path));
    const preview = await drift(call('imports.preview', { file: live }));
    expect(preview.creates).toBe(144);
    expect(preview.series[0]).toMatchObject({ column: 'hum', metric: 'ksD', highest: 0.5 });
    expect([live, `${live}-wal`].map((path) => readFileSync(path))).toEqual(before);
    writer.close();
  });

  it('runs nothing that a database of a stranger brings along', async () => {
    const { call, folder } = await withModel();
    const trap = join(folder, 'trap.sqlite');
    const db = new Database(trap);
    db.exec(`CREATE TABLE model (id INTEGER, name TEXT); CREATE TABLE run (id INTEGER);
      CREATE VIEW univariate_drift_metrics AS WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n AS id FROM x;`);
    db.close();
    await expect(call('imports.preview', { file: trap })).rejects.toThrow(/neither one of NannyML/);
  });

  it('reads a long table part by part, and leaves nothing when it is cancelled', async () => {
    const { backend, call, folder, modelId, at } = await withModel();
    const rows = Array.from({ length: 300_000 }, (_, n) => {
      const time = new Date(Date.UTC(2020, 0, 1) + Math.floor(n / 5) * 3_600_000).toISOString();
      return `${time},f${n % 5},psi,${(n % 997) / 1000},10000,${500 + (n % 7)},0.1`;
    });
    const table = file(folder, 'long.csv', `time,column,metric,value,n_ref,n_cur,threshold\n${rows.join('\n')}\n`);
    // Progress is told ten times a second: the clock has to move for it.
    let ms = Date.parse('2026-11-23T10:00:00Z');
    const clock = setInterval(() => {
      ms += 200;
      at(new Date(ms).toISOString());
    }, 5);
    const seen = new Set<string>();
    const stop = backend.subscribe((event) => {
      if (event.type !== 'job.progress') return;
      seen.add(event.phase);
      // By then the first 250,000 points have been written.
      if (event.done > 0.9 * (event.total ?? 0)) void backend.dispatch('jobs.cancel', { jobId: 'one' });
    });
    const cancelled = call('drift.import', { file: table, modelId, jobId: 'one' });
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect([...seen]).toEqual(['Reading the file']);
    expect((await call('drift.series', { modelId })).series).toEqual([]);
    stop();
    clearInterval(clock);
    expect(await call('drift.import', { file: table, modelId, jobId: 'two' })).toMatchObject({ created: 300_000 });
    expect(await call('drift.import', { file: table, modelId })).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 300_000,
    });
    const { series } = await call('drift.series', { modelId });
    expect(series.map((one) => one.n)).toEqual([60_000, 60_000, 60_000, 60_000, 60_000]);
  }, 60_000);
});
