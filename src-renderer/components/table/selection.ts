import type { ColumnStore } from './column-store';

/** Marked rows of a store. Never changed in place. */
export interface Selection {
  /** 1 for a marked row, by row number of the store. */
  readonly marks: Uint8Array;
  readonly count: number;
  /** Row from which Shift extends; `null` before anything was marked. */
  readonly anchor: number | null;
}

export const noSelection = (rows: number): Selection => ({ marks: new Uint8Array(rows), count: 0, anchor: null });

const counted = (marks: Uint8Array, anchor: number | null): Selection => {
  let count = 0;
  for (const mark of marks) count += mark;
  return { marks, count, anchor };
};

export function toggleRow(selection: Selection, row: number): Selection {
  const marks = selection.marks.slice();
  marks[row] = marks[row] === 1 ? 0 : 1;
  return counted(marks, row);
}

/** Marks what lies between the anchor and a row in the shown order, instead of what was marked before. */
export function selectRange(selection: Selection, order: Uint32Array, to: number): Selection {
  const anchor = selection.anchor ?? to;
  const from = Math.max(0, order.indexOf(anchor));
  const end = order.indexOf(to);
  const marks = new Uint8Array(selection.marks.length);
  for (const row of order.subarray(Math.min(from, end), Math.max(from, end) + 1)) marks[row] = 1;
  return counted(marks, anchor);
}

/** Marks every shown row. */
export function selectAll(selection: Selection, order: Uint32Array): Selection {
  const marks = new Uint8Array(selection.marks.length);
  for (const row of order) marks[row] = 1;
  return counted(marks, selection.anchor);
}

export function selectedRows(selection: Selection): number[] {
  const rows: number[] = [];
  selection.marks.forEach((mark, row) => {
    if (mark === 1) rows.push(row);
  });
  return rows;
}

/** How many marked rows are not among those that are shown. */
export function hiddenCount(selection: Selection, shown: Iterable<number>): number {
  let seen = 0;
  for (const row of shown) if (selection.marks[row] === 1) seen += 1;
  return selection.count - seen;
}

/** Without the rows that are not shown. */
export function onlyShown(selection: Selection, shown: Iterable<number>): Selection {
  const marks = new Uint8Array(selection.marks.length);
  for (const row of shown) marks[row] = selection.marks[row] ?? 0;
  return counted(marks, selection.anchor);
}

/** The same models in a later version of the store; those that are gone are no longer marked. */
export function carrySelection(selection: Selection, before: ColumnStore, after: ColumnStore): Selection {
  if (before.ids === after.ids && selection.marks.length === after.ids.length) return selection;
  if (selection.count === 0) return noSelection(after.ids.length);
  const ids = new Set(selectedRows(selection).map((row) => before.ids[row]));
  const anchorId = selection.anchor === null ? undefined : before.ids[selection.anchor];
  const marks = Uint8Array.from(after.ids, (id) => Number(ids.has(id)));
  const anchor = anchorId === undefined ? -1 : after.ids.indexOf(anchorId);
  return counted(marks, anchor === -1 ? null : anchor);
}
