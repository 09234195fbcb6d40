import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ImportSet } from '#domain/models/import-sets';
import { testBackend } from '../../testing/test-backend';

const FIRST =
  'name,unit,stage,deployed on,owner\nAlpha,Cards,Production,2025-01-15,Ann\nBeta,Cards,Production,2025-01-15,Bob\nGamma,Cards,Production,,Cy\nDelta,Cards,Proposed,,Di\n';
const SECOND =
  'name,unit,stage,deployed on,owner\nAlpha,Cards,Production,2025-01-15,Ada\nBeta,Cards,Proposed,,Bob\nGamma,Cards,Production,,Cy\nEpsilon,Cards,Proposed,,Ed\n';

async function start() {
  const backend = await testBackend();
  const { call, folder } = backend;
  const put = (name: string, content: string | Uint8Array): string => {
    const file = join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const inSet = async (importId: string, which: ImportSet) =>
    (await call('models.list', { filter: { importId, which } })).rows.map(({ name }) => name);
  return { ...backend, put, inSet };
}

describe('the models that an import had to do with', () => {
  it('are found by what it does', async () => {
    const { call, put, inSet } = await start();
    const first = await call('imports.apply', { file: put('first.csv', FIRST) });
    expect(await inSet(first.importId, 'new')).toEqual(['Alpha', 'Beta', 'Delta', 'Gamma']);
    const { importId } = await call('imports.apply', { file: put('second.csv', SECOND) });
    expect(await inSet(importId, 'new')).toEqual(['Epsilon']);
    expect(await inSet(importId, 'changed')).toEqual(['Alpha']);
    expect(await inSet(importId, 'missing')).toEqual(['Delta']);
    expect(await inSet(importId, 'contradicted')).toEqual(['Beta']);
    expect(await inSet(importId, 'waiting')).toEqual([]);
    expect(await call('imports.sets', { importId })).toEqual({
      new: 1,
      changed: 1,
      missing: 1,
      waiting: 0,
      contradicted: 1,
      ended: 0,
    });
    const { problems } = await call('imports.problems', { importId });
    expect(problems).toContainEqual({
      row: 0,
      column: '',
      code: 'models_missing',
      message: '1 model of this source is not in the file.',
      value: '',
      effect: 'note',
    });
  });

  it('stay findable when the import is undone, as far as they are here', async () => {
    const { call, put, inSet } = await start();
    await call('imports.apply', { file: put('first.csv', FIRST) });
    const { importId } = await call('imports.apply', { file: put('second.csv', SECOND) });
    await call('imports.undo', { importId });
    expect(await inSet(importId, 'new')).toEqual([]);
    expect(await inSet(importId, 'missing')).toEqual(['Delta']);
    await expect(call('imports.sets', { importId: 'none' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are found as well in an import of so many that its journal entry is compressed', async () => {
    const { call, put, inSet } = await start();
    const rows = (owner: string, from: number): string =>
      `name,unit,owner\n${Array.from({ length: 150 }, (_, at) => `Model ${at + from},Cards,${owner}\n`).join('')}`;
    const first = await call('imports.apply', { file: put('many.csv', rows('Ann', 0)) });
    const second = await call('imports.apply', { file: put('more.csv', rows('Bob', 50)) });
    expect((await inSet(first.importId, 'new')).length).toBe(100);
    expect(await call('imports.sets', { importId: first.importId })).toMatchObject({ new: 150, changed: 0 });
    expect(await call('imports.sets', { importId: second.importId })).toMatchObject({
      new: 50,
      changed: 100,
      missing: 50,
    });
    await call('history.undo', {});
    await call('history.redo', {});
    expect(await call('imports.sets', { importId: second.importId })).toMatchObject({ new: 50, changed: 100 });
  });

  it('of a version history are those that contradict, and those whose last version has ended', async () => {
    const { call, put, inSet } = await start();
    await call('imports.apply', { file: put('first.csv', FIRST) });
    const history = 'model,version,live from,live until\nAlpha,1,2025-01-15,2025-06-30\nZeta,1,2024-01-01,2024-12-31\n';
    const { importId } = await call('imports.apply', { file: put('versions.csv', history), format: 'versions' });
    expect(await inSet(importId, 'ended')).toEqual(['Alpha', 'Zeta']);
    expect(await inSet(importId, 'new')).toEqual(['Zeta']);
    const again = history.replace('2025-06-30', '2025-07-31');
    const next = await call('imports.apply', { file: put('again.csv', again), format: 'versions' });
    expect(await inSet(next.importId, 'contradicted')).toEqual(['Alpha']);
  });
});

describe('models that a file does not have', () => {
  it('are told with the file that they came with, and when their owner was asked', async () => {
    const { call, put } = await start();
    const { importId } = await call('imports.apply', { file: put('first.csv', FIRST) });
    const missing = async () => {
      const preview = await call('imports.preview', { file: put('second.csv', SECOND) });
      return preview.format === 'inventory' ? preview.missingModels : [];
    };
    const { at } = (await call('imports.list', {})).imports.find(({ id }) => id === importId) ?? {};
    const [delta] = await missing();
    expect(delta).toMatchObject({ name: 'Delta', owner: 'Di', since: { fileName: 'first.csv', at }, asked: null });
    const ids = [delta?.modelId ?? ''];
    expect(await call('imports.askedOwners', { source: 'Inventory', ids })).toEqual({ noted: 1 });
    expect((await missing())[0]?.asked).toMatch(/^\d{4}-/);
    // What was asked is no answer about whose row is whose.
    expect(await call('imports.preview', { file: put('second.csv', SECOND) })).toMatchObject({
      missing: ids,
      creates: 1,
    });
    await call('history.undo', {});
    expect((await missing())[0]?.asked).toBeNull();
  });
});

describe('rows of several sheets', () => {
  const BOOK = readFileSync(join(import.meta.dirname, '../../importers/tabular/samples/inventory.xlsx'));

  it('are told by their sheet and its own row, in the ledger and on the model', async () => {
    const { call, put } = await start();
    const sheets = ['Inventory 2025', 'Inventory 2026'];
    const file = put('two.xlsx', BOOK);
    const preview = await call('imports.preview', { file, sheets });
    const { importId } = await call('imports.apply', { file, sheets });
    expect((await call('imports.problems', { importId })).parts).toEqual(preview.parts);
    const places = await Promise.all(
      (await call('models.list', {})).rows.map(async ({ id }) => {
        const [origin] = (await call('models.get', { id })).provenance;
        return `${origin?.sheet} ${origin?.row}`;
      }),
    );
    expect(places).toContain('Inventory 2025 4');
    expect(
      places
        .filter((place) => place.startsWith('Inventory 2026'))
        .every((place) => Number(place.split(' ').at(-1)) < 10),
    ).toBe(true);
  });

  it('come in from workbooks in an archive as well', async () => {
    const { call, put } = await start();
    const plain = await call('imports.preview', { file: put('plain.xlsx', BOOK) });
    const one = await call('imports.preview', { file: put('one.zip', zipSync({ 'export/inventory.xlsx': BOOK })) });
    expect(one).toMatchObject({ fileKind: 'xlsx', rows: plain.rows, creates: plain.creates, sheets: plain.sheets });
    const both = put('both.zip', zipSync({ 'a/inventory.xlsx': BOOK, 'notes.csv': strToU8('name,unit\nNew,Cards\n') }));
    const several = await call('imports.preview', { file: both });
    expect(several.sheets).toEqual([...plain.sheets.map((sheet) => `a/inventory.xlsx: ${sheet}`), 'notes.csv']);
    expect(several.sheet).toBe('a/inventory.xlsx: Inventory 2025');
    expect(await call('imports.preview', { file: both, sheet: 'notes.csv' })).toMatchObject({ rows: 1, creates: 1 });
  });
});
