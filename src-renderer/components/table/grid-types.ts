import type { ReactNode } from 'react';
import type { Selection } from './selection';
import type { ColumnSort } from './sort-keys';

export const ROW_HEIGHT = 32;

/** A column of the grid; rows are numbers of the store that `cell` closes over. */
export interface GridColumnSpec {
  readonly id: string;
  readonly label: string;
  /** The whole label where the head has a shorter one. */
  readonly title?: string;
  /** Unit of the numbers, shown behind the label: `EUR`, `days`. */
  readonly unit?: string;
  /** px, until a person changes it. */
  readonly width: number;
  /** Its share of the room that is left, beside the first column's 1; left out = none. */
  readonly grow?: number;
  readonly numeric: boolean;
  readonly sortable: boolean;
  readonly editable: boolean;
  readonly cell: (row: number) => ReactNode;
}

/** Where the focus goes when an editor is done: back to its cell, or to the next or previous editable one. */
export type AfterEdit = 'stay' | 'next' | 'previous';

export interface DataGridProps {
  /** What the grid lists, for screen readers. */
  readonly label: string;
  /** Row numbers of the store in the shown order. */
  readonly rows: Uint32Array;
  /** The shown columns; the first one stays in sight. Must keep its identity while nothing changed. */
  readonly columns: readonly GridColumnSpec[];
  readonly widths: Readonly<Record<string, number>>;
  readonly onWidth: (id: string, width: number | null) => void;
  readonly onMoveColumn: (id: string, target: string) => void;
  readonly sort: readonly ColumnSort[];
  readonly onSort: (id: string, add: boolean) => void;
  readonly selection: Selection;
  readonly onSelection: (selection: Selection) => void;
  /** Changes when another search, filter or sort is asked for: the grid then starts at the top. */
  readonly resetKey: string;
  readonly rowId: (row: number) => string;
  /** What a row is called, for the name of its selection box. */
  readonly rowLabel: (row: number) => string;
  readonly onOpen: (row: number) => void;
  readonly editor: (row: number, columnId: string, done: (after: AfterEdit) => void) => ReactNode;
  /** Places of the first and the last row in the page, whenever they change: for lists whose rows are fetched as they are seen. */
  readonly onVisible?: (first: number, last: number) => void;
  /** Delete or Backspace on the rows: the marked ones, or else the focused one. */
  readonly onDelete: (row: number) => void;
}
