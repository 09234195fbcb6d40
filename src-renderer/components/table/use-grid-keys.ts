import type { KeyboardEvent } from 'react';
import { type CellPlace, moveFocus } from './grid-navigation';
import { type DataGridProps, ROW_HEIGHT } from './grid-types';
import { noSelection, selectAll, selectRange, toggleRow } from './selection';
import type { GridFocus } from './use-grid-focus';

interface KeyContext {
  readonly props: DataGridProps;
  readonly focus: GridFocus;
  readonly viewHeight: () => number;
  readonly startEdit: (place: CellPlace) => boolean;
}

const NUDGE = 16;

/** Keys on a header: Enter or Space sorts (Shift adds a key), Alt with an arrow changes the width. */
function headerKey(event: KeyboardEvent, { props, focus }: KeyContext): boolean {
  const { column } = focus.place;
  const spec = props.columns[column - 1];
  if (event.altKey && spec && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    const width = props.widths[spec.id] ?? spec.width;
    props.onWidth(spec.id, width + (event.key === 'ArrowLeft' ? -NUDGE : NUDGE));
    return true;
  }
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  if (spec?.sortable) props.onSort(spec.id, event.shiftKey);
  if (spec === undefined) {
    const all = props.selection.count === props.rows.length;
    props.onSelection(all ? noSelection(props.selection.marks.length) : selectAll(props.selection, props.rows));
  }
  return true;
}

/** Enter does what the cell is for: an editable cell is edited, the name and what cannot be edited opens the model. */
export function activate(
  { props, startEdit }: Pick<KeyContext, 'props' | 'startEdit'>,
  place: CellPlace,
  row: number,
): void {
  if (place.column > 1 && startEdit(place)) return;
  props.onOpen(row);
}

function rowKey(event: KeyboardEvent, context: KeyContext, row: number): boolean {
  const { props, focus } = context;
  switch (event.key) {
    case ' ':
      props.onSelection(
        event.shiftKey ? selectRange(props.selection, props.rows, row) : toggleRow(props.selection, row),
      );
      return true;
    case 'Enter':
      activate(context, focus.place, row);
      return true;
    case 'F2':
      return context.startEdit(focus.place);
    case 'Delete':
      props.onDelete(row);
      return true;
    case 'Escape':
      if (props.selection.count === 0) return false;
      props.onSelection(noSelection(props.selection.marks.length));
      return true;
    default:
      return false;
  }
}

function extendTo(context: KeyContext, row: number, position: number): void {
  const { props } = context;
  const to = props.rows[position];
  if (to === undefined) return;
  const { selection } = props;
  const anchored = selection.anchor === null || selection.count === 0 ? { ...selection, anchor: row } : selection;
  props.onSelection(selectRange(anchored, props.rows, to));
}

/** One key press on the grid; takes it (and keeps it from the page) when it means something here. */
export function gridKey(event: KeyboardEvent, context: KeyContext): void {
  const { props, focus } = context;
  const row = props.rows[focus.place.position];
  const mod = event.ctrlKey || event.metaKey;
  const take = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (mod && event.key.toLowerCase() === 'a') {
    props.onSelection(selectAll(props.selection, props.rows));
    take();
    return;
  }
  const taken =
    focus.place.position < 0 ? headerKey(event, context) : row !== undefined && !mod && rowKey(event, context, row);
  if (taken) take();
  if (taken || event.altKey) return;
  const page = Math.max(1, Math.floor(context.viewHeight() / ROW_HEIGHT) - 2);
  const size = { rows: props.rows.length, columns: props.columns.length + 1, page };
  const next = moveFocus(focus.place, { key: event.key, mod }, size);
  if (next === null) return;
  take();
  if (event.shiftKey && row !== undefined && next.position !== focus.place.position && next.position >= 0)
    extendTo(context, row, next.position);
  focus.moveTo(next);
}
