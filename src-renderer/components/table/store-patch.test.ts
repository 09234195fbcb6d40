import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildStore, type ColumnStore, numberAt, textAt } from './column-store';
import { orderRows } from './store-order';
import { patchStore } from './store-patch';
import { arbitraryRows } from './testing/arbitrary-rows';
import { COLUMN_NAMES, type SampleRow, toGrid } from './testing/sample-grid';

/** Every row of a store as text, by id. */
function contents(store: ColumnStore): Record<string, string> {
  const cell = (row: number, name: (typeof COLUMN_NAMES)[number]): string =>
    `${textAt(store, name, row)}|${numberAt(store, name, row) ?? ''}`;
  return Object.fromEntries(store.ids.map((id, row) => [id, COLUMN_NAMES.map((name) => cell(row, name)).join('¦')]));
}

const byName = { search: '', filter: {}, sort: [{ field: 'name', direction: 'asc' }] } as const;
const idsInOrder = (store: ColumnStore): (string | undefined)[] =>
  [...orderRows(store, byName)].map((row) => store.ids[row]);

describe('patching the store', () => {
  it('equals building it anew, ranks and search included', () => {
    fc.assert(
      fc.property(
        arbitraryRows,
        arbitraryRows,
        fc.nat(60),
        fc.array(fc.nat(50), { maxLength: 5 }),
        (old, fresh, shift, gone) => {
          const sent = fresh.map((row, index) => ({ ...row, id: `m${index + shift}` }));
          const removed = gone.map((number) => `m${number}`);
          const before = buildStore(toGrid(old));
          // Fills the caches, so that what the patch takes over from them is tested too.
          orderRows(before, { ...byName, search: 'risk' });
          const after = patchStore(before, toGrid(sent, 2), removed);
          const merged = new Map<string, SampleRow>(old.map((row) => [row.id, row]));
          for (const row of sent) merged.set(row.id, row);
          for (const id of removed) merged.delete(id);
          const rebuilt = buildStore(toGrid([...merged.values()], 2));
          expect(contents(after)).toEqual(contents(rebuilt));
          expect(after.ids).toEqual(rebuilt.ids);
          expect(idsInOrder(after)).toEqual(idsInOrder(rebuilt));
          expect(orderRows(after, { ...byName, search: 'risk' })).toEqual(
            orderRows(rebuilt, { ...byName, search: 'risk' }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('shares the columns in which nothing differs', () => {
    const rows = fc.sample(arbitraryRows, { numRuns: 20, seed: 3 }).find((list) => list.length > 5) ?? [];
    const before = buildStore(toGrid(rows));
    const after = patchStore(before, { revision: 2, ids: ['m2'], columns: { tier: { kind: 'number', values: [77] } } });
    expect(numberAt(after, 'tier', 2)).toBe(77);
    expect(numberAt(before, 'tier', 2)).toBe(rows[2]?.tier ?? null);
    expect(after.ids).toBe(before.ids);
    for (const name of COLUMN_NAMES) expect(after.columns.get(name) === before.columns.get(name)).toBe(name !== 'tier');
  });

  it('widens the codes when a dictionary outgrows them', () => {
    const rows = fc.sample(arbitraryRows, { numRuns: 20, seed: 3 }).find((list) => list.length > 5) ?? [];
    const first = rows[0];
    if (!first) throw new Error('the sample has no rows');
    const many = Array.from({ length: 70_000 }, (_, i) => ({ ...first, id: `n${i}`, businessOwner: `Owner ${i}` }));
    const after = patchStore(buildStore(toGrid(rows)), toGrid(many));
    expect(textAt(after, 'businessOwner', rows.length + 69_999)).toBe('Owner 69999');
    expect(after.columns.get('businessOwner')).toHaveProperty('codes.BYTES_PER_ELEMENT', 4);
  });

  it('gives a new row empty cells where the slice says nothing', () => {
    const before = buildStore(toGrid(fc.sample(arbitraryRows, { numRuns: 1, seed: 9 })[0] ?? []));
    const after = patchStore(before, {
      revision: 2,
      ids: ['new'],
      columns: { name: { kind: 'text', values: ['New one'] } },
    });
    const row = after.ids.indexOf('new');
    expect(textAt(after, 'name', row)).toBe('New one');
    expect(textAt(after, 'stage', row)).toBe('');
    expect(numberAt(after, 'reviewDue', row)).toBeNull();
  });
});
