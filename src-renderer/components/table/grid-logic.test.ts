import { describe, expect, it } from 'vitest';
import { layoutOf, moveColumn, nudgeColumn, resetWidth, setWidth, toggleColumn } from './column-layout';
import { moveFocus } from './grid-navigation';
import { carrySelection, noSelection, selectAll, selectedRows, selectRange, toggleRow } from './selection';
import { nextSort } from './sort-keys';

describe('moving the focus', () => {
  const size = { rows: 100, columns: 5, page: 10 };
  const at = (position: number, column: number, key: string, mod = false) =>
    moveFocus({ position, column }, { key, mod }, size);
  it('stays inside the grid', () => {
    expect(at(0, 0, 'ArrowLeft')).toEqual({ position: 0, column: 0 });
    expect(at(99, 4, 'ArrowDown')).toEqual({ position: 99, column: 4 });
    expect(at(-1, 2, 'ArrowUp')).toEqual({ position: -1, column: 2 });
  });
  it('reaches the header from the first row only by one step', () => {
    expect(at(0, 2, 'ArrowUp')).toEqual({ position: -1, column: 2 });
    expect(at(5, 2, 'PageUp')).toEqual({ position: 0, column: 2 });
    expect(at(-1, 2, 'PageUp')).toEqual({ position: -1, column: 2 });
  });
  it('jumps to the ends', () => {
    expect(at(50, 2, 'Home')).toEqual({ position: 50, column: 0 });
    expect(at(50, 2, 'End', true)).toEqual({ position: 99, column: 4 });
    expect(at(50, 2, 'Home', true)).toEqual({ position: 0, column: 0 });
    expect(at(95, 2, 'PageDown')).toEqual({ position: 99, column: 2 });
  });
  it('leaves other keys alone', () => {
    expect(at(5, 2, 'a')).toBeNull();
  });
});

describe('selection', () => {
  const order = Uint32Array.of(4, 2, 0, 1, 3);
  it('extends from the anchor in the shown order', () => {
    const start = toggleRow(noSelection(5), 2);
    const range = selectRange(start, order, 1);
    expect(selectedRows(range)).toEqual([0, 1, 2]);
    expect(selectedRows(selectRange(range, order, 4))).toEqual([2, 4]);
  });
  it('counts and takes back', () => {
    const all = selectAll(noSelection(5), order.subarray(0, 3));
    expect(all.count).toBe(3);
    expect(toggleRow(all, 4).count).toBe(2);
  });
  it('follows its models into a later store', () => {
    const storeOf = (ids: readonly string[]) => ({ revision: 0, ids, columns: new Map() });
    const before = storeOf(['a', 'b', 'c']);
    const after = storeOf(['c', 'x', 'b']);
    const carried = carrySelection(toggleRow(toggleRow(noSelection(3), 0), 2), before, after);
    expect(selectedRows(carried)).toEqual([0]);
    expect(carried.anchor).toBe(0);
  });
});

describe('columns', () => {
  const layout = { visible: ['name', 'stage', 'unit', 'tier'], widths: {} };
  it('never moves or hides the first one', () => {
    expect(toggleColumn(layout, 'name')).toBe(layout);
    expect(moveColumn(layout, 'unit', 'name')).toBe(layout);
    expect(nudgeColumn(layout, 'stage', -1)).toBe(layout);
  });
  it('moves in both directions', () => {
    expect(moveColumn(layout, 'stage', 'tier').visible).toEqual(['name', 'unit', 'tier', 'stage']);
    expect(nudgeColumn(layout, 'tier', -1).visible).toEqual(['name', 'stage', 'tier', 'unit']);
  });
  it('keeps widths within reason and forgets them', () => {
    const wide = setWidth(layout, 'unit', 3);
    expect(wide.widths).toEqual({ unit: 56 });
    expect(resetWidth(wide, 'unit').widths).toEqual({});
  });
  it('reads a saved view, whatever it names', () => {
    expect(layoutOf(['tier', 'gone', 'name', 'tier'], layout.visible, layout.visible).visible).toEqual([
      'name',
      'tier',
    ]);
    expect(layoutOf([], layout.visible, ['name', 'unit']).visible).toEqual(['name', 'unit']);
  });
});

describe('sort keys', () => {
  const sort = [
    { field: 'a', direction: 'asc' },
    { field: 'b', direction: 'desc' },
  ] as const;
  it('turn and go', () => {
    expect(nextSort(sort, 'a', false)).toEqual([{ field: 'a', direction: 'desc' }]);
    expect(nextSort([{ field: 'a', direction: 'desc' }], 'a', false)).toEqual([]);
  });
  it('are added with Shift', () => {
    expect(nextSort(sort, 'c', true)).toEqual([...sort, { field: 'c', direction: 'asc' }]);
    expect(nextSort(sort, 'b', true)).toEqual([sort[0]]);
  });
});
