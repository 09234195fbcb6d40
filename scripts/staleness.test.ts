import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isStale, OUTPUTS } from './staleness.mjs';

let root = '';

/** Times in seconds; a folder's own time is set after its files'. */
function touch(path: string, time: number): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), 'x');
  utimesSync(join(root, path), time, time);
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) utimesSync(join(root, folder), time, time);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'staleness-'));
  touch('src-main/a.ts', 1000);
  touch('package.json', 1000);
  for (const output of OUTPUTS) touch(output, 2000);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('is fresh when everything built is newer than everything written', () => {
  expect(isStale(root)).toBe(false);
});

it.each(['src-main/a.ts', 'src-renderer/deep/er/b.tsx', 'package.json', 'electron.vite.config.ts'])(
  'is stale when %s is newer',
  (path) => {
    touch(path, 3000);
    expect(isStale(root)).toBe(true);
  },
);

it('is stale when a part of the build is missing or a source was deleted', () => {
  touch('src-main/gone.ts', 1000);
  expect(isStale(root)).toBe(false);
  rmSync(join(root, 'src-main/gone.ts'));
  expect(isStale(root)).toBe(true);
  utimesSync(join(root, 'src-main'), 1000, 1000);
  rmSync(join(root, OUTPUTS.at(-1) ?? ''));
  expect(isStale(root)).toBe(true);
});

it('does not mind tests', () => {
  touch('src-main/a.test.ts', 3000);
  utimesSync(join(root, 'src-main'), 1000, 1000);
  expect(isStale(root)).toBe(false);
});
