import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Why the program that is tested cannot encrypt here; `null`: it can. The addon with the ciphers is built for the Node-API of the
 * Electron that the project pins, and an older Electron that stands in for it does not load it.
 */
export function whyNotEncrypted(project: string): string | null {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (project !== 'electron' || folder === undefined) return null;
  const addon = join(import.meta.dirname, '../node_modules/better-sqlite3-multiple-ciphers');
  const { status } = spawnSync(
    join(folder, 'electron'),
    ['-e', `new (require(${JSON.stringify(addon)}))(':memory:').close()`],
    { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, timeout: 60_000 },
  );
  return status === 0
    ? null
    : 'this Electron is older than the pinned one and does not load the addon with the ciphers';
}
