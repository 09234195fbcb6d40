import { expect, it } from 'vitest';
import { conflictName } from './conflict-copy';

const of = (name: string) => conflictName('Acme 2026.modelfolio', name);

it.each([
  ["Acme 2026 (Ada's conflicted copy 2026-11-23).modelfolio", 'a program that synchronises folders', false],
  ['Acme 2026 (conflicted copy 2026-11-23 101112).modelfolio', 'a program that synchronises folders', false],
  ['Acme 2026 (MacBook Pro (2) conflicted copy 2026-11-23).modelfolio', 'a program that synchronises folders', false],
  ['Acme 2026.sync-conflict-20261123-101112-ABCDEF7.modelfolio', 'Syncthing', false],
  ['Acme 2026 (SFConflict ada@acme.example 2026-11-23-10-11-12).modelfolio', 'Seafile', false],
  ['Acme 2026_conflict-20261123-101112.modelfolio', 'ownCloud', false],
  ['Acme 2026 (Conflict).modelfolio', 'Google Drive', false],
  ['Acme 2026-DESKTOP-AB12CD3.modelfolio', 'OneDrive', false],
  ['acme 2026-Sofia-PC.MODELFOLIO', 'OneDrive', true],
  ['Acme 2026 (1).modelfolio', '', true],
  ['Acme 2026 2.modelfolio', 'iCloud Drive', true],
])('knows %s', (name, program, doubtful) => {
  expect(of(name)).toEqual({ program, doubtful });
});

it.each([
  'Acme 2026.modelfolio',
  'Acme.modelfolio',
  'Acme 2027.modelfolio',
  'Acme 2026 (kept 2026-11-23).modelfolio',
  'Acme 2026 (repaired 2026-11-23).modelfolio',
  'Acme 2026 (1).xlsx',
  'Acme 2026 final.modelfolio',
  'Acme 2026.modelfolio.part',
  'Other (conflicted copy).modelfolio',
])('does not take %s for one', (name) => {
  expect(of(name)).toBeNull();
});
