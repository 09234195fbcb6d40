// Type-checks each environment on its own, so that a stray `window` in the engine or `fs` in the rules is an error.
import { spawnSync } from 'node:child_process';

let failed = false;
for (const name of ['shared', 'node', 'preload', 'web', 'e2e']) {
  // What has not changed since the last run is not checked again.
  const remembered = ['--incremental', '--tsBuildInfoFile', `.cache/types/${name}.tsbuildinfo`];
  const result = spawnSync('tsc', ['--noEmit', '-p', `tsconfig.${name}.json`, ...remembered], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    console.error(`types: ${name} failed`);
    failed = true;
  }
}
process.exit(failed ? 1 : 0);
