import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, replyIn } from '#contract/frame';
import { Grid, type GridColumn, PackedGrid } from '#contract/models/grid';
import {
  buildStore,
  type ColumnStore,
  columnNames,
  numberAt,
  textAt,
} from '../../../src-renderer/components/table/column-store';
import { unpackStore } from '../../../src-renderer/components/table/unpack-store';
import { bytesOf, replyOf } from '../../rpc/reply-bytes';
import { type TestBackend, testBackend } from '../../testing/test-backend';

/** Every cell as the page shows it. */
const cellsOf = (store: ColumnStore, names: readonly GridColumn[]): object => ({
  revision: store.revision,
  ids: store.ids,
  cells: Object.fromEntries(
    names.map((name) => [name, store.ids.map((_, row) => textAt(store, name, row) || numberAt(store, name, row))]),
  ),
});

async function bothOf({ call, backend }: TestBackend): Promise<readonly [object, object]> {
  const grid = await call('models.grid', {});
  const packed = PackedGrid.parse(await call('models.columns', {}));
  // Once more over a line, as it reaches a window.
  const sent = replyOf(bytesOf(await backend.dispatch('models.columns', {})));
  const names = columnNames(Grid.parse(grid));
  const unpacked = cellsOf(unpackStore(packed), names);
  if (!sent.ok) throw new Error(sent.failure.message);
  expect(cellsOf(unpackStore(PackedGrid.parse(sent.value)), names)).toEqual(unpacked);
  return [unpacked, cellsOf(buildStore(grid), names)];
}

describe('models.columns', () => {
  it('shows the page the same cells as models.grid', async () => {
    const own = await testBackend();
    const [none, nothing] = await bothOf(own);
    expect(none).toEqual(nothing);
    await own.call('models.create', {
      name: 'Zürich 𝒳 “scores”',
      unit: 'Retail / Ä',
      tier: 2,
      stage: 'deployed',
      since: '2026-01-02',
      version: '1',
      annualValueMinor: 8_999_999_999_999_999,
      externalReferences: [{ system: 'MLflow', id: 'run-ä' }],
      tags: ['eu', 'pii'],
    });
    await own.call('models.create', { name: 'a', externalReferences: [{ system: 'MLflow', id: 'run-ä' }] });
    await own.call('models.create', { name: 'B' });
    const [unpacked, built] = await bothOf(own);
    expect(unpacked).toEqual(built);
  });

  it('does so of names that are read in several parts, with and without other letters than A to Z', async () => {
    const own = await testBackend();
    const long = 'model of a very long name '.repeat(7);
    const rows = Array.from({ length: 7_000 }, (_, row) => `${row % 400 === 7 ? 'Größe ' : ''}${long}${row},U${row}`);
    writeFileSync(join(own.folder, 'long.csv'), `name,unit\n${rows.join('\n')}\n`);
    await own.call('imports.apply', { file: join(own.folder, 'long.csv') });
    const [unpacked, built] = await bothOf(own);
    expect(unpacked).toEqual(built);
    expect(JSON.stringify(unpacked).length).toBeGreaterThan(1_300_000);
  });

  it('is a text of base64 where JSON is wanted', async () => {
    const { call } = await testBackend();
    await call('models.create', { name: 'Churn' });
    const { bytes } = await call('models.columns', {});
    const text: unknown = JSON.parse(JSON.stringify({ bytes })).bytes;
    expect(Buffer.from(String(text), 'base64').equals(bytes)).toBe(true);
  });
});

describe('a frame', () => {
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

  it('gives back the reply and its bytes, wherever it lies (property)', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.uint8Array(), fc.nat(9), (beside, bytes, shift) => {
        const json = new TextEncoder().encode(JSON.stringify({ ok: true, value: { beside, bytes: null } }));
        const frame = frameOf(json, bytes);
        const moved = new Uint8Array(frame.length + shift);
        moved.set(frame, shift);
        const { value } = replyIn(moved.subarray(shift), textOf) as { value: { beside: unknown; bytes: Uint8Array } };
        expect(value).toEqual({ beside: JSON.parse(JSON.stringify(beside)), bytes });
        expect(value.bytes.byteOffset % 8).toBe(0);
      }),
    );
  });

  it('is told from plain JSON and from other bytes', () => {
    expect(replyIn(new TextEncoder().encode('{"ok":true}'), textOf)).toEqual({ ok: true });
    expect(() => replyIn(new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8]), textOf)).toThrow('neither');
  });
});
