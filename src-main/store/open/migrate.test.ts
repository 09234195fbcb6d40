import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend';
import { type Migration, migrations } from '../migrations';
import { checkMigrationList, migrate } from './migrate';

const NOW = '2026-11-23T10:00:00.000Z';
const one: Migration = {
  version: 1,
  name: 'one',
  sql: 'CREATE TABLE notes (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT',
};
const two: Migration = {
  version: 2,
  name: 'two',
  sql: 'ALTER TABLE notes ADD COLUMN words INTEGER NOT NULL DEFAULT 0; UPDATE notes SET words = length(text)',
};
const broken: Migration = {
  version: 2,
  name: 'two',
  sql: "UPDATE notes SET text = 'lost'; CREATE TABLE notes (id TEXT)",
};

function fileAt(list: readonly Migration[]): { db: Database.Database; folder: string } {
  const folder = temporaryFolder();
  const db = new Database(join(folder, 'a.modelfolio'));
  migrate(db, list, NOW);
  return { db, folder };
}

describe('migrations', () => {
  it('moves the data of the version before, after a verified copy', () => {
    const { db, folder } = fileAt([one]);
    db.prepare('INSERT INTO notes VALUES (?, ?)').run('n1', 'seven__');
    const copy = migrate(db, [one, two], NOW);
    expect(db.prepare('SELECT id, text, words FROM notes').all()).toEqual([{ id: 'n1', text: 'seven__', words: 7 }]);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(copy && basename(copy)).toBe('a.before-update-from-1.modelfolio');
    const old = new Database(join(folder, basename(copy ?? '')), { readonly: true });
    expect(old.prepare('SELECT * FROM notes').all()).toEqual([{ id: 'n1', text: 'seven__' }]);
    old.close();
    expect(migrate(db, [one, two], NOW)).toBeNull();
    db.close();
  });

  it('changes nothing when a step fails', () => {
    const { db } = fileAt([one]);
    db.prepare('INSERT INTO notes VALUES (?, ?)').run('n1', 'kept');
    expect(() => migrate(db, [one, broken], NOW)).toThrow(/already exists/);
    expect(db.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'kept' }]);
    expect(db.pragma('user_version', { simple: true })).toBe(1);
    db.close();
  });

  it('refuses a file whose released steps are not ours', () => {
    const { db, folder } = fileAt([one]);
    const edited: Migration = { ...one, sql: `${one.sql} ` };
    expect(() => migrate(db, [edited, two], NOW)).toThrow(/step 1 of its structure is not ours/);
    expect(readdirSync(folder).filter((name) => name.includes('before-update'))).toEqual([]);
    db.close();
  });

  it('knows a wrong list', () => {
    expect(() => checkMigrationList([two, one])).toThrow(/expected 1/);
    expect(() => checkMigrationList(migrations)).not.toThrow();
  });

  it('builds the structure from nothing, STRICT throughout', () => {
    const { db } = fileAt(migrations);
    const loose = db
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
      )
      .all();
    expect(loose).toEqual([]);
    db.close();
  });
});

it('runs on an SQLite without the known holes in its full-text index (3.54.0 or newer)', () => {
  const db = new Database(':memory:');
  const [major = 0, minor = 0] = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number);
  expect(major * 1000 + minor).toBeGreaterThanOrEqual(3054);
  db.close();
});
