import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../open/migrate';
import { migration0001 } from './0001-initial';
import { migration0002 } from './0002-assessments';

it('adds its tables to a portfolio of version 1 and leaves every row there as it was', () => {
  const db = new Database(':memory:');
  migrate(db, [migration0001], '2026-11-01T00:00:00.000Z');
  db.prepare("INSERT INTO portfolio VALUES ('portfolio', 'Acme', 'EUR', '2026-11-01', '{}')").run();
  db.prepare("INSERT INTO views VALUES ('v1', 'Mine', '{}', '2026-11-02')").run();
  const before = ['portfolio', 'views'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  migrate(db, [migration0001, migration0002], '2026-11-23T00:00:00.000Z');
  expect(['portfolio', 'views'].map((table) => db.prepare(`SELECT * FROM ${table}`).all())).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM assessments').pluck().get()).toBe(0);
  expect(db.pragma('user_version', { simple: true })).toBe(2);
  expect(db.prepare('SELECT version, name FROM schema_migrations').all()).toEqual([
    { version: 1, name: 'initial' },
    { version: 2, name: 'assessments' },
  ]);
});
