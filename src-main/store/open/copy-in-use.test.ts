import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyInUse } from './copy-in-use';
import { openForeignFile } from './foreign-file';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'modelfolio-in-use-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

/** Two tables whose rows always say the same number, over many pages. */
const ROWS = 400;
function seeded(mode: 'delete' | 'truncate' | 'persist' | 'wal'): string {
  const path = join(folder(), 'mlflow.db');
  const db = new Database(path);
  db.pragma(`journal_mode = ${mode}`);
  for (const table of ['one', 'two']) {
    db.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, said INTEGER, filler TEXT)`);
    const insert = db.prepare(`INSERT INTO ${table} (said, filler) VALUES (0, ?)`);
    db.transaction(() => {
      for (let row = 0; row < ROWS; row += 1) insert.run('x'.repeat(900));
    })();
  }
  db.close();
  return path;
}

/** Changes every row of both in one transaction, again and again, and writes pages before it commits. */
const WRITER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const Database = require(workerData.driver);
  const db = new Database(workerData.path);
  db.pragma('journal_mode = ' + workerData.mode);
  db.pragma('cache_size = 10');
  db.pragma('wal_autocheckpoint = 20');
  db.pragma('synchronous = OFF');
  const one = db.prepare('UPDATE one SET said = ?');
  const two = db.prepare('UPDATE two SET said = ?');
  const change = db.transaction((said) => { one.run(said); two.run(said); });
  let said = 0;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  const stop = new Int32Array(workerData.stop);
  while (Atomics.load(stop, 0) === 0) {
    said += 1;
    change(said);
    if (said === 3) parentPort.postMessage('writing');
    Atomics.wait(pause, 0, 0, said % 4);
  }
  db.close();
  parentPort.postMessage(said);
`;

async function whileWritten(path: string, mode: string, work: () => Promise<void>): Promise<number> {
  const stop = new SharedArrayBuffer(4);
  const driver = require.resolve('better-sqlite3');
  const worker = new Worker(WRITER, { eval: true, workerData: { path, mode, driver, stop } });
  const next = () => new Promise<unknown>((resolve, reject) => worker.once('message', resolve).once('error', reject));
  try {
    await next();
    await work();
  } finally {
    Atomics.store(new Int32Array(stop), 0, 1);
  }
  return Number(await next());
}

describe('a database that another program is writing to', () => {
  it.each(['delete', 'truncate', 'persist', 'wal'] as const)(
    'is read as it was at one moment (%s)',
    {
      timeout: 120_000,
    },
    async (mode) => {
      const path = seeded(mode);
      const seen = new Set<unknown>();
      const written = await whileWritten(path, mode, async () => {
        for (let look = 0; look < 25; look += 1) {
          const file = await openForeignFile(path);
          try {
            const said = ['one', 'two'].map((table) => [...file.rows(table, ['said'])].map(([cell]) => cell));
            expect(said.map((column) => column.length)).toEqual([ROWS, ROWS]);
            expect(new Set(said.flat()).size, `look ${look}`).toBe(1);
            seen.add(said[0]?.[0]);
          } finally {
            await file.close();
          }
        }
      });
      expect(written).toBeGreaterThan(3);
      // Else nobody wrote while it was read.
      expect(seen.size).toBeGreaterThan(1);
    },
  );

  it('is read with what stands in its log alone, and nothing is written beside it', async () => {
    const path = seeded('wal');
    const db = new Database(path);
    onTestFinished(() => {
      db.close();
    });
    db.pragma('wal_autocheckpoint = 0');
    db.exec('UPDATE one SET said = 7');
    const before = [readdirSync(join(path, '..')), statSync(path).mtimeMs];
    const file = await openForeignFile(path);
    expect([...file.rows('one', ['said'])].every(([said]) => said === 7)).toBe(true);
    await file.close();
    expect([readdirSync(join(path, '..')), statSync(path).mtimeMs]).toEqual(before);
  });

  it('is refused with what to do where its program was ended in the middle, or never pauses', async () => {
    const path = seeded('delete');
    const copy = join(folder(), 'copy');
    writeFileSync(`${path}-journal`, Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(512)]));
    await expect(copyInUse(path, copy, 'mlflow.db', 100)).rejects.toThrow(
      'was left in the middle of a change: mlflow.db-journal lies beside it. Start the program that it belongs to once',
    );
    let size = 512;
    const busy = setInterval(() => {
      size += 8;
      writeFileSync(`${path}-journal`, Buffer.concat([Buffer.from('d9d505f920a163d7', 'hex'), Buffer.alloc(size)]));
    }, 5);
    await expect(copyInUse(path, copy, 'mlflow.db', 200)).rejects.toThrow(
      'is in use by another program, which writes to it without a pause',
    );
    clearInterval(busy);
    // One that is kept without a change in it says nothing.
    writeFileSync(`${path}-journal`, Buffer.alloc(512));
    expect(await copyInUse(path, copy, 'mlflow.db', 100)).toBe(statSync(path).size);
  });
});
