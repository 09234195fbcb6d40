import { copyFileSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend';
import { openPortfolio } from '../files';
import { sqlite } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { verifyJournal } from '../journal/verify';
import { newModelRow } from '../models/model-writes';
import { DEFAULT_SETTINGS } from '../portfolio/settings';
import type { Store, WriteRequest } from '../store';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { type FileKey, throwawayKey } from './file-key';
import { rememberKey } from './keyring';
import { readingCopyOf } from './open';
import { openDatabase } from './open-database';

const MODELS = 6_000;
const NOW = '2026-01-01T00:00:00.000Z';
const straight = (othersLetGo = async () => true): WriteRequest => ({
  ...testRequest(),
  bulk: true,
  straight: { adds: 1e9, othersLetGo },
});

/** 50 MB of models, more than is held in memory, and what is looked at when most of them are written. */
async function addMany(write: WriteHandle, nearlyDone: () => unknown = () => undefined): Promise<void> {
  for (let from = 0; from < MODELS; from += 500) {
    const rows = Array.from({ length: 500 }, (_, n) => {
      const name = `Model ${from + n}`;
      const purpose = `${name} `.repeat(800);
      return newModelRow(`n${from + n}`, { name, purpose }, [], DEFAULT_SETTINGS.reviewMonths, NOW);
    });
    await write.insert('models', rows);
    if (from === MODELS - 1000) await nearlyDone();
  }
}

const count = (store: Store): unknown => sqlite(store.read).prepare('SELECT count(*) FROM models').pluck().get();
const bytes = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

async function expectWhole(store: Store, models: number): Promise<void> {
  expect(await verifyJournal(store.read)).toMatchObject({ ok: true });
  expect(count(store)).toBe(models);
  expect(store.isElsewhere()).toBe(false);
  expect(existsSync(readingCopyOf(store.path))).toBe(false);
  expect(existsSync(`${store.path}-journal`)).toBe(false);
  const db = openDatabase(store.path, store.key, { readonly: true });
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
}

function newKey(): FileKey {
  const key = throwawayKey();
  rememberKey(key);
  return key;
}

const filesBeside = ({ path }: Store): string[] => readdirSync(dirname(path)).map((name) => join(dirname(path), name));

const KINDS: readonly { readonly kind: string; readonly keyFor: () => FileKey | null }[] = [
  { kind: 'plain', keyFor: () => null },
  { kind: 'encrypted', keyFor: newKey },
];

describe.each(KINDS)('a change that adds much to a portfolio that is $kind', ({ keyFor }) => {
  it('passes neither log, while questions are answered from what was there before', async () => {
    const store = await openTestStore(keyFor());
    // A statement that somebody holds, and a connection of their own.
    const held = sqlite(store.read).prepare('SELECT count(*) FROM models WHERE id <> ?').pluck();
    expect(held.get('')).toBe(1);
    await store.write(straight(), async (write) => {
      await addMany(write, async () => {
        expect(bytes(store.path)).toBeGreaterThan(5_000_000);
        expect(bytes(`${store.path}-wal`)).toBe(0);
        expect(bytes(`${store.path}-journal`)).toBeLessThan(500_000);
        expect([count(store), held.get('')]).toEqual([1, 1]);
        expect(
          await store.snapshot(async (read) => sqlite(read).prepare('SELECT id FROM models').pluck().all()),
        ).toEqual(['m1']);
        // In file, rollback journal and copy as well.
        const showing = filesBeside(store).filter((file) =>
          ['Churn', 'Model 4000 '].some((text) => readFileSync(file).includes(text)),
        );
        expect(showing.length === 0).toBe(store.key !== null);
        expect(store.isElsewhere()).toBe(true);
        expect(store.changedElsewhere()).toBe(false);
      });
      return { label: 'Add many', value: null };
    });
    expect(held.get('')).toBe(MODELS + 1);
    expect(store.changedElsewhere()).toBe(false);
    await expectWhole(store, MODELS + 1);
    // What another program writes is noticed as before.
    const other = openDatabase(store.path, store.key);
    other.exec("UPDATE models SET health = 'unknown'");
    other.close();
    expect(store.changedElsewhere()).toBe(false);
  });

  it('is as before where the program is killed in the middle', async () => {
    const store = await openTestStore(keyFor());
    const killed = join(temporaryFolder(), 'killed.modelfolio');
    await store.write(straight(), async (write) => {
      // What lies on the disk at that moment.
      await addMany(write, () => {
        copyFileSync(store.path, killed);
        copyFileSync(`${store.path}-journal`, `${killed}-journal`);
      });
      return { label: 'Add many', value: null };
    });
    expect(bytes(killed)).toBeGreaterThan(5_000_000);
    const again = openPortfolio(killed, NOW);
    try {
      await expectWhole(again, 1);
    } finally {
      await again.close();
    }
  });

  it('leads back to the byte count of before where it is given up', async () => {
    const store = await openTestStore(keyFor());
    sqlite(store.read).prepare('SELECT 1').get();
    await store.write(testRequest(), async (write) => {
      await write.update('models', ['m1'], { notes: 'Known' });
      return { label: 'Note', value: null };
    });
    const failed = store.write(straight(), async (write) => {
      await addMany(write, () => {
        throw new Error('cancelled');
      });
      return { label: 'Add many', value: null };
    });
    await expect(failed).rejects.toThrow('cancelled');
    await expectWhole(store, 1);
    expect(bytes(store.path)).toBeLessThan(1_000_000);
  });
});

describe('a change that adds much', () => {
  it.each<[string, (store: Store) => Promise<{ request: WriteRequest; end: () => void }>]>([
    [
      'another program has the portfolio open',
      async ({ path }) => {
        const other = new Database(path);
        other.prepare('SELECT count(*) FROM models').get();
        return { request: straight(), end: () => other.close() };
      },
    ],
    [
      'a reader beside the engine is busy',
      async () => ({ request: straight(async () => false), end: () => undefined }),
    ],
    [
      'a question is giving out rows',
      async ({ read }) => {
        const rows = sqlite(read).prepare('SELECT id FROM models UNION ALL SELECT id FROM models').iterate();
        rows.next();
        return { request: straight(), end: () => rows.return?.() };
      },
    ],
  ])('passes the log where %s', async (_what, prepare) => {
    const store = await openTestStore();
    const { request, end } = await prepare(store);
    await store.write(request, async (write) => {
      await addMany(write, () => {
        expect(store.isElsewhere()).toBe(false);
        expect(existsSync(`${store.path}-journal`)).toBe(false);
      });
      return { label: 'Add many', value: null };
    });
    end();
    await expectWhole(store, MODELS + 1);
  });
});
