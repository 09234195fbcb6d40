import { describe, expect, it, onTestFinished } from 'vitest';
import { readAddress } from '#domain/connections/address';
import { openRemote } from '../remote/remote';
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
}
type Points = readonly { dimensions?: Record<string, string | null>; values: Record<string, unknown> }[];

/** A server with so many experiments that gives these figures of those that are traced. */
async function reader(experiments: number, points: (question: Question) => Points | number) {
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
  const remote = openRemote({ address: parsed.value, headers: {}, secrets: [], ca: null, signal });
  onTestFinished(() => remote.close());
  const read = (version = '3.17.2') => readDailyFigures(remote, { version, now: NOW }, () => undefined);
  return { read, asked, requests };
}

const day = (text: string, more: Record<string, string | null> = {}) => ({
  dimensions: { time_bucket: `${text}T00:00:00+00:00`, ...more },
});

/** As 3.17.2 answered, of one experiment. */
function ofOne({ view_type, metric_name, time_interval_seconds, experiment_ids }: Question): Points {
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
      return [
        { ...day('2026-11-29', { span_model_name: 'small-1', span_model_provider: 'acme' }), values: { SUM: 0.12 } },
        { ...day('2026-11-29', { span_model_name: 'own', span_model_provider: null }), values: { SUM: null } },
      ];
    case 'ASSESSMENTS assessment_value':
      return [{ ...day('2026-11-29', { assessment_name: 'psi' }), values: { AVG: 0.65 } }];
    default:
      return [{ ...day('2026-11-29', { assessment_name: 'psi' }), values: { COUNT: 4 } }];
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
      { ...head, metric: 'Cost of a day, USD', column: 'acme / small-1', value: 0.12, n: null },
      // What somebody calls psi is no PSI.
      { ...head, metric: 'Assessment: psi', value: 0.65, n: 4 },
    ]);
    expect(new Set(asked.map(({ end_time_ms }) => end_time_ms))).toEqual(new Set([Date.UTC(2026, 11, 1) - 1]));
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
    expect(await read()).toEqual({ figures: [], warnings: [] });
    expect(asked).toHaveLength(1);
    requests.splice(0);
    expect(await read('2.22.5')).toEqual({ figures: [], warnings: [] });
    expect(requests).toEqual([]);
  });

  it.each([404, 501])('are none where the server has no such (%i)', async (status) => {
    const { read } = await reader(2, () => status);
    expect(await read()).toEqual({ figures: [], warnings: [] });
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
});
