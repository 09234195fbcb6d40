import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { encryptedHeadOf, type FileKey, knownKey, readBesides } from '../store/files';
import type { Head } from '../store/journal/changed-since';
import { keepBeside } from '../store/kept/keep-beside';
import { unsealed } from '../store/kept/seal';
import { jsonGrid } from '../store/models/held/grid-of';
import { heldModels } from '../store/models/held/held';
import { heldBytes, heldOf } from '../store/models/held/held-file';
import * as reading from '../store/models/sqlite/read-held';
import type { Store } from '../store/store';
import { expectKeptIsCounted } from '../testing/held/kept-and-counted';
import { type TestBackend, testBackend } from '../testing/test-backend';

const NOW = '2026-11-23T10:00:00.000Z';
const MODELS = 5_200;

/** A portfolio that is large enough to be kept. */
async function large(): Promise<TestBackend> {
  const own = await testBackend();
  const line = (n: number): string =>
    `Modell ${n % 7 ? '' : 'Ä'}${n},Unit ${n % 9},${n % 3 ? 'deployed' : 'retired'},2025-0${1 + (n % 9)}-01`;
  writeFileSync(
    join(own.folder, 'all.csv'),
    `name,unit,stage,deployed on\n${Array.from({ length: MODELS }, (_, n) => line(n)).join('\n')}\n`,
  );
  await own.call('imports.apply', { file: join(own.folder, 'all.csv') });
  return own;
}

const opened = (own: TestBackend, key: FileKey | null = null): Store => {
  const store = readBesides(own.file, key);
  keepBeside(store, own.folder, '1', NOW);
  return store;
};
const keptFiles = ({ folder }: TestBackend): readonly string[] =>
  existsSync(join(folder, 'held')) ? readdirSync(join(folder, 'held')) : [];

/** Opens, looks whether everything was read from the portfolio, holds it against counting, and closes. */
async function look(own: TestBackend, key: FileKey | null = null): Promise<boolean> {
  const whole = vi.spyOn(reading, 'readAll');
  const store = opened(own, key);
  await expectKeptIsCounted(store.read, NOW, 'opened');
  await store.close();
  const read = whole.mock.calls.length > 0;
  whole.mockRestore();
  return read;
}

describe('models that are kept between two openings', { timeout: 60_000 }, () => {
  it('are there again without reading the portfolio, also after changes by others', async () => {
    const own = await large();
    expect(keptFiles(own)).toEqual([]);
    expect(await look(own)).toBe(true);
    expect(keptFiles(own)).toHaveLength(1);
    expect(await look(own)).toBe(false);
    const [first = '', second = ''] = (await own.call('models.list', { limit: 2 })).rows.map(({ id }) => id);
    await own.call('models.update', { id: first, patch: { name: 'Zuletzt', unit: 'Elsewhere' } });
    await own.call('models.remove', { ids: [second] });
    await own.call('models.create', { name: 'Anfang', stage: 'validation', tier: 1 });
    await own.call('incidents.create', { title: 'Late', severity: 2, modelId: first, openedAt: NOW });
    expect(await look(own)).toBe(false);
    expect(await look(own)).toBe(false);
  });

  it('are of no use to another version, after a restored backup, for another file, or when a byte is another one', async () => {
    const own = await large();
    const { id } = await own.call('backups.create', {});
    await own.call('models.create', { name: 'Later' });
    expect(await look(own)).toBe(true);
    expect(await look(own)).toBe(false);
    const file = join(own.folder, 'held', keptFiles(own)[0] ?? '');
    const whole = readFileSync(file);
    for (const at of [3, 9, 40, whole.length >> 1, whole.length - 1]) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(file, changed);
      expect(await look(own)).toBe(true);
    }
    for (const cut of [0, 10, whole.length >> 1]) {
      writeFileSync(file, whole.subarray(0, cut));
      expect(await look(own)).toBe(true);
    }
    writeFileSync(file, whole);
    const of = { version: '1', path: own.file };
    const format = readableFormat(whole);
    expect(heldOf(whole, { ...of, format })).not.toBe(null);
    expect(heldOf(whole, { ...of, format, version: '2' })).toBe(null);
    expect(heldOf(whole, { ...of, format: format + 1 })).toBe(null);
    expect(heldOf(whole, { ...of, format, path: `${own.file}x` })).toBe(null);
    await own.call('backups.restore', { id });
    expect(await look(own)).toBe(true);
  });

  it('are encrypted of a portfolio that is, with its key, and what was kept plain goes', async () => {
    const own = await large();
    expect(await look(own)).toBe(true);
    const [name = ''] = keptFiles(own);
    const shown = (): boolean => readFileSync(join(own.folder, 'held', name)).includes('Modell');
    expect(shown()).toBe(true);
    await own.call('encryption.set', { passphrase: 'a passphrase of a test' });
    const key = knownKey(encryptedHeadOf(own.file)?.toString('hex') ?? '');
    expect(await look(own, key)).toBe(true);
    expect(keptFiles(own)).toEqual([name]);
    expect(shown()).toBe(false);
    expect(await look(own, key)).toBe(false);
    const sealedNow = readFileSync(join(own.folder, 'held', name));
    expect(() => unsealed(sealedNow, { head: key?.head ?? '', key: '00'.repeat(32) })).toThrow();
  });

  it('are not kept of one that is gone', async () => {
    const own = await large();
    expect(await look(own)).toBe(true);
    await own.backend.close();
    renameSync(own.file, join(own.folder, 'moved.modelfolio'));
    const other = await testBackend();
    keepBeside(readBesides(other.file, null), own.folder, '1', NOW);
    expect(keptFiles(own)).toEqual([]);
  });

  it('come back as they were, whatever is in them', async () => {
    const own = await large();
    const store = opened(own);
    const held = heldModels(store.read, NOW);
    if (held === null) throw new Error('nothing is held');
    const head: Head = { seq: 1, hash: 'h' };
    const state = { version: '1', format: 20, path: own.file, head, day: '2026-11-23', sources: ['models'] };
    const again = heldOf(Buffer.concat(heldBytes(held, state)), { version: '1', format: 20, path: own.file });
    expect(again?.state).toEqual(state);
    expect(again && jsonGrid(again.held, 0, NOW)).toEqual(jsonGrid(held, 0, NOW));
    await store.close();
  });
});

const readableFormat = (file: Buffer): number =>
  Number(/"format":(\d+)/.exec(file.toString('latin1', 0, 10_000))?.[1] ?? 0);
