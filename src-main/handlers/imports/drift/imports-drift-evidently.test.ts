import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drift, file, sample, withModel } from '../../../testing/drift-files';

const AT = '2024-05-06T07:08:09.000Z';

interface Told {
  readonly drift_score: number;
  readonly stattest_name: string;
  readonly stattest_threshold: number;
  readonly drift_detected: boolean;
}

describe('reports of Evidently in other ways than save_json()', () => {
  it('takes what as_dict() answered as soon as somebody says when that was', async () => {
    const { call, modelId } = await withModel();
    const path = sample('evidently-0.4.33-as-dict.json');
    await expect(call('drift.import', { file: path, modelId })).rejects.toThrow(/4 results are not imported. Choose/);
    const mapping = { kind: 'drift' as const, at: AT };
    expect(await call('drift.import', { file: path, modelId, mapping })).toMatchObject({ created: 4, rejected: 0 });
    const { series } = await call('drift.series', { modelId });
    expect(series.find((one) => one.column === 'hue')).toMatchObject({
      metric: 'andersonP',
      v: [0.25],
      t: [AT],
      thresholds: { lower: [0.4], upper: [null] },
      toolVerdict: ['drift'],
    });
  });

  it('reads what the workspace of an old version keeps, in full and each column once', async () => {
    const { call, modelId } = await withModel();
    const path = sample('evidently-0.4.33-workspace.json');
    expect(await call('drift.import', { file: path, modelId })).toMatchObject({ created: 4, rejected: 0 });
    const kept = JSON.parse(readFileSync(path, 'utf8').replaceAll('NaN', 'null')) as {
      suite: { metric_results: { drift_by_columns?: Record<string, Told> }[] };
    };
    const columns = Object.entries(
      kept.suite.metric_results.find((one) => one.drift_by_columns)?.drift_by_columns ?? {},
    );
    expect(columns).toHaveLength(2);
    const { series } = await call('drift.series', { modelId });
    for (const [column, { drift_score, stattest_name, drift_detected, stattest_threshold }] of columns) {
      expect(series.find((one) => one.column === column && one.method === stattest_name)).toMatchObject({
        v: [drift_score],
        thresholds: { lower: [stattest_threshold] },
        toolVerdict: [drift_detected ? 'drift' : 'none'],
        nRef: [89],
        nCur: [89],
        t: [AT],
      });
    }
    expect(series.map(({ metric }) => metric).sort()).toEqual(['driftedShare', 'ksP', 'ksP', 'psi']);
  });

  it('reads of a test suite the columns inside its tests of how many drifted, and both limits as shares', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('evidently-0.4.33-shares-test-suite.json'), modelId });
    const { series } = await call('drift.series', { modelId });
    const shares = series.filter((one) => one.metric === 'driftedShare');
    expect(
      shares.map(({ method, v, thresholds, toolVerdict }) => [method, v[0], thresholds.upper[0], toolVerdict[0]]),
    ).toEqual([
      ['Number of drifted columns', 1 / 3, 2 / 3, 'none'],
      ['Share of drifted columns', 1 / 3, 0.9, 'none'],
    ]);
    const alcohol = series.filter((one) => one.column === 'alcohol');
    expect(alcohol.map(({ metric, v, thresholds, toolVerdict }) => [metric, v, thresholds.lower, toolVerdict])).toEqual(
      [['ksP', [0.756], [0.9], ['drift']]],
    );
  });

  it('gives drift of embeddings the verdict of the tool, and no limit that it may not have compared with', async () => {
    const { call, modelId } = await withModel();
    await call('drift.import', { file: sample('evidently-0.4.33-embeddings.json'), modelId });
    await call('drift.import', { file: sample('evidently-0.7.21-embeddings-2024-05-06.json'), modelId });
    const { series } = await call('drift.series', { modelId });
    // One series: the tool computes both in the same way.
    expect(series).toHaveLength(1);
    expect(series[0]).toMatchObject({
      column: 'taste',
      metric: 'embeddings drift (model)',
      v: [0.5621840242669364, 0.5637007077856421],
      toolVerdict: [null, 'none'],
      thresholds: { lower: [null, null], upper: [null, null] },
    });
  });

  it.each([
    ['drift', 0.5, 'upper'],
    ['none', 0.5, 'lower'],
  ] as const)(
    'keeps the limit of a test of somebody’s own on the side that its verdict (%s) tells',
    async (said, score, side) => {
      const { call, folder, modelId } = await withModel();
      const result = {
        column_name: 'big',
        stattest_name: 'My own p_value',
        stattest_threshold: 0.2,
        drift_score: score,
        drift_detected: said === 'drift',
      };
      const report = { version: '0.4.0', timestamp: AT, metrics: [{ metric: 'ColumnDriftMetric', result }] };
      await call('drift.import', { file: file(folder, 'own.json', JSON.stringify(report)), modelId });
      const [one] = (await call('drift.series', { modelId })).series;
      expect(one?.toolVerdict).toEqual([said]);
      expect(one?.thresholds).toMatchObject({ lower: [null], upper: [null], [side]: [0.2] });
    },
  );

  it('says why nothing of a report about something else is imported', async () => {
    const { call, folder, modelId } = await withModel();
    const report = { version: '0.6.0', timestamp: AT, metrics: [{ metric: 'ColumnSummaryMetric', result: {} }] };
    const path = file(folder, 'quality.json', JSON.stringify(report));
    expect(await drift(call('imports.preview', { file: path }))).toMatchObject({ rows: 0, creates: 0 });
    await expect(call('drift.import', { file: path, modelId })).rejects.toThrow(
      /1 part of the report measures something else than drift/,
    );
  });
});
