// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows by number, which table elements cannot
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid takes the keys of all its cells (use-grid-keys.ts)
import { type DragEvent, memo, type PointerEvent, type ReactNode } from 'react';
import css from './data-grid.module.css';
import type { GridColumnSpec } from './grid-types';
import type { ColumnSort } from './sort-keys';

interface GridHeaderProps {
  readonly columns: readonly GridColumnSpec[];
  readonly sort: readonly ColumnSort[];
  /** Focused column of the header; -1 when the focus is in a row. */
  readonly active: number;
  readonly selected: 'none' | 'some' | 'all';
  readonly onSelectAll: () => void;
  readonly onSort: (id: string, add: boolean) => void;
  readonly onWidth: (id: string, width: number | null) => void;
  readonly onMoveColumn: (id: string, target: string) => void;
}

const DRAGGED = 'application/x-modelfolio-column';

/** Follows the pointer from the edge of a header until it is let go. */
function startResize(event: PointerEvent<HTMLElement>, onWidth: (width: number) => void): void {
  const cell = event.currentTarget.parentElement;
  if (cell === null) return;
  event.preventDefault();
  event.stopPropagation();
  const handle = event.currentTarget;
  const width = cell.getBoundingClientRect().width;
  const from = event.clientX;
  handle.setPointerCapture(event.pointerId);
  const follow = (move: globalThis.PointerEvent): void => onWidth(width + move.clientX - from);
  const stop = (): void => handle.removeEventListener('pointermove', follow);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('lostpointercapture', stop, { once: true });
}

function SortMark({ sort, id }: { readonly sort: readonly ColumnSort[]; readonly id: string }): ReactNode {
  const place = sort.findIndex((key) => key.field === id);
  const key = sort[place];
  if (key === undefined) return null;
  return (
    <span className={css.sortMark} aria-hidden="true">
      {key.direction === 'asc' ? '↑' : '↓'}
      {sort.length > 1 ? place + 1 : ''}
    </span>
  );
}

const ariaSort = (sort: readonly ColumnSort[], id: string): 'ascending' | 'descending' | 'none' => {
  const key = sort.find((entry) => entry.field === id);
  if (key === undefined) return 'none';
  return key.direction === 'asc' ? 'ascending' : 'descending';
};

export const GridHeader = memo(function GridHeader(props: GridHeaderProps): ReactNode {
  const { columns, sort, active, selected } = props;
  const drop = (event: DragEvent, target: string): void => {
    const id = event.dataTransfer.getData(DRAGGED);
    if (id === '') return;
    event.preventDefault();
    props.onMoveColumn(id, target);
  };
  return (
    <div role="row" tabIndex={-1} className={css.header} aria-rowindex={1} data-position={-1}>
      <div
        role="columnheader"
        tabIndex={active === 0 ? 0 : -1}
        aria-colindex={1}
        className={css.headBox}
        data-column={0}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = selected === 'some';
          }}
          onChange={props.onSelectAll}
          aria-label="Select all shown models"
        />
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={index + 2}
          aria-sort={column.sortable ? ariaSort(sort, column.id) : undefined}
          className={index === 0 ? css.headFirst : column.numeric ? css.headNumber : css.head}
          data-column={index + 1}
          tabIndex={active === index + 1 ? 0 : -1}
          draggable={index > 0}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, column.id)}
          onDragOver={(event) => {
            if (index > 0 && event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
          }}
          onDrop={(event) => drop(event, column.id)}
          onClick={(event) => {
            if (column.sortable) props.onSort(column.id, event.shiftKey);
          }}
        >
          <span
            className={css.headText}
            title={column.title ?? (column.unit ? `${column.label}, ${column.unit}` : column.label)}
          >
            {column.label}
            {column.unit ? <span className={css.unit}> {column.unit}</span> : null}
          </span>
          <SortMark sort={sort} id={column.id} />
          <span
            className={css.resizer}
            aria-hidden="true"
            onPointerDown={(event) => startResize(event, (width) => props.onWidth(column.id, width))}
            onClick={(event) => event.stopPropagation()}
            onDoubleClick={() => props.onWidth(column.id, null)}
          />
        </div>
      ))}
    </div>
  );
});
