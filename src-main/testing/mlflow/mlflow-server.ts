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

export const mlflow = {
  why: mlflowEnvironments.length > 0 ? null : `environments of Python with MLflow, 2.x and 3.x, named by ${VARIABLE}`,
};

export interface MlflowServer {
  readonly address: string;
  /** Fills or changes its registry through its own client. */
  build(...what: readonly string[]): void;
  kill(): void;
}

/** A server of its own on this computer, with an empty registry; gone when the test has finished. */
export async function startMlflow(environment: string, folder: string): Promise<MlflowServer> {
  const port = await freePort();
  const store = `sqlite:///${join(folder, 'mlflow.db')}`;
  const args = ['server', '--backend-store-uri', store, '--artifacts-destination', join(folder, 'artifacts')];
  const server = spawn(
    join(environment, 'bin', 'mlflow'),
    [...args, '--host', '127.0.0.1', '--port', String(port), '--workers', '1'],
    {
      detached: true,
      stdio: 'ignore',
    },
  );
  const kill = (): void => killGroup(server);
  onTestFinished(kill);
  const address = `http://127.0.0.1:${port}`;
  await answering(address);
  return {
    address,
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
