import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend';
import { openPortfolio, readBesides } from '../files';
import { countModels } from '../portfolio/portfolio';
import type { Store } from '../store';
import { openTestStore, testRequest } from '../testing/open-test-store';
import { onReadOnlyDisk } from '../testing/read-only-disk';
import { rewriteInPlace } from './change-key';
import { checkCopy } from './check-copy';
import { readClosedFile } from './closed-file';
import { deriveKey, type FileKey, newHead } from './file-key';
import { forgetKeys, rememberKey } from './keyring';
import { takeKey, unlockFile, WRONG_PASSPHRASE } from './unlock';

const NOW = '2026-01-01T00:00:00.000Z';
const PASSPHRASE = 'correct horse battery';
/** The least that is taken: what a passphrase costs is no matter here. */
const LOG_N = 14;
const PLANTED = 'Zebra-finch';

async function keyed(passphrase = PASSPHRASE): Promise<FileKey> {
  const key = await deriveKey(passphrase, newHead(LOG_N));
  rememberKey(key);
  return key;
}

const rename = (store: Store, name: string): Promise<unknown> =>
  store.write(testRequest(), async (write) => {
    await write.update('models', ['m1'], { name });
    return { label: `Rename to ${name}`, value: null };
  });

/** Files in which a text stands as it is. */
const showing = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    try {
      return readFileSync(path).includes(text);
    } catch {
      return false;
    }
  });

const modelsIn = async (path: string): Promise<number> => {
  const store = openPortfolio(path, NOW);
  const { models } = await countModels(store.read);
  await store.close();
  return models;
};

/** All that a file holds, with the order and the numbers of its rows; what SQLite keeps for its planner is no part of it. */
const dumped = (path: string): unknown =>
  readClosedFile(path, (db) => {
    const objects = db
      .prepare<[], { name: string; type: string; sql: string | null }>(
        'SELECT type, name, sql FROM sqlite_schema ORDER BY type, name',
      )
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_stat'));
    const tables = objects.filter(({ type }) => type === 'table').map(({ name }) => name);
    const rows = tables.map((table) => {
      const wr = db.prepare('SELECT wr FROM pragma_table_list(?)').pluck().get(table) === 1;
      return [
        table,
        db
          .prepare(`SELECT ${wr ? '' : 'rowid, '}* FROM "${table}"`)
          .raw()
          .all(),
      ];
    });
    return { objects, rows, version: db.pragma('user_version'), application: db.pragma('application_id') };
  });

describe('an encrypted portfolio', () => {
  it('shows nothing of what it holds: not in the file, its log, a copy or what a snapshot needs', async () => {
    const store = await openTestStore(await keyed());
    await rename(store, PLANTED);
    const folder = dirname(store.path);
    await store.copyTo(join(folder, 'copy.modelfolio'));
    await store.snapshot(async () => undefined);
    expect(readdirSync(folder)).toContain('test.modelfolio-wal');
    expect(showing(folder, PLANTED)).toEqual([]);
    expect(showing(folder, 'CREATE TABLE')).toEqual([]);
    await store.close();
    expect(showing(folder, PLANTED)).toEqual([]);
    expect(readFileSync(store.path).toString('latin1', 0, 4)).toBe('MFLE');
  });

  it('is not opened before it is unlocked, nor with another passphrase, and neither touches it', async () => {
    const store = await openTestStore(await keyed());
    await store.close();
    forgetKeys();
    const before = readFileSync(store.path);
    expect(() => openPortfolio(store.path, NOW)).toThrow(/test\.modelfolio is encrypted\. Give its passphrase/);
    await expect(unlockFile(store.path, 'correct horse batterY')).rejects.toMatchObject({
      code: 'locked',
      detail: WRONG_PASSPHRASE,
    });
    expect(() => openPortfolio(store.path, NOW)).toThrow(/is encrypted/);
    expect(readFileSync(store.path)).toEqual(before);
    expect(readdirSync(dirname(store.path))).toEqual(['test.modelfolio']);
    await unlockFile(store.path, PASSPHRASE);
    expect(await modelsIn(store.path)).toBe(1);
  });

  it('takes a passphrase as it looks, however its marks were typed', async () => {
    const store = await openTestStore(await keyed('caf\u00e9 cr\u00e8me 1'));
    await store.close();
    forgetKeys();
    await unlockFile(store.path, 'cafe\u0301 cre\u0300me 1');
    expect(await modelsIn(store.path)).toBe(1);
  });

  it('finds a page that somebody altered, wherever in the file it lies', async () => {
    const store = await openTestStore(await keyed());
    await store.close();
    const whole = readFileSync(store.path);
    const pages = whole.length / 4096;
    for (const page of [1, 2, Math.floor(pages / 2), pages - 1]) {
      const hurt = join(dirname(store.path), 'hurt.modelfolio');
      const bytes = Buffer.from(whole);
      const at = page * 4096 + 2000;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(hurt, bytes);
      expect(() => checkCopy(hurt), `page ${page}`).toThrow(/hurt\.modelfolio is damaged/);
      bytes.fill(0, page * 4096, (page + 1) * 4096);
      writeFileSync(hurt, bytes);
      expect(() => checkCopy(hurt), `page ${page} of nothing`).toThrow(/hurt\.modelfolio is damaged/);
      // A whole page of the file, at another place.
      whole.copy(bytes, page * 4096, 4096 * 3, 4096 * 4);
      writeFileSync(hurt, bytes);
      expect(() => checkCopy(hurt), `page ${page} of elsewhere`).toThrow(/hurt\.modelfolio is damaged/);
    }
  });

  it('tells a damaged beginning from a wrong passphrase where there is a backup', async () => {
    const store = await openTestStore(await keyed());
    const backup = join(dirname(store.path), 'backup.modelfolio');
    await store.copyTo(backup);
    await store.close();
    const bytes = readFileSync(store.path);
    bytes[300] = (bytes[300] ?? 0) ^ 1;
    writeFileSync(store.path, bytes);
    forgetKeys();
    await expect(unlockFile(store.path, PASSPHRASE, [backup])).rejects.toThrow(/passphrase is right, but/);
    await expect(unlockFile(store.path, 'another one', [backup])).rejects.toThrow(/does not open test\.modelfolio/);
  });

  it('is read besides with the key that is handed over, and not without', async () => {
    const key = await keyed();
    const store = await openTestStore(key);
    const beside = readBesides(store.path, key);
    expect(await countModels(beside.read)).toMatchObject({ models: 1 });
    await beside.close();
    expect(() => readBesides(store.path, null)).toThrow(/not a database/);
  });

  it('is read on a disk that may not be written, and a copy of it is encrypted too', async (context) => {
    const key = await keyed();
    const store = await openTestStore(key);
    await rename(store, PLANTED);
    await store.close();
    const target = temporaryFolder();
    const path = onReadOnlyDisk(store.path);
    if (path === null) return context.skip('A disk that may not be written can be made by root only.');
    const held = openPortfolio(path, NOW);
    expect(held.readOnly).toBe(true);
    expect(await countModels(held.read)).toMatchObject({ models: 1 });
    await held.copyTo(join(target, 'copy.modelfolio'));
    await held.close();
    expect(showing(target, PLANTED)).toEqual([]);
    checkCopy(join(target, 'copy.modelfolio'));
    expect(await modelsIn(join(target, 'copy.modelfolio'))).toBe(1);
  });

  it('keeps a key that was kept elsewhere from another file', async () => {
    const key = await keyed();
    const store = await openTestStore(key);
    await store.close();
    forgetKeys();
    expect(takeKey(store.path, { ...key, key: '00'.repeat(32) })).toBe(false);
    expect(takeKey(store.path, { ...key, head: '00'.repeat(16) })).toBe(false);
    expect(() => openPortfolio(store.path, NOW)).toThrow(/is encrypted/);
    expect(takeKey(store.path, key)).toBe(true);
    expect(await modelsIn(store.path)).toBe(1);
  });
});

