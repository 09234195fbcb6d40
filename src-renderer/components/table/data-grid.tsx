// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows by number, which table elements cannot
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type UIEvent,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import css from './data-grid.module.css';
import { GridHeader } from './grid-header';
import type { CellPlace } from './grid-navigation';
import { GridRow } from './grid-row';
import { gridTracks } from './grid-tracks';
import { type AfterEdit, type DataGridProps, ROW_HEIGHT } from './grid-types';
import { assignSlots, bySlot, type RowSlots } from './row-slots';
import { noSelection, selectAll, selectRange, toggleRow } from './selection';
import { useGridFocus } from './use-grid-focus';
import { activate, gridKey } from './use-grid-keys';

const OVERSCAN = 2;

/** The cell that an event happened in. */
function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const line = cell?.closest<HTMLElement>('[data-position]');
  if (!cell || !line) return null;
  return { position: Number(line.dataset.position), column: Number(cell.dataset.column) };
}

/** Without React: a class on the grid, and only when it changes. */
function markShifted(event: UIEvent<HTMLElement>): void {
  const grid = event.currentTarget;
  if (css.shifted) grid.classList.toggle(css.shifted, grid.scrollLeft > 0);
}

/** A text that does not fit its cell is shown in full while the pointer rests on it. */
function nameCutText(event: MouseEvent): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[role="gridcell"]') : null;
  if (cell && !inEditor(cell)) cell.title = cell.scrollWidth > cell.clientWidth ? (cell.textContent ?? '') : '';
}

const inEditor = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('[data-editor]') !== null;

/**
 * The grid of the product: only the rows in sight are in the page, the focus roves from cell to cell, and what is shown
 * is asked for by row number, so that 100,000 models cost no objects.
 */
export function DataGrid(props: DataGridProps): ReactNode {
  const { rows, columns, widths, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<{ readonly id: string; readonly column: number } | null>(null);
  const focus = useGridFocus(scroller, rows, props.rowId, columns.length, props.resetKey);
  const { place } = focus;

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    scrollPaddingStart: ROW_HEIGHT,
    overscan: OVERSCAN,
    // The focused row stays in the page while it is out of sight, so that the browser's focus is never lost by scrolling.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      const at = place.position;
      if (at >= 0 && at < rows.length && !indexes.includes(at)) indexes.push(at);
      return indexes;
    },
  });

  const startEdit = (at: CellPlace): boolean => {
    const row = rows[at.position];
    if (row === undefined || columns[at.column - 1]?.editable !== true) return false;
    setEdited({ id: props.rowId(row), column: at.column });
    return true;
  };

  const latest = useRef({ focus, columns, startEdit });
  latest.current = { focus, columns, startEdit };
  const onEditDone = useCallback((after: AfterEdit) => {
    const now = latest.current;
    const step = after === 'next' ? 1 : -1;
    let column = now.focus.place.column;
    if (after !== 'stay') {
      do column += step;
      while (column > 1 && column <= now.columns.length && now.columns[column - 1]?.editable !== true);
    }
    const next = { position: now.focus.place.position, column };
    setEdited(null);
    if (after === 'stay' || column < 1 || column > now.columns.length) now.focus.refocus();
    else {
      now.focus.moveTo(next);
      now.startEdit(next);
    }
  }, []);

  const onClick = (event: MouseEvent): void => {
    const at = placeOf(event.target);
    const row = at === null ? undefined : rows[at.position];
    if (at === null || row === undefined || inEditor(event.target)) return;
    focus.noteFocus(at);
    if (event.shiftKey) props.onSelection(selectRange(selection, rows, row));
    else if (event.ctrlKey || event.metaKey || at.column === 0) props.onSelection(toggleRow(selection, row));
    else if (event.target instanceof Element && event.target.closest('[data-open]')) {
      event.preventDefault();
      props.onOpen(row);
    }
  };

  const onDoubleClick = (event: MouseEvent): void => {
    const at = placeOf(event.target);
    const row = at === null ? undefined : rows[at.position];
    if (at && row !== undefined && at.column > 0 && !inEditor(event.target)) activate({ props, startEdit }, at, row);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (inEditor(event.target)) return;
    gridKey(event, { props, focus, startEdit, viewHeight: () => scroller.current?.clientHeight ?? 0 });
  };

  const toggleAll = (): void =>
    props.onSelection(selection.count > 0 ? noSelection(selection.marks.length) : selectAll(selection, rows));

  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  const { onVisible } = props;
  useEffect(() => onVisible?.(first, last), [onVisible, first, last]);

  const positions = virtualizer.getVirtualItems().map((item) => item.index);
  const slots = useRef<RowSlots>(new Map());
  slots.current = assignSlots(slots.current, positions);
  const gridId = useId();
  // The elements stand in any order: this names the order of the rows to those who listen.
  const reading = positions
    .toSorted((x, y) => x - y)
    .map((position) => `${gridId}-${slots.current.get(position) ?? 0}`);

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable="true"
      className={css.grid}
      style={gridTracks(columns, widths)}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onKeyDown={onKeyDown}
      onScroll={markShifted}
      onMouseOver={nameCutText}
      onFocus={(event) => {
        const at = placeOf(event.target);
        if (at && (at.position !== place.position || at.column !== place.column)) focus.noteFocus(at);
      }}
    >
      <GridHeader
        columns={columns}
        sort={props.sort}
        active={place.position < 0 ? place.column : -1}
        selected={selection.count === 0 ? 'none' : selection.count >= rows.length ? 'all' : 'some'}
        onSelectAll={toggleAll}
        onSort={props.onSort}
        onWidth={props.onWidth}
        onMoveColumn={props.onMoveColumn}
      />
      <div
        role="rowgroup"
        className={css.body}
        style={{ height: rows.length * ROW_HEIGHT }}
        aria-owns={reading.join(' ')}
      >
        {bySlot(slots.current).map(({ position: index, slot }) => {
          const row = rows[index] ?? 0;
          const active = index === place.position ? place.column : -1;
          return (
            <GridRow
              key={slot}
              id={`${gridId}-${slot}`}
              row={row}
              position={index}
              columns={columns}
              selected={selection.marks[row] === 1}
              active={active}
              editing={active !== -1 && edited !== null && edited.column === active && edited.id === props.rowId(row)}
              label={props.rowLabel}
              editor={props.editor}
              onEditDone={onEditDone}
            />
          );
        })}
      </div>
    </div>
  );
}
