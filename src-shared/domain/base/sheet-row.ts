/** Rows of one sheet among those of several that were put together: row `n` of the whole is row `n - offset` of the sheet. */
export interface SheetPart {
  readonly sheet: string;
  readonly firstRow: number;
  readonly offset: number;
}

export interface SheetRow {
  /** '' for a file that was read as one table. */
  readonly sheet: string;
  readonly row: number;
}

/**
 * Where a row stands as a person finds it in the file.
 *
 * @param parts in the order of their rows; of one sheet alone the name says nothing
 * @param row as it is counted over all parts; 0 is the file as a whole
 */
export function sheetRow(parts: readonly SheetPart[], row: number): SheetRow {
  const part = parts.length > 1 ? parts.findLast(({ offset }) => offset < row) : undefined;
  return part ? { sheet: part.sheet, row: row - part.offset } : { sheet: '', row };
}
