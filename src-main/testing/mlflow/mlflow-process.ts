import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, killGroup } from '../process-group';

const BUILD = fileURLToPath(new URL('./build_registry.py', import.meta.url));

export interface MlflowServer {
  readonly address: string;
  /** Its SQLite file, or the folder of its file store. */
  readonly store: string;
  /** Fills or changes its registry through its own client. */
  build(...what: readonly string[]): void;
  kill(): void;
}

/** A server of its own on this computer, with an empty registry, until it is killed. */
export async function launchMlflow(
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
  const address = `http://127.0.0.1:${port}`;
  await answering(address).catch((error: unknown) => {
    kill();
    throw error;
  });
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
