import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startServer, stopServer } from '../e2e/hosts/loopback';
import { launchMlflow } from '../src-main/testing/mlflow/mlflow-process';
import { benchBackend } from './bench-backend';
import { type Figure, figure } from './figure';
import { machineWords } from './grid/report';
import { percentileOf } from './investment/report';

const [MODELS, VERSIONS] = [2_000, 10_000];
const VARIABLE = 'MODELFOLIO_MLFLOW';

interface Refreshed {
  readonly results: readonly { readonly outcome: string; readonly changes: number; readonly asks: number }[];
}

interface Imported {
  readonly imports: readonly { readonly format: string; readonly created: number }[];
}

/** A real server of MLflow is read, and read again after ten changes: `MODELFOLIO_MLFLOW=ENV npm run bench:registry -- [models] [versions]`. */
export async function run(args: readonly string[]): Promise<readonly Figure[]> {
  const environments = (process.env[VARIABLE] ?? '').split(delimiter).filter((path) => path !== '');
  if (environments.length === 0)
    return [{ what: 'a registry of MLflow', leftOut: `${VARIABLE} names no environment of Python with it` }];
  const [models, versions] = [Number(args[0] ?? MODELS), Number(args[1] ?? VERSIONS)];
  console.log(`${machineWords()}, load ${loadavg()[0]?.toFixed(1)} at the start\n`);
  console.log(
    '| server | models, versions | what | changes | time, s | of the processor by us, s | load |\n|---|---|---|---:|---:|---:|---:|',
  );
  const told: Figure[] = [];
  for (const environment of environments) told.push(...(await measure(environment, models, versions)));
  return told;
}

/** Seconds. */
const BARS: Readonly<Record<string, { readonly most: number }>> = {
  'first fetch, taken': { most: 30 },
  'refresh, ten changes taken': { most: 3 },
};

async function measure(environment: string, models: number, versions: number): Promise<readonly Figure[]> {
  const told: Figure[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const server = await launchMlflow(environment, folder);
  const engine = await benchBackend(folder, new Date().toISOString());
  try {
    server.build('fill', String(models), String(versions), server.store);
    await engine.call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'bench.modelfolio') });
    const mapping = { tags: [{ tag: 'owner', field: 'businessOwner' }] };
    const stated = { kind: 'mlflow', label: 'Bench', address: server.address, mapping };
    // What these channels answer, as the contract says.
    const { id, origin, shown } = (await engine.call('connections.save', stated)) as {
      id: string;
      origin: string;
      shown: string;
    };
    await engine.call('connections.agree', { id, origin, shown });
    const { server: facts } = (await engine.call('connections.test', { id })) as { server: { version: string } };
    const refresh = async (what: string, changes: number): Promise<void> => {
      const [started, used] = [performance.now(), process.cpuUsage()];
      const { results } = (await engine.call('connections.refresh', {})) as Refreshed;
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(used);
      const [found] = results;
      if (found?.changes !== changes || found.asks > 0) throw new Error(`${what}: ${JSON.stringify(results)}`);
      const size = `${models.toLocaleString('en-US')}, ${versions.toLocaleString('en-US')}`;
      const of = `MLflow ${facts.version}: ${models.toLocaleString('en-US')} models, ${versions.toLocaleString('en-US')} versions`;
      told.push(figure(`registry: ${what}, s`, of, seconds, BARS[what] ?? {}));
      const load = loadavg()[0]?.toFixed(1);
      console.log(
        `| ${facts.version} | ${size} | ${what} | ${changes} | ${seconds.toFixed(2)} | ${((user + system) / 1e6).toFixed(2)} | ${load} |`,
      );
    };
    await refresh('first fetch, taken', models);
    const { imports } = (await engine.call('imports.list', {})) as Imported;
    const figures = imports.find(({ format }) => format === 'drift')?.created;
    console.log(`| ${facts.version} | | figures of runs, of ${3 * models} | ${figures ?? 0} | | | |`);
    await refresh('refresh, nothing new', 0);
    server.build('change');
    await refresh('refresh, ten changes taken', 10);
    await engine.close();
    told.push(await searchBeside(server.address, folder, { models, version: facts.version }));
    return told;
  } finally {
    await engine.close();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

const SEARCHES = 25;
/** In one in a hundred of its names. */
const FOUND = '017';

/** The same models, the same word, by HTTP from each server in turn. */
async function searchBeside(
  mlflow: string,
  folder: string,
  { models, version }: { readonly models: number; readonly version: string },
): Promise<Figure> {
  const { server, url, token } = await startServer({ folder, portfolio: join(folder, 'bench.modelfolio') });
  try {
    const query = new URLSearchParams({ filter: `name ILIKE '%${FOUND}%'`, max_results: '50' });
    const theirs = (): Promise<Response> => fetch(`${mlflow}/api/2.0/mlflow/registered-models/search?${query}`);
    const ours = (): Promise<Response> =>
      fetch(new URL('/rpc/models.list', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ search: FOUND, limit: 50 }),
      });
    const times = { ours: [] as number[], theirs: [] as number[] };
    for (let turn = 0; turn < SEARCHES; turn += 1) {
      times.ours.push(await answered(ours));
      times.theirs.push(await answered(theirs));
    }
    return figure(
      'search of models by HTTP, median, ms',
      `${models.toLocaleString('en-US')} models`,
      percentileOf(times.ours, 0.5),
      {
        peer: { name: `MLflow ${version}`, value: percentileOf(times.theirs, 0.5) },
      },
    );
  } finally {
    await stopServer(server);
  }
}

/** Milliseconds until the whole answer is there, which must have found something. */
async function answered(ask: () => Promise<Response>): Promise<number> {
  const started = performance.now();
  const response = await ask();
  const text = await response.text();
  const time = performance.now() - started;
  if (!response.ok || !text.includes(FOUND))
    throw new Error(`Nothing was found: ${response.status} ${text.slice(0, 200)}`);
  return time;
}
