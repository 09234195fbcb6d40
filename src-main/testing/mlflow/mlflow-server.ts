import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { freePort, killGroup } from '../process-group';

const VARIABLE = 'MODELFOLIO_MLFLOW';
const BUILD = fileURLToPath(new URL('./build_registry.py', import.meta.url));

/** Environments of Python with MLflow (`python3 -m venv X; X/bin/pip install mlflow`), as the variable names them. */
export const mlflowEnvironments = (process.env[VARIABLE] ?? '')
  .split(delimiter)
  .filter((path) => existsSync(join(path, 'bin', 'mlflow')));

/** Writes the whole registry of a server with mlflow-export-import, where an environment has that. */
export function exportRegistry(environment: string, { address }: MlflowServer, folder: string): void {
  execFileSync(exporterOf(environment), ['--output-dir', folder, '--models', 'all', '--use-threads', 'false'], {
    stdio: 'ignore',
    env: { ...process.env, MLFLOW_TRACKING_URI: address },
  });
}

const exporterOf = (environment: string): string => join(environment, 'bin', 'export-models');
export const hasExporter = (environment: string): boolean => existsSync(exporterOf(environment));

export const mlflow = {
  why: mlflowEnvironments.length > 0 ? null : `environments of Python with MLflow, 2.x and 3.x, named by ${VARIABLE}`,
};

export interface MlflowServer {
  readonly address: string;
  /** Its SQLite file, or the folder of its file store. */
  readonly store: string;
  /** Fills or changes its registry through its own client. */
  build(...what: readonly string[]): void;
  kill(): void;
}

/** A server of its own on this computer, with an empty registry; gone when the test has finished. */
export async function startMlflow(
  environment: string,
  folder: string,
  backend: 'sqlite' | 'files' = 'sqlite',
): Promise<MlflowServer> {
  const port = await freePort();
  const store = join(folder, backend === 'sqlite' ? 'mlflow.db' : 'mlruns');
  const uri = backend === 'sqlite' ? `sqlite:///${store}` : store;
  const args = ['server', '--backend-store-uri', uri, '--artifacts-destination', join(folder, 'artifacts')];
  const server = spawn(
    join(environment, 'bin', 'mlflow'),
    [...args, '--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
    {
      detached: true,
      stdio: 'ignore',
      // Newer servers start on files only where that is said to be wanted.
      env: { ...process.env, MLFLOW_ALLOW_FILE_STORE: 'true' },
    },
  );
  const kill = (): void => killGroup(server);
  onTestFinished(kill);
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  return {
    address,
    store,
    build: (...what) => {
      execFileSync(join(environment, 'bin', 'python'), [BUILD, address, ...what], { stdio: 'ignore' });
    },
    kill,
  };
}

async function answering(address: string): Promise<void> {
  for (let tried = 0; tried < 240; tried += 1) {
    const there = await fetch(`${address}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await delay(500);
  }
  throw new Error(`MLflow does not answer at ${address}`);
}
