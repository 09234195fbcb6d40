import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../testing/test-backend';
import { salvageRows } from './salvage-rows';

const NUMBERED = 'CREATE TABLE t (id TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT';
const ORDERED = 'CREATE TABLE t (a INTEGER, b INTEGER, text TEXT NOT NULL, PRIMARY KEY (a, b)) STRICT, WITHOUT ROWID';
const turn = (): Promise<void> => Promise.resolve();

/** A table of so many rows, every third number left out, and one to be filled. */
function pair(schema: string, rows: number) {
  const path = join(temporaryFolder(), 'from.db');
  const db = new Database(path);
  db.exec(schema);
  const put =
    schema === NUMBERED
      ? db.prepare("INSERT INTO t (rowid, id, text) VALUES (?, 'id' || CAST(? AS INTEGER), ?)")
      : db.prepare('INSERT INTO t (a, b, text) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (let n = 1; n <= rows; n += 1) if (n % 3 !== 0) put.run(n, n, `row ${n} ${'x'.repeat(60)}`);
  })();
  const into = new Database(':memory:');
  into.exec(schema);
  return { path, db, into };
}

/** Rows that lie on a page, by what is found before and after it is gone. */
function loseLeaves(path: string, which: (pages: readonly number[]) => readonly number[]): void {
  const db = new Database(path, { readonly: true });
  const leaves = db
    .prepare<[], number>("SELECT pageno FROM dbstat WHERE name = 't' AND pagetype = 'leaf' ORDER BY path")
    .pluck()
    .all();
  db.close();
  const file = openSync(path, 'r+');
  for (const page of which(leaves)) writeSync(file, Buffer.alloc(4096, 0xab), 0, 4096, (page - 1) * 4096);
  closeSync(file);
}

const countOf = (db: Database.Database): number => Number(db.prepare('SELECT count(*) FROM t').pluck().get());

describe.each([
  ['with numbered rows', NUMBERED],
  ['in the order of its key', ORDERED],
])('a table %s', (_, schema) => {
  it('comes over whole, and what is there already stays', async () => {
    const { db, into } = pair(schema, 3_000);
    into.exec(schema === NUMBERED ? "INSERT INTO t VALUES ('id1', 'mine')" : "INSERT INTO t VALUES (1, 1, 'mine')");
    expect(await salvageRows(db, into, 't', turn)).toEqual({ rows: 1_999, holes: false });
    expect(countOf(into)).toBe(2_000);
    expect(into.prepare('SELECT text FROM t LIMIT 1').pluck().get()).toBe('mine');
  });

  it('comes over up to both edges of a hole', async () => {
    const { path, db, into } = pair(schema, 6_000);
    db.close();
    loseLeaves(path, (pages) => [pages[Math.floor(pages.length / 2)] ?? 0]);
    const hurt = new Database(path, { readonly: true });
    const { rows, holes } = await salvageRows(hurt, into, 't', turn);
    hurt.close();
    expect(holes).toBe(true);
    // A page holds some forty rows.
    expect([rows >= 4_000 - 60, rows < 4_000, rows === countOf(into)]).toEqual([true, true, true]);
  });

  it('answers where nothing of it can be reached', async () => {
    const { path, db, into } = pair(schema, 6_000);
    db.close();
    loseLeaves(path, (pages) => pages);
    const hurt = new Database(path, { readonly: true });
    expect(await salvageRows(hurt, into, 't', turn)).toEqual({ rows: 0, holes: true });
    hurt.close();
  });
});

it('brings over what lies between many holes', async () => {
  const { path, db, into } = pair(NUMBERED, 12_000);
  db.close();
  let leaves = 0;
  loseLeaves(path, (pages) => {
    leaves = pages.length;
    return pages.filter((__, at) => at % 2 === 0);
  });
  const hurt = new Database(path, { readonly: true });
  const { rows } = await salvageRows(hurt, into, 't', turn);
  hurt.close();
  const share = Math.floor(leaves / 2) / leaves;
  expect(Math.abs(rows / 8_000 - share)).toBeLessThan(0.02);
});
