// Builds what is not built or stale. Several starts at once build once: the others wait for the first.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, requireNode, root } from './project.mjs';
import { isStale, OUTPUTS } from './staleness.mjs';

const lock = join(root, 'out', '.building');

export function buildIfStale() {
  if (!isStale(root)) return;
  takeLock();
  try {
    // Somebody else may have built while this one waited.
    if (isStale(root)) build();
  } finally {
    rmSync(lock, { force: true });
  }
}

function build() {
  console.error('Building…');
  const startedAt = new Date();
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = spawnSync(requireNode(), [script, 'build', '--logLevel', 'error'], {
    cwd: root,
    env: environment({ NODE_ENV: 'production' }),
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    rmSync(lock, { force: true });
    console.error(`${result.stdout ?? ''}${result.stderr ?? ''}\nThe build failed; what is wrong stands above.`);
    process.exit(1);
  }
  // A source that was saved during the build is newer than this, and so makes the build stale.
  for (const output of OUTPUTS) utimesSync(join(root, output), startedAt, startedAt);
}

/** The lock is a file with its owner's process id, so that a lock whose owner died is seen as such. */
function takeLock() {
  mkdirSync(join(root, 'out'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!ownerLives()) rmSync(lock, { force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
}

function ownerLives() {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // Empty: its owner is about to write its id.
    if (owner === 0) return true;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
