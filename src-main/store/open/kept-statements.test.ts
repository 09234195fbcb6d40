import Database from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { keptStatements } from './kept-statements';

function opened() {
  const db = new Database(':memory:');
  onTestFinished(() => void db.close());
  db.exec(
    "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT) STRICT; INSERT INTO t VALUES (1, 'a'), (2, 'b'), (3, 'c')",
  );
  return { db, kept: keptStatements(db) };
}

it('prepares a text once, and each text for itself', () => {
  const { kept } = opened();
  const first = kept.prepare('SELECT name FROM t WHERE id = ?');
  expect(kept.prepare('SELECT name FROM t WHERE id = ?')).toBe(first);
  expect(kept.prepare('SELECT id FROM t WHERE id = ?')).not.toBe(first);
  expect([first.all([1]), first.all([3])]).toEqual([[{ name: 'a' }], [{ name: 'c' }]]);
});

it('prepares a text again while its rows are still being read', () => {
  const { kept } = opened();
  const all = 'SELECT id FROM t';
  const first = kept.prepare(all);
  const rows = first.iterate([]);
  expect(rows.next().value).toEqual({ id: 1 });
  const second = kept.prepare(all);
  expect(second).not.toBe(first);
  expect(second.all([])).toHaveLength(3);
  expect(rows.next().value).toEqual({ id: 2 });
  rows.return?.();
  expect(kept.prepare(all)).toBe(second);
});

it('answers with the columns of today when a table has got another', () => {
  const { db, kept } = opened();
  const all = 'SELECT * FROM t WHERE id = 1';
  expect(kept.prepare(all).all([])).toEqual([{ id: 1, name: 'a' }]);
  db.exec('ALTER TABLE t ADD COLUMN more TEXT');
  expect(kept.prepare(all).all([])).toEqual([{ id: 1, name: 'a', more: null }]);
});

it('forgets when it has kept enough', () => {
  const { kept } = opened();
  const first = kept.prepare('SELECT 0');
  const long = (n: number): string => `SELECT ${n} /* ${'x'.repeat(100_000)} */`;
  for (let n = 1; n <= 4; n += 1) kept.prepare(long(n));
  expect(kept.prepare('SELECT 0')).toBe(first);
  kept.prepare(long(5));
  expect(kept.prepare('SELECT 0')).not.toBe(first);
  expect(kept.prepare(long(5))).toBe(kept.prepare(long(5)));
});
