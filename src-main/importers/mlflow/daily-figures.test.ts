import { describe, expect, it, onTestFinished } from 'vitest';
import { ConnectionMapping } from '#contract/imports/connections';
import { readAddress } from '#domain/connections/address';
import { openRemote, type RemoteLimits } from '../remote/remote';
import { readDailyFigures } from './daily-figures';
import { figuresPart } from './figures-part';
import { fakeServer } from './testing/golden-server';

const NOW = '2026-12-01T06:00:00.000Z';
const METRICS = '/api/3.0/mlflow/traces/metrics';

interface Question {
  readonly experiment_ids: readonly string[];
  readonly view_type: string;
  readonly metric_name: string;
  readonly time_interval_seconds?: number;
  readonly start_time_ms: number;
  readonly end_time_ms: number;
  readonly dimensions?: readonly string[];
  readonly max_results?: number;
}
type Points = readonly { dimensions?: Record<string, string | null>; values: Record<string, unknown> }[];

/** Asked for the first time. */
const asOf = (version: string) => ({
  ...{ version, now: NOW, mapping: ConnectionMapping.parse({}) },
  before: { at: null, seen: {}, taken: [] },
});

/** A server with so many experiments that gives these figures of those that are traced. */
async function reader(
  experiments: number,
  points: (question: Question) => Points | number | 'silence',
  limits: Partial<RemoteLimits> = {},
) {
  const asked: Question[] = [];
  const { address, requests } = await fakeServer((request, response) => {
    const reply = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (request.url?.startsWith(METRICS)) {
      let text = '';
      request.on('data', (piece) => {
        text += String(piece);
      });
      request.on('end', () => {
        const question = JSON.parse(text) as Question; // as it was asked
        asked.push(question);
        const found = points(question);
        if (found === 'silence') return;
        if (typeof found === 'number') reply(found, { message: 'no' });
        else reply(200, found.length === 0 ? {} : { data_points: found });
      });
      return;
    }
    const all = Array.from({ length: experiments }, (_, at) => ({ experiment_id: String(at), name: `App ${at}` }));
    reply(200, { experiments: all });
  });
  const parsed = readAddress(address);
  if (!parsed.ok) throw new Error(parsed.message);
  const signal = new AbortController().signal;
  const remote = openRemote({ address: parsed.value, headers: {}, secrets: [], ca: null, signal, limits });
  onTestFinished(() => remote.close());
  const read = (version = '3.17.2') => readDailyFigures(remote, asOf(version), () => undefined);
  return { read, asked, requests };
}

const day = (text: string, more: Record<string, string | null> = {}) => ({
  dimensions: { time_bucket: `${text}T00:00:00+00:00`, ...more },
});

/** As 3.17.2 answered, of one experiment. */
function ofOne({ view_type, metric_name, time_interval_seconds, experiment_ids, dimensions }: Question): Points {
  if (!experiment_ids.includes('700')) return [];
  if (time_interval_seconds === undefined) return [{ values: { COUNT: 15 } }];
  switch (`${view_type} ${metric_name}`) {
    case 'TRACES trace_count':
      return [
        { ...day('2026-11-29', { trace_status: 'OK' }), values: { COUNT: 3 } },
        { ...day('2026-11-29', { trace_status: 'ERROR' }), values: { COUNT: 1 } },
      ];
    case 'TRACES latency':
      return [
        { ...day('2026-11-29'), values: { 'P90.0': 570, AVG: 450 } },
        { ...day('2026-11-30'), values: { 'P90.0': 'NaN', AVG: 'Infinity' } },
      ];
    case 'SPANS total_cost':
      // Calls that lack any of what is asked by are in no row.
      if (dimensions?.includes('span_model_provider'))
        return [
          { ...day('2026-11-29', { span_model_name: 'small-1', span_model_provider: 'acme' }), values: { SUM: 0.12 } },
        ];
      if (dimensions !== undefined)
        return [
          { ...day('2026-11-28', { span_model_name: 'own' }), values: { SUM: 0.1 } },
          { ...day('2026-11-28', { span_model_name: 'small-1' }), values: { SUM: 0.2 } },
          { ...day('2026-11-29', { span_model_name: 'own' }), values: { SUM: null } },
          { ...day('2026-11-29', { span_model_name: 'small-1' }), values: { SUM: 0.42 } },
        ];
      return [
        { ...day('2026-11-28'), values: { SUM: 0.3 } },
        { ...day('2026-11-29'), values: { SUM: 1.12 } },
      ];
    case 'ASSESSMENTS assessment_value':
      return [{ ...day('2026-11-29', { assessment_name: 'psi' }), values: { AVG: 0.65 } }];
    default:
      throw new Error(`Nobody asks for ${view_type} ${metric_name}`);
  }
}

