import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../testing/test-backend';
import { removeHeldFolders, removeUnfinished } from './leftovers';

const NOW = Date.parse('2026-11-29T20:00:00.000Z');
const age = (path: string, hours: number): void => {
  const then = new Date(NOW - hours * 3_600_000);
  utimesSync(path, then, then);
};

it('takes away what was left half written, and nothing else', () => {
  const folder = temporaryFolder();
  const old = ['a.modelfolio.part', 'a.modelfolio.part-wal', 'a 2.modelfolio.part-shm'];
  const kept = ['a.modelfolio', 'notes.part', 'a.modelfolio.partly', 'b.modelfolio-wal'];
  for (const name of [...old, ...kept]) {
    writeFileSync(join(folder, name), 'x');
    age(join(folder, name), 2);
  }
  writeFileSync(join(folder, 'now.modelfolio.part'), 'somebody writes it');
  age(join(folder, 'now.modelfolio.part'), 0.5);
  removeUnfinished(folder, NOW);
  expect(readdirSync(folder).sort()).toEqual([...kept, 'now.modelfolio.part'].sort());
  removeUnfinished(join(folder, 'not there'), NOW);
});

it('takes away private folders of programs that ended long ago', () => {
  const folder = temporaryFolder();
  for (const [name, hours] of [
    ['modelfolio-held-AbC123', 200],
    ['modelfolio-damaged-AbC123', 200],
    ['modelfolio-held-ZbC123', 20],
    ['modelfolio-test-AbC123', 200],
    ['other-held-AbC123', 200],
  ] as const) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'x'), 'x');
    age(join(folder, name), hours);
  }
  removeHeldFolders(NOW, folder);
  expect(readdirSync(folder).sort()).toEqual(['modelfolio-held-ZbC123', 'modelfolio-test-AbC123', 'other-held-AbC123']);
});
