import { expect, it, onTestFinished } from 'vitest';
import { readAddress } from '#domain/connections/address';
import { openRemote, type RemoteLimits } from '../remote/remote';
import { readRunFigures, wantedRuns } from './run-figures';
import { fakeServer } from './testing/golden-server';

/** A server whose runs have these metrics; what it is asked for is noted. */
async function reader(
  metrics: readonly { key: string; value?: unknown; timestamp?: unknown }[],
  status = 200,
  limits: Partial<RemoteLimits> = {},
) {
  const asked: { filter: string; experiment_ids: string[] }[] = [];
  const { address } = await fakeServer((request, response) => {
    let text = '';
    request.on('data', (piece) => {
      text += String(piece);
    });
    request.on('end', () => {
      if (status === 0) return undefined;
      response.writeHead(request.method === 'POST' ? status : 200, { 'content-type': 'application/json' });
      if (request.method !== 'POST')
        return response.end(JSON.stringify({ experiments: [{ experiment_id: 7, name: 'a' }] }));
      const question = JSON.parse(text) as (typeof asked)[number]; // as it was asked
      asked.push(question);
      const ids = [...question.filter.matchAll(/'([^']+)'/g)].map(([, id]) => id ?? '');
      const runs = ids.filter((id) => id !== 'gone').map((run_id) => ({ info: { run_id }, data: { metrics } }));
      return response.end(JSON.stringify(runs.length > 0 ? { runs } : {}));
    });
  });
  const parsed = readAddress(address);
  if (!parsed.ok) throw new Error(parsed.message);
  const signal = new AbortController().signal;
  const remote = openRemote({ address: parsed.value, headers: {}, secrets: [], ca: null, signal, limits });
  onTestFinished(() => remote.close());
  const read = (wanted: Parameters<typeof readRunFigures>[1]) => readRunFigures(remote, wanted, () => undefined);
  return { read, asked };
}

const AT = Date.UTC(2026, 10, 3, 12);
const run = (runId: string) => ({ model: `Model of ${runId}`, version: '2', runId });

it('takes what is a number of a run, of the model and version that it made', async () => {
  const { read } = await reader([
    { key: 'loss', value: 0.25, timestamp: AT },
    { key: 'auc', value: 0, timestamp: String(AT) },
    { key: 'nan', value: 'NaN', timestamp: AT },
    { key: 'bare', timestamp: AT },
    // As MLflow stores what is infinite.
    { key: 'endless', value: 1.7976931348623157e308, timestamp: AT },
    { key: 'below', value: -1.7976931348623157e308, timestamp: AT },
    { key: 'undated', value: 1 },
    { key: 'system/cpu_utilization_percentage', value: 12, timestamp: AT },
  ]);
  const { figures, memory, warnings } = await read([run('r1')]);
  const head = { model: 'Model of r1', version: '2', at: '2026-11-03T12:00:00.000Z' };
  expect(figures).toEqual([
    { ...head, metric: 'Run: auc', value: 0 },
    { ...head, metric: 'Run: loss', value: 0.25 },
  ]);
  expect(memory).toEqual({ 'Model of r1': { run: 'r1' } });
  expect(warnings).toEqual([]);
});

it('asks for many at once, and remembers those that came', async () => {
  const { read, asked } = await reader([{ key: 'auc', value: 0.5, timestamp: AT }]);
  const wanted = [...Array.from({ length: 450 }, (_, at) => run(`r${at}`)), run('gone')];
  const { figures, memory } = await read(wanted);
  expect(figures).toHaveLength(450);
  expect(asked.map(({ experiment_ids }) => experiment_ids)).toEqual([['7'], ['7'], ['7']]);
  expect(Object.keys(memory)).toHaveLength(450);
});

// 0: it never answers.
it.each([403, 501, 503, 0])('says that they were refused, and stops nothing (%i)', async (status) => {
  const { read } = await reader([], status, { silenceMs: 200 });
  expect(await read([run('r1')])).toMatchObject({
    figures: [],
    memory: {},
    warnings: [{ what: expect.stringContaining('Figures of runs were not read: ') }],
  });
});

it('wants the run of the live version alone, once, and none whose id would break the question', () => {
  const version = (number: string, runId: string) => ({
    ...{ name: 'A', version: number, createdAt: null, updatedAt: null, stage: '' },
    ...{ runId, tags: new Map<string, string>() },
  });
  const registry = (...versions: ReturnType<typeof version>[]) => ({
    server: { version: '', workspace: '', workspaces: [], date: null },
    ...{ models: [], versions, prompts: 0 },
  });
  const seen = { A: { version: '2', from: '', to: '' } };
  const both = registry(version('1', 'r1'), version('2', 'r2'));
  expect(wantedRuns(both, seen, [])).toEqual([{ model: 'A', version: '2', runId: 'r2' }]);
  expect(wantedRuns(both, seen, [{ A: { run: 'r1' } }])).toHaveLength(1);
  expect(wantedRuns(both, seen, [{ A: { run: 'r2' } }])).toEqual([]);
  expect(wantedRuns(registry(version('2', "x') OR ('1'='1")), seen, [])).toEqual([]);
  expect(wantedRuns(registry(version('2', '')), seen, [])).toEqual([]);
});
