import { describe, expect, it } from 'vitest';
import { mlflow, mlflowEnvironments, startMlflow } from '../../../testing/mlflow/mlflow-server';
import { needs } from '../../../testing/needs';
import { temporaryFolder, testBackend } from '../../../testing/test-backend';

const dayBack = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe.each(mlflowEnvironments.length === 0 ? ['none'] : mlflowEnvironments)(
  'applications that a real server of MLflow traces (%s)',
  (environment) => {
    it('bring figures of runs, and one a day that is over of what is traced, each once, to the model of their name', {
      timeout: 300_000,
      ...needs(mlflow),
    }, async () => {
      const server = await startMlflow(environment, temporaryFolder());
      server.build('few');
      const { call, at } = await testBackend();
      at(new Date().toISOString());
      const stated = { kind: 'mlflow' as const, label: 'Live', address: server.address };
      const { id, origin, shown } = await call('connections.save', stated);
      await call('connections.agree', { id, origin, shown });
      const { server: found } = await call('connections.test', { id });
      expect(await call('connections.refresh', {})).toMatchObject({
        results: [{ outcome: 'taken', changes: 5, asks: 0 }],
      });
      const [{ id: claims = '' } = {}] = (await call('models.list', { search: 'Claims triage' })).rows;
      const { series: ofRun } = await call('drift.series', { modelId: claims });
      // The highest step is the last value; what is no number is left out.
      expect(new Map(ofRun.map(({ metric, v }) => [metric, v]))).toEqual(
        new Map([
          ['Run: accuracy', [0.8125]],
          ['Run: auc', [0.871]],
          ['Run: loss', [0.25]],
        ]),
      );
      // It was trained once, which is no sign that somebody watches it, nor does it fall silent by that.
      const later = new Date(Date.now() + 200 * 86_400_000).toISOString();
      for (const day of [new Date().toISOString(), later]) {
        at(day);
        expect(await call('models.get', { id: claims })).toMatchObject({ health: 'unknown', lastResult: null });
      }
      at(new Date().toISOString());
      expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0, unchanged: 5 });
      // Of 2.x there are none: its traces have no figures.
      if (found.version.startsWith('2.')) return;
      server.build('trace');

      const preview = await call('connections.preview', { id });
      expect(preview).toMatchObject({ changes: 1, asks: 1 });
      expect(preview.lines).toMatchObject([
        { name: 'Mail assistant', kind: 'waiting', said: ['6 results of a model that is not known here'] },
        { name: 'Claims triage', kind: 'changed', part: 'drift', said: ['12 new results'] },
      ]);
      const { rows } = await call('models.list', { search: 'Mail routing' });
      const mail = rows[0]?.id ?? '';
      await call('connections.apply', {
        id,
        fetched: preview.fetched,
        models: [{ name: 'Mail assistant', modelId: mail }],
      });
      const seriesOf = async (modelId: string) => {
        const { series } = await call('drift.series', { modelId });
        const daily = series.filter(({ metric }) => !metric.startsWith('Run: '));
        return daily.map(({ metric, column, t, v, nCur }) => [
          metric,
          column,
          t.map((time, at) => [new Date(time).toISOString().slice(0, 10), v[at], nCur[at]]),
        ]);
      };
      const [first, second] = [dayBack(3), dayBack(2)];
      const both = (value: number, n: number | null): unknown[] => [
        [first, value, n],
        [second, value, n],
      ];
      expect(new Set(await seriesOf(claims))).toEqual(
        new Set([
          ['Share of failed traces', '', both(1 / 3, 3)],
          ['Latency, mean, ms', '', both(200, 3)],
          ['Latency, 90th percentile, ms', '', both(280, 3)],
          // Of three calls one names no provider, and one no model.
          ['Cost of a day, USD', 'small-1', both(1.5, null)],
          ['Cost of a day, USD', 'no model named', both(0.75, null)],
          ['Assessment: helpful', '', both(0.75, null)],
        ]),
      );
      expect(await seriesOf(mail)).toHaveLength(6);
      // What is there already comes once.
      expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });
      // What comes late of days that are settled: a trace, then what somebody says of it.
      for (const [what, said] of [
        ['old', '3 new results'],
        ['late', '1 new result'],
      ] as const) {
        server.build(what);
        const { changes, lines } = await call('connections.preview', { id });
        expect([changes, lines.map((line) => line.said)]).toEqual([1, [[said]]]);
        await call('connections.refresh', {});
        expect(await call('connections.preview', { id })).toMatchObject({ changes: 0, asks: 0 });
      }
    });
  },
);
