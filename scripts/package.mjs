// npm run package: what people install. The unpacked program must always come out; the rest where its tools can be had.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildDeb } from './build-deb.mjs';
import { buildIfStale } from './build-if-stale.mjs';
import { environment, inRoot, requireNode, root } from './project.mjs';

const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');

buildIfStale();
if (process.platform !== 'linux') process.exit(electronBuilder([], { stdio: 'inherit' }).status ?? 1);

const unpacked = inRoot('dist', 'linux-unpacked');
const built = electronBuilder(['--linux', 'dir'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);
// Electron's own demonstration, which would start if our archive were taken away.
rmSync(join(unpacked, 'resources', 'default_app.asar'), { force: true });
console.log('package: built dist/linux-unpacked');
copyFileSync(inRoot('out', 'sbom.cdx.json'), inRoot('dist', 'modelfolio.cdx.json'));
console.log('package: wrote the bill of materials, dist/modelfolio.cdx.json');

const deb = buildDeb(unpacked);
console.log(deb.path ? `package: built ${deb.path}` : `package: NO .deb: ${deb.why}`);

const appImage = electronBuilder(['--linux', 'AppImage', '--prepackaged', unpacked], {
  encoding: 'utf8',
  timeout: 180_000,
});
if (appImage.status === 0) console.log('package: built the AppImage in dist/');
else console.log(`package: NO AppImage: electron-builder could not build it here (${reason(appImage)})`);

// The AppImage's runtime comes from a download that not every machine may make; the other two need nothing from outside.
process.exit(deb.failed ? 1 : 0);

function electronBuilder(args, options) {
  return spawnSync(requireNode(), [cli, ...args, '--publish', 'never', ...ownElectron()], {
    cwd: root,
    env: environment(),
    ...options,
  });
}

/** The Electron that ELECTRON_OVERRIDE_DIST_PATH names is packaged as it is, instead of the pinned one's download. */
function ownElectron() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!dist) return [];
  const version = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '');
  console.log(`package: with Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH`);
  return [`-c.electronDist=${dist}`, `-c.electronVersion=${version}`];
}

function reason({ error, stdout, stderr }) {
  if (error) return error.message;
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /⨯|error|cannot|failed/i.test(line));
  return (lines[0] ?? 'it did not say why').trim().slice(0, 200);
}
