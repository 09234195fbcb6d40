import { copyFileSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostKeys, type KeyKeeper, type SystemKeys } from '../../platform/key-keeper';
import { forgetKeys } from '../../store/files';
import { type TestBackend, type TestBackendOptions, testBackend } from '../../testing/test-backend';

const PASSPHRASE = 'correct horse battery';
const PLANTED = 'Zebra-finch';

/** Everything that lies in a folder, what the program keeps outside of portfolios too, in which a text stands as it is. */
const showing = (folder: string, text: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const path = join(folder, name);
    return statSync(path).isFile() && readFileSync(path).includes(text);
  });

/** A store of the system in memory; what it takes and gives is what the desktop's does. */
function memoryKeys(): SystemKeys & { readonly held: Map<string, string>; gives: boolean } {
  const held = new Map<string, string>();
  const keys = {
    held,
    gives: true,
    available: () => true,
    has: (head: string) => held.has(head),
    read: (head: string) => (keys.gives ? (held.get(head) ?? null) : null),
    write: (head: string, key: string) => held.set(head, key) === held,
    remove: (head: string) => void held.delete(head),
  };
  return keys;
}

/** An engine of another start of the program: it knows no key that the one before did. */
async function startedAgain(options: TestBackendOptions): Promise<TestBackend> {
  forgetKeys();
  return testBackend({ ...options, portfolio: false });
}

async function encrypted(keys?: KeyKeeper): Promise<TestBackend> {
  const engine = await testBackend({ keys, acceptPaths: false, portfolio: false });
  const file = engine.backend.grantFile(engine.file);
  await engine.call('workspace.create', { name: 'Acme', currency: 'EUR', file, passphrase: PASSPHRASE });
  await engine.call('models.create', { name: PLANTED });
  return engine;
}

const opening = ({ backend, file }: TestBackend) =>
  backend.dispatch('workspace.open', { file: backend.grantFile(file) });