describe('a portfolio whose encryption is changed', () => {
  const states: readonly [string, boolean, boolean][] = [
    ['encrypted', false, true],
    ['given another passphrase', true, true],
    ['decrypted', true, false],
  ];
  it.each(states)('and is %s holds what it held, to the row', async (_what, was, is) => {
    const from = was ? await keyed() : null;
    const to = is ? await keyed('another passphrase') : null;
    const store = await openTestStore(from);
    await rename(store, PLANTED);
    await store.close();
    const before = join(temporaryFolder(), 'before.modelfolio');
    copyFileSync(store.path, before);
    rewriteInPlace(store.path, from, to);
    expect(readdirSync(dirname(store.path))).toEqual(['test.modelfolio']);
    expect(showing(dirname(store.path), PLANTED)).toEqual(is ? [] : ['test.modelfolio']);
    expect(dumped(store.path)).toEqual(dumped(before));
  });

  it('stays as it is where another program has it open', async () => {
    const store = await openTestStore(await keyed());
    const other = openPortfolio(store.path, NOW);
    await store.close();
    const before = readFileSync(store.path);
    const to = await keyed('another passphrase');
    expect(() => rewriteInPlace(store.path, store.key, to)).toThrow(/is open in another Modelfolio/);
    expect(readFileSync(store.path)).toEqual(before);
    expect(existsSync(`${store.path}.part`)).toBe(false);
    await other.close();
    rewriteInPlace(store.path, store.key, to);
    expect(await modelsIn(store.path)).toBe(1);
  });

  it('keeps the rights of its file', async () => {
    const store = await openTestStore();
    await store.close();
    chmodSync(store.path, 0o600);
    rewriteInPlace(store.path, null, await keyed());
    expect(statSync(store.path).mode & 0o777).toBe(0o600);
  });
});

it('takes over a backup of another passphrase, of none, and into a plain portfolio', async () => {
  const keys = [null, await keyed(), await keyed('the one before')];
  for (const own of keys) {
    for (const of of keys) {
      const backup = await openTestStore(of);
      await rename(backup, PLANTED);
      await backup.close();
      const store = await openTestStore(own);
      const folder = dirname(store.path);
      await rename(store, 'Another');
      await store.takeOver(backup.path, join(folder, 'kept.modelfolio'));
      await store.close();
      expect(dumped(store.path)).toEqual(dumped(backup.path));
      expect(showing(folder, PLANTED)).toEqual(own === null ? ['test.modelfolio'] : []);
    }
  }
});
