import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { freePort, killGroup } from '../process-group';

const VARIABLE = 'MODELFOLIO_EVIDENTLY';
const BUILD = fileURLToPath(new URL('./build_runs.py', import.meta.url));
const environment = process.env[VARIABLE] ?? '';

/** An environment of Python with Evidently (`python3 -m venv X; X/bin/pip install evidently==0.7.23 'pandas<3'`), as the variable names it. */
export const evidently = {
  why: existsSync(join(environment, 'bin', 'evidently'))
    ? null
    : `an environment of Python with Evidently 0.7, named by ${VARIABLE}`,
};

export interface EvidentlyServer {
  readonly address: string;
  /** Folder of its workspace. */
  readonly workspace: string;
  /** Adds runs through its own client. */
  build(what: 'first' | 'more'): void;
  kill(): void;
}

/** A service of its own on this computer, without a project; gone when the test has finished. */
export async function startEvidently(folder: string): Promise<EvidentlyServer> {
  const port = await freePort();
  const workspace = join(folder, 'workspace');
  const args = ['ui', '--workspace', workspace, '--host', '127.0.0.1', '--port', String(port)];
  const server = spawn(join(environment, 'bin', 'evidently'), args, { detached: true, stdio: 'ignore' });
  const kill = (): void => killGroup(server);
  onTestFinished(kill);
  const address = `http://127.0.0.1:${port}`;
  await answering(`${address}/api/version`);
  return {
    address,
    workspace,
    build: (what) => {
      execFileSync(join(environment, 'bin', 'python'), [BUILD, address, what], { stdio: 'ignore' });
    },
    kill,
  };
}

async function answering(address: string): Promise<void> {
  for (let tried = 0; tried < 240; tried += 1) {
    const there = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (there) return;
    await delay(500);
  }
  throw new Error(`Evidently does not answer at ${address}`);
}