describe('an encrypted portfolio', () => {
  it('is made with its passphrase, locked when it is closed, and opened with it', async () => {
    const engine = await encrypted();
    const { call, folder } = engine;
    expect((await call('workspace.status', {})).portfolio).toMatchObject({ encrypted: true });
    await call('workspace.close', {});
    expect(showing(folder, PLANTED)).toEqual([]);
    expect(await opening(engine)).toMatchObject({ ok: false, failure: { code: 'locked' } });
    expect((await call('workspace.status', {})).locked).toMatchObject({ fileName: 'test.modelfolio', keyLost: false });
    await expect(call('workspace.unlock', { passphrase: 'wrong' })).rejects.toThrow(
      'This passphrase does not open test.modelfolio. Capital letters and blanks count; try it again.',
    );
    expect((await call('workspace.status', {})).locked).not.toBeNull();
    await call('workspace.unlock', { passphrase: PASSPHRASE });
    expect((await call('workspace.status', {})).locked).toBeNull();
    expect((await call('models.list', {})).rows[0]?.name).toBe(PLANTED);
    expect((await call('journal.verify', {})).ok).toBe(true);
  });

  it('keeps its passphrase out of all files, failures and logs', async () => {
    const engine = await encrypted();
    const { call, folder, backend, logged } = engine;
    await call('workspace.close', {});
    await opening(engine);
    const secret = 'a very secret passphrase';
    const replies = [
      await backend.dispatch('workspace.unlock', { passphrase: secret }),
      await backend.dispatch('workspace.unlock', { passphrase: secret, remember: 'no' }),
      await backend.dispatch('encryption.set', { passphrase: secret, current: secret }),
      await backend.dispatch('encryption.set', { passphrase: 'short' }),
    ];
    expect(replies.every(({ ok }) => !ok)).toBe(true);
    await call('workspace.unlock', { passphrase: PASSPHRASE });
    await call('encryption.set', { passphrase: secret, current: PASSPHRASE });
    for (const text of [secret, PASSPHRASE]) {
      expect(JSON.stringify([replies, logged])).not.toContain(text);
      expect(showing(folder, text)).toEqual([]);
    }
  });

  it('is left locked, and what is open stays open', async () => {
    const engine = await encrypted();
    const { call, folder, backend } = engine;
    await call('workspace.close', {});
    const other = backend.grantFile(join(folder, 'other.modelfolio'));
    await call('workspace.create', { name: 'Other', currency: 'EUR', file: other });
    await opening(engine);
    expect((await call('workspace.status', {})).portfolio?.name).toBe('Other');
    expect(await call('workspace.leaveLocked', {})).toEqual({ left: 1 });
    expect((await call('workspace.status', {})).locked).toBeNull();
    await expect(call('workspace.unlock', { passphrase: PASSPHRASE })).rejects.toThrow(/No portfolio waits/);
  });

  it('has backups of its own passphrase, and restores those of an earlier one with it', async () => {
    const engine = await encrypted();
    const { call, folder } = engine;
    const first = await call('backups.create', {});
    expect(first).toMatchObject({ models: 1, locked: false });
    await call('models.create', { name: 'Later' });
    await call('encryption.set', { passphrase: 'the second passphrase', current: PASSPHRASE });
    const listed = (await call('backups.list', {})).backups;
    expect(listed).toMatchObject([{ id: first.id, models: null, locked: true }]);
    await expect(call('backups.restore', { id: first.id })).rejects.toMatchObject({ code: 'locked' });
    await expect(call('backups.restore', { id: first.id, passphrase: 'wrong' })).rejects.toMatchObject({
      code: 'locked',
    });
    await call('backups.restore', { id: first.id, passphrase: PASSPHRASE });
    expect((await call('models.list', {})).total).toBe(1);
    expect((await call('journal.verify', {})).ok).toBe(true);
    expect(showing(folder, PLANTED)).toEqual([]);
    // It has the passphrase of today, not that of the backup.
    await call('workspace.close', {});
    await opening(engine);
    await expect(call('workspace.unlock', { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'locked' });
    await call('workspace.unlock', { passphrase: 'the second passphrase' });
  });
});

describe('a plain portfolio', () => {
  it('is encrypted as it is, says so in its journal, and its plain copies are told and settled', async () => {
    const { call, folder, file } = await testBackend();
    await call('models.create', { name: PLANTED });
    await call('backups.create', {});
    copyFileSync(file, join(folder, 'test.before-update-from-3.modelfolio'));
    await call('encryption.set', { passphrase: PASSPHRASE });
    const [last] = (await call('journal.list', {})).entries;
    expect(last?.label).toBe('Encrypt the portfolio with a passphrase');
    expect((await call('journal.verify', {})).ok).toBe(true);
    const { plainCopies, encrypted: is } = await call('encryption.status', {});
    expect(is).toBe(true);
    expect(plainCopies.map(({ fileName }) => fileName)).toEqual([
      'test 2026-11-23 10-00-00 UTC.modelfolio',
      'test.before-update-from-3.modelfolio',
    ]);
    expect(showing(folder, PLANTED)).toHaveLength(1);
    const settled = await call('encryption.settleCopies', { how: 'encrypt' });
    expect(settled).toEqual({ settled: 2, left: [] });
    expect(showing(folder, PLANTED)).toEqual([]);
    expect((await call('backups.list', {})).backups).toMatchObject([{ models: 1, locked: false }]);
    expect((await call('encryption.status', {})).plainCopies).toEqual([]);
  });

  it('is made of an encrypted one by whoever knows the passphrase', async () => {
    const { call, folder } = await encrypted();
    await expect(call('encryption.remove', { current: 'wrong one' })).rejects.toMatchObject({ code: 'locked' });
    expect(showing(folder, PLANTED)).toEqual([]);
    await call('encryption.remove', { current: PASSPHRASE });
    expect((await call('workspace.status', {})).portfolio).toMatchObject({ encrypted: false });
    expect((await call('models.list', {})).rows[0]?.name).toBe(PLANTED);
    expect((await call('journal.verify', {})).ok).toBe(true);
  });

  it('changes nothing where a short passphrase is given, or the file was replaced', async () => {
    const { call, file, folder } = await testBackend();
    await expect(call('encryption.set', { passphrase: 'short' })).rejects.toThrow(/at least 8 characters/);
    renameSync(file, join(folder, 'elsewhere.modelfolio'));
    await expect(call('encryption.set', { passphrase: PASSPHRASE })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a key that the system keeps', () => {
  it('opens the portfolio without its passphrase, until it is taken back', async () => {
    const system = memoryKeys();
    const first = await encrypted(hostKeys(system));
    expect(await first.call('encryption.status', {})).toMatchObject({ keyStore: true, remembered: false });
    await first.call('encryption.remember', { on: true });
    expect(await first.call('encryption.status', {})).toMatchObject({ remembered: true });
    await first.backend.close();
    const { folder, file } = first;
    const second = await startedAgain({ folder, keys: hostKeys(system) });
    expect(await second.call('workspace.open', { file })).toMatchObject({ encrypted: true });
    // Another passphrase, and it is remembered still.
    await second.call('encryption.set', { passphrase: 'another passphrase', current: PASSPHRASE });
    expect(system.held.size).toBe(1);
    await second.backend.close();
    const third = await startedAgain({ folder, keys: hostKeys(system) });
    await third.call('workspace.open', { file });
    await third.call('encryption.remember', { on: false });
    expect(system.held.size).toBe(0);
    await third.backend.close();
    const fourth = await startedAgain({ folder, keys: hostKeys(system) });
    await expect(fourth.call('workspace.open', { file })).rejects.toMatchObject({ code: 'locked' });
  });

  it('is asked for again where the system does not give it back', async () => {
    const system = memoryKeys();
    const first = await encrypted(hostKeys(system));
    await first.call('encryption.remember', { on: true });
    await first.backend.close();
    system.gives = false;
    const second = await startedAgain({ folder: first.folder, keys: hostKeys(system) });
    await expect(second.call('workspace.open', { file: first.file })).rejects.toMatchObject({ code: 'locked' });
    expect((await second.call('workspace.status', {})).locked).toMatchObject({ keyLost: true });
    await second.call('workspace.unlock', { passphrase: PASSPHRASE });
  });

  it('is not offered where there is none', async () => {
    const { call } = await encrypted();
    expect(await call('encryption.status', {})).toMatchObject({ keyStore: false });
    await expect(call('encryption.remember', { on: true })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('is held by the host while the portfolio is open, for an engine that is started again, and no longer', async () => {
    const keys = hostKeys(null);
    const first = await encrypted(keys);
    const { folder, file } = first;
    await first.backend.close();
    const second = await startedAgain({ folder, keys });
    await second.call('workspace.open', { file });
    await second.call('workspace.close', {});
    await expect(second.call('workspace.open', { file })).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('what surrounds an encrypted file', () => {
  it('compares a copy that a conflict left, and asks for the passphrase of one that has another', async () => {
    const engine = await encrypted();
    const { call, folder, file } = engine;
    const copy = join(folder, 'test (conflicted copy).modelfolio');
    await call('workspace.close', {});
    copyFileSync(file, copy);
    await opening(engine);
    await call('workspace.unlock', { passphrase: PASSPHRASE });
    await call('models.create', { name: 'Mine' });
    const [found] = (await call('workspace.conflicts', {})).copies;
    const { comparison } = await call('workspace.compareConflict', { id: found?.id ?? '' });
    expect(comparison).toMatchObject({ here: { entries: 1 }, there: { entries: 0, models: 1 } });
    await call('encryption.set', { passphrase: 'another passphrase', current: PASSPHRASE });
    await expect(call('workspace.compareConflict', { id: found?.id ?? '' })).rejects.toMatchObject({ code: 'locked' });
    await expect(call('workspace.openConflict', { id: found?.id ?? '' })).rejects.toMatchObject({ code: 'locked' });
    expect((await call('workspace.status', {})).locked).toMatchObject({ fileName: basename(copy) });
    await call('workspace.unlock', { passphrase: PASSPHRASE });
    expect((await call('models.list', {})).total).toBe(1);
  });

  it('notices that the file was replaced, compares the two, and keeps what is open encrypted', async () => {
    const { call, folder, file } = await encrypted();
    const other = join(folder, 'other.modelfolio');
    await call('backups.create', {});
    const [backup] = (await call('backups.list', {})).backups;
    copyFileSync(join(folder, 'test backups', backup?.fileName ?? ''), other);
    await call('models.create', { name: 'Mine' });
    renameSync(other, file);
    expect((await call('workspace.status', {})).portfolio).toMatchObject({ place: 'replaced' });
    expect((await call('workspace.compareReplaced', {})).comparison).toMatchObject({
      here: { models: 2 },
      there: { models: 1 },
    });
    const kept = await call('workspace.keepCopy', {});
    expect(kept).toMatchObject({ encrypted: true });
    expect((await call('models.list', {})).total).toBe(2);
    expect(showing(folder, PLANTED)).toEqual([]);
  });

  it('brings back what a damaged one still holds, into an encrypted one', async () => {
    const engine = await encrypted();
    const { call, folder, file } = engine;
    await call('backups.create', {});
    for (const name of ['Churn', 'Fraud']) await call('models.create', { name });
    await call('workspace.close', {});
    const bytes = readFileSync(file);
    // Somewhere in its middle and at its end.
    for (const page of [bytes.length / 4096 - 1, Math.floor(bytes.length / 8192)])
      bytes.fill(0xab, page * 4096, (page + 1) * 4096);
    writeFileSync(file, bytes);
    const reference = engine.backend.grantFile(file);
    await expect(call('recovery.examine', { file: reference })).rejects.toMatchObject({ code: 'locked' });
    await opening(engine);
    await call('workspace.unlock', { passphrase: PASSPHRASE }).catch(() => undefined);
    const found = await call('recovery.examine', { file: reference });
    expect(found).toMatchObject({ whole: false, readable: true });
    expect(found.backup).toMatchObject({ models: 1 });
    const repaired = await call('recovery.repair', { file: reference });
    expect(repaired.opened).toMatchObject({ encrypted: true });
    expect((await call('journal.verify', {})).ok).toBe(true);
    expect((await call('models.list', {})).total).toBeGreaterThanOrEqual(1);
    expect(showing(folder, PLANTED)).toEqual([]);
    expect(readFileSync(file)).toEqual(bytes);
  });
});
