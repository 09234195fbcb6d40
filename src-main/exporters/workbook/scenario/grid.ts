import { type Cell, columnLetters, type Row } from '../../xlsx/cells';

/** `$C$7`. */
export const absolute = (column: number, row: number): string => `$${columnLetters(column)}$${row}`;
/** `C7`. */
export const relative = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** A sheet whose cells are put in any order. */
export class Grid {
  private readonly rows: Cell[][] = [];

  constructor(readonly name: string) {}

  put(column: number, row: number, cell: Cell): void {
    const cells = this.rows[row] ?? [];
    cells[column] = cell;
    this.rows[row] = cells;
  }

  at(column: number, row: number): Cell | null {
    return this.rows[row]?.[column] ?? null;
  }

  get height(): number {
    return Math.max(0, this.rows.length - 1);
  }

  /** Every row from the first on, with what `change` makes of each cell. */
  *written(change: (cell: Cell, column: number, row: number) => Cell): Generator<Row> {
    for (let row = 1; row <= this.height; row++) {
      const cells = this.rows[row] ?? [];
      yield Array.from({ length: Math.max(0, cells.length - 1) }, (_, at) => {
        const cell = cells[at + 1];
        return cell ? change(cell, at + 1, row) : null;
      });
    }
  }
}