describe('daily figures of traces', () => {
  it('are read of the experiments that are traced, of days that are over, as far as they are numbers', async () => {
    const { read, asked } = await reader(900, ofOne);
    const { figures, warnings } = await read();
    expect(warnings).toEqual([]);
    const head = { model: 'App 700', day: '2026-11-29', column: '' };
    expect(figures).toEqual([
      { ...head, metric: 'Share of failed traces', value: 0.25, n: 4 },
      { ...head, metric: 'Latency, mean, ms', value: 450, n: 4 },
      { ...head, metric: 'Latency, 90th percentile, ms', value: 570, n: 4 },
      ...[
        { day: '2026-11-28', column: 'own', value: 0.1 },
        // 0.1 and 0.2 are not 0.3 as a machine reckons: that is no cost of another one.
        { day: '2026-11-28', column: 'small-1', value: 0.2 },
        { day: '2026-11-29', column: 'small-1', value: 0.42 },
        { day: '2026-11-29', column: 'no model named', value: 0.7 },
      ].map((one) => ({ ...head, metric: 'Cost of a day, USD', n: null, ...one })),
      // What somebody calls psi is no PSI.
      { ...head, metric: 'Assessment: psi', value: 0.65, n: null },
    ]);
    const byDay = asked.filter(({ time_interval_seconds }) => time_interval_seconds !== undefined);
    expect(new Set(byDay.map(({ end_time_ms }) => end_time_ms))).toEqual(new Set([Date.UTC(2026, 11, 1) - 1]));
    // The one that is traced is found by halves.
    expect(asked.length).toBeLessThan(30);
    const part = figuresPart(figures, []);
    expect(JSON.parse(String(part?.content))[0]).toEqual({
      time: '2026-11-29T23:59:59.999Z',
      windowStart: '2026-11-29T00:00:00.000Z',
      model: 'App 700',
      modelVersion: '',
      column: '',
      metric: 'Share of failed traces',
      value: 0.25,
      nCur: 4,
    });
  });

  it('are not asked for where nothing is traced but once, and of 2.x not at all', async () => {
    const { read, asked, requests } = await reader(300, () => []);
    expect(await read()).toEqual({ figures: [], memory: {}, traced: [], warnings: [] });
    expect(asked).toHaveLength(1);
    requests.splice(0);
    expect(await read('2.22.5')).toEqual({ figures: [], memory: {}, traced: [], warnings: [] });
    expect(requests).toEqual([]);
  });

  it.each([404, 501])('are none where the server has no such (%i)', async (status) => {
    const { read } = await reader(2, () => status);
    expect(await read()).toEqual({ figures: [], memory: {}, traced: [], warnings: [] });
  });

  it.each([400, 403])('are said to be refused, and stop nothing (%i)', async (status) => {
    const { read } = await reader(2, () => status);
    expect(await read()).toMatchObject({
      figures: [],
      warnings: [
        { what: expect.stringContaining('Daily figures of traces were not read: '), todo: expect.any(String) },
      ],
    });
  });

  /** As the server orders and cuts them: so many models a day, each day of half a year. */
  const calledEachDay =
    (models: (day: string) => number) =>
    (question: Question): Points => {
      const { start_time_ms, end_time_ms, max_results = 1_000 } = question;
      if (question.time_interval_seconds === undefined) return [{ values: { COUNT: 1 } }];
      if (question.metric_name !== 'total_cost') return [];
      const rows: Points[number][] = [];
      for (let at = start_time_ms; at < end_time_ms; at += 86_400_000) {
        const text = new Date(at).toISOString().slice(0, 10);
        const each = models(text);
        if (question.dimensions === undefined) rows.push({ ...day(text), values: { SUM: each + 1 } });
        else
          for (let n = 0; n < each; n += 1)
            rows.push({ ...day(text, { span_model_name: `m${String(n).padStart(4, '0')}` }), values: { SUM: 1 } });
      }
      return rows.slice(0, max_results);
    };

  it('are whole where there are more than the server gives at once', async () => {
    const { read, asked } = await reader(
      1,
      calledEachDay(() => 40),
    );
    const { figures, warnings } = await read();
    expect(warnings).toEqual([]);
    expect(figures).toHaveLength(180 * 41);
    expect(figures.filter(({ day: one }) => one === '2026-11-30')).toHaveLength(41);
    expect(new Set(asked.map(({ max_results }) => max_results))).toEqual(new Set([1_000]));
  });

  it('are left out of a day that has more than that by itself, and the rest of its cost is not guessed', async () => {
    const { read } = await reader(
      1,
      calledEachDay((text) => (text === '2026-11-20' ? 1_200 : 2)),
    );
    const { figures, warnings } = await read();
    expect(warnings).toMatchObject([{ what: expect.stringContaining('1 day') }]);
    expect(figures).toHaveLength(179 * 3);
    expect(figures.filter(({ day: one }) => one === '2026-11-20')).toEqual([]);
  });

  it('say that there are more applications than are read, not how many', async () => {
    const { read } = await reader(400, ({ time_interval_seconds, experiment_ids }) =>
      time_interval_seconds === undefined ? [{ values: { COUNT: experiment_ids.length } }] : [],
    );
    expect((await read()).warnings).toMatchObject([{ what: 'More than 100 experiments are traced' }]);
  });

  it('of a server that falls silent are those that came before, and that is said', async () => {
    let answered = 0;
    const { read } = await reader(
      2,
      (question) => {
        if (question.time_interval_seconds === undefined)
          return [{ values: { COUNT: question.experiment_ids.length } }];
        answered += 1;
        if (answered > 5) return 'silence';
        return ofOne({ ...question, experiment_ids: ['700'] });
      },
      { silenceMs: 200 },
    );
    const { figures, warnings } = await read();
    expect(new Set(figures.map(({ model }) => model))).toEqual(new Set(['App 0']));
    expect(warnings).toMatchObject([
      { what: expect.stringMatching(/were read of 1 experiment and no further: .* takes too long to answer/) },
    ]);
  });

  it.each([429, 503])('that a server puts off are said, and stop nothing (%i)', async (status) => {
    const { read } = await reader(2, () => status);
    expect(await read()).toMatchObject({ figures: [], warnings: [{ what: expect.stringContaining(String(status)) }] });
  });
});
