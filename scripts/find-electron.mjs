// Can a desktop window be opened here, and by which Electron?
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project.mjs';

const DOWNLOAD_LIMIT = 120_000;
const folder = join(root, 'node_modules', 'electron');

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Electron's program; null when it is not here and cannot be had. */
export function findElectron(node) {
  const found = installed();
  if (found !== null || process.env.MODELFOLIO_NO_DOWNLOAD || !existsSync(join(folder, 'install.js'))) return found;
  console.error('Fetching Electron, once…');
  spawnSync(node, [join(folder, 'install.js')], { cwd: root, stdio: 'ignore', timeout: DOWNLOAD_LIMIT });
  return installed();
}

function installed() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist');
  const path = join(dist, programName());
  return existsSync(path) ? path : null;
}

function programName() {
  try {
    return readFileSync(join(folder, 'path.txt'), 'utf8');
  } catch {
    if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
    return process.platform === 'win32' ? 'electron.exe' : 'electron';
  }
}
