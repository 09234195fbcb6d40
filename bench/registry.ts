import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { launchMlflow } from '../src-main/testing/mlflow/mlflow-process';
import { benchBackend } from './bench-backend';
import { machineWords } from './grid/report';

const [MODELS, VERSIONS] = [2_000, 10_000];
const VARIABLE = 'MODELFOLIO_MLFLOW';

interface Refreshed {
  readonly results: readonly { readonly outcome: string; readonly changes: number; readonly asks: number }[];
}

interface Imported {
  readonly imports: readonly { readonly format: string; readonly created: number }[];
}

/** A real server of MLflow is read, and read again after ten changes: `MODELFOLIO_MLFLOW=ENV npm run bench:registry -- [models] [versions]`. */
export async function run(args: readonly string[]): Promise<void> {
  const environments = (process.env[VARIABLE] ?? '').split(delimiter).filter((path) => path !== '');
  if (environments.length === 0) throw new Error(`Name environments of Python with MLflow in ${VARIABLE}.`);
  const [models, versions] = [Number(args[0] ?? MODELS), Number(args[1] ?? VERSIONS)];
  console.log(`${machineWords()}, load ${loadavg()[0]?.toFixed(1)} at the start\n`);
  console.log(
    '| server | models, versions | what | changes | time, s | of the processor by us, s | load |\n|---|---|---|---:|---:|---:|---:|',
  );
  for (const environment of environments) await measure(environment, models, versions);
}

async function measure(environment: string, models: number, versions: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'modelfolio-bench-'));
  const server = await launchMlflow(environment, folder);
  const engine = await benchBackend(folder, new Date().toISOString());
  try {
    server.build('fill', String(models), String(versions), server.store);
    await engine.call('workspace.create', { name: 'Bench', currency: 'EUR', file: join(folder, 'bench.modelfolio') });
    const mapping = { tags: [{ tag: 'owner', field: 'businessOwner' }] };
    const stated = { kind: 'mlflow', label: 'Bench', address: server.address, mapping };
    // What these channels answer, as the contract says.
    const { id, origin } = (await engine.call('connections.save', stated)) as { id: string; origin: string };
    await engine.call('connections.agree', { id, origin });
    const { server: facts } = (await engine.call('connections.test', { id })) as { server: { version: string } };
    const refresh = async (what: string, changes: number): Promise<void> => {
      const [started, used] = [performance.now(), process.cpuUsage()];
      const { results } = (await engine.call('connections.refresh', {})) as Refreshed;
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(used);
      const [found] = results;
      if (found?.changes !== changes || found.asks > 0) throw new Error(`${what}: ${JSON.stringify(results)}`);
      const size = `${models.toLocaleString('en-US')}, ${versions.toLocaleString('en-US')}`;
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
  } finally {
    await engine.close();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}
