import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '../open/migrate';
import { migrations } from './index';

it('adds its tables to a portfolio of version 4 and leaves every row there as it was', () => {
  const db = new Database(':memory:');
  migrate(db, migrations.slice(0, 4), '2026-11-01T00:00:00.000Z');
  db.prepare("INSERT INTO portfolio VALUES ('portfolio', 'Acme', 'EUR', '2026-11-01', '{}')").run();
  db.prepare("INSERT INTO views VALUES ('v1', 'Mine', '{}', '2026-11-02')").run();
  const rows = () => ['portfolio', 'views'].map((table) => db.prepare(`SELECT * FROM ${table}`).all());
  const before = rows();
  migrate(db, migrations.slice(0, 5), '2026-11-23T00:00:00.000Z');
  expect(rows()).toEqual(before);
  expect(db.prepare('SELECT count(*) FROM scenarios').pluck().get()).toBe(0);
  expect(db.prepare('SELECT count(*) FROM scenario_values').pluck().get()).toBe(0);
  expect(db.pragma('user_version', { simple: true })).toBe(5);
});
