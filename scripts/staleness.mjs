// Is the build older than what it is built from? Answers in a few milliseconds: every command asks.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = [
  'src-main',
  'src-preload',
  'src-renderer',
  'src-shared',
  'resources/sample',
  'index.html',
  'package.json',
  'electron.vite.config.ts',
];
export const OUTPUTS = [
  'out/main/desktop.js',
  'out/main/engine.js',
  'out/main/reader.js',
  'out/main/loopback.js',
  'out/main/command.js',
  'out/preload/preload.cjs',
  'out/renderer/index.html',
];

/** Tests and their fixtures are in no build. */
const isSource = (name) => !/\.test\.tsx?$/.test(name) && name !== 'fixtures';

/** Newest change (milliseconds) of a file, or of a folder with all in it: a deleted file changes its folder. 0 = not there. */
function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = stat.mtimeMs;
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (!isSource(entry.name)) continue;
    const child = join(path, entry.name);
    latest = Math.max(
      latest,
      entry.isDirectory() ? newest(child) : (statSync(child, { throwIfNoEntry: false })?.mtimeMs ?? 0),
    );
  }
  return latest;
}

/** True when a part of the build is missing or older than any source. */
export function isStale(root) {
  let oldest = Number.POSITIVE_INFINITY;
  for (const output of OUTPUTS) {
    const stat = statSync(join(root, output), { throwIfNoEntry: false });
    if (stat === undefined) return true;
    oldest = Math.min(oldest, stat.mtimeMs);
  }
  return SOURCES.some((source) => newest(join(root, source)) > oldest);
}
