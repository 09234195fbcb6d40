// npm run e2e: the journeys on the loopback host, and on Electron where one can be started (on Linux without a display
// under xvfb-run). With --packaged: the one journey through the packaged application. Other words go to Playwright.
import { spawnSync } from 'node:child_process';
import { buildIfStale } from './build-if-stale.mjs';
import { findElectron, hasDisplay } from './find-electron.mjs';
import { environment, inRoot, requireNode } from './project.mjs';

const packaged = process.argv.includes('--packaged');
const words = process.argv.slice(2).filter((word) => word !== '--packaged');
const node = requireNode();
buildIfStale();

process.env.MODELFOLIO_NO_DOWNLOAD = '1';
const electron = findElectron(node);
const virtual = !hasDisplay() && spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0;
const display = hasDisplay() || virtual;
const window = display && (packaged || electron !== null);
if (!window) {
  console.log(
    `Electron journeys are skipped: ${display ? 'there is no Electron here' : 'there is no display and no xvfb-run'}.`,
  );
  if (packaged) process.exit(1);
}

const config = inRoot(packaged ? 'e2e/packaged.config.ts' : 'e2e/playwright.config.ts');
const playwright = [inRoot('node_modules/@playwright/test/cli.js'), 'test', '--config', config, ...words];
const screen = ['-a', '-s', '-screen 0 1920x1080x24'];
const [program, args] = window && virtual ? ['xvfb-run', [...screen, node, ...playwright]] : [node, playwright];
const env = environment(window && electron !== null ? { MODELFOLIO_E2E_ELECTRON: electron } : {});
process.exit(spawnSync(program, args, { cwd: inRoot('.'), stdio: 'inherit', env }).status ?? 1);
