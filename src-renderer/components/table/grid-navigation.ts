/** The focused cell: `position` -1 is the header, else the place in the shown order; `column` 0 is the selection box. */
export interface CellPlace {
  readonly position: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

export interface NavigationKey {
  readonly key: string;
  /** Ctrl, or Cmd on a Mac. */
  readonly mod: boolean;
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Where a key moves the focus; `null` when it is not a key of movement. */
export function moveFocus(from: CellPlace, press: NavigationKey, size: GridSize): CellPlace | null {
  const last = size.rows - 1;
  const right = size.columns - 1;
  const to = (position: number, column: number): CellPlace => ({
    position: clamp(position, -1, last),
    column: clamp(column, 0, right),
  });
  switch (press.key) {
    case 'ArrowUp':
      return to(press.mod ? 0 : from.position - 1, from.column);
    case 'ArrowDown':
      return to(press.mod ? last : from.position + 1, from.column);
    case 'ArrowLeft':
      return to(from.position, press.mod ? 0 : from.column - 1);
    case 'ArrowRight':
      return to(from.position, press.mod ? right : from.column + 1);
    case 'Home':
      return press.mod ? to(0, 0) : to(from.position, 0);
    case 'End':
      return press.mod ? to(last, right) : to(from.position, right);
    case 'PageUp':
      return to(Math.max(Math.min(0, from.position), from.position - size.page), from.column);
    case 'PageDown':
      return to(from.position + size.page, from.column);
    default:
      return null;
  }
}
