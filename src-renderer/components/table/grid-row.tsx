// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows by number, which table elements cannot
import { memo, type ReactNode } from 'react';
import css from './data-grid.module.css';
import { type AfterEdit, type GridColumnSpec, ROW_HEIGHT } from './grid-types';

interface GridRowProps {
  readonly id: string;
  readonly row: number;
  /** Place in the shown order. */
  readonly position: number;
  readonly columns: readonly GridColumnSpec[];
  readonly selected: boolean;
  /** Column of the focused cell; -1 when it is in another row. */
  readonly active: number;
  readonly editing: boolean;
  readonly label: (row: number) => string;
  readonly editor: (row: number, columnId: string, done: (after: AfterEdit) => void) => ReactNode;
  readonly onEditDone: (after: AfterEdit) => void;
}

const classOf = (column: GridColumnSpec, index: number): string | undefined => {
  if (index === 0) return css.first;
  return column.numeric ? css.number : css.cell;
};

/** One line of the grid. Clicks and keys are handled by the grid, which finds the cell by its data attributes. */
export const GridRow = memo(function GridRow(props: GridRowProps): ReactNode {
  const { row, position, columns, selected, active, editing } = props;
  return (
    <div
      role="row"
      id={props.id}
      tabIndex={-1}
      className={`${selected ? css.rowSelected : css.row}${editing ? ` ${css.editing}` : ''}`}
      style={{ transform: `translateY(${position * ROW_HEIGHT}px)` }}
      aria-rowindex={position + 2}
      aria-selected={selected}
      data-position={position}
    >
      <div role="gridcell" aria-colindex={1} className={css.box} data-column={0} tabIndex={active === 0 ? 0 : -1}>
        <input type="checkbox" tabIndex={-1} checked={selected} readOnly aria-label={`Select ${props.label(row)}`} />
      </div>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={index + 2}
          className={
            editing && active === index + 1 ? `${classOf(column, index)} ${css.edited}` : classOf(column, index)
          }
          data-column={index + 1}
          tabIndex={active === index + 1 ? 0 : -1}
        >
          {editing && active === index + 1 ? props.editor(row, column.id, props.onEditDone) : column.cell(row)}
        </div>
      ))}
    </div>
  );
});
