/** Rows of a title, a date, a source that may stand above a table. */
const MOST_TITLE_ROWS = 10;
/** Rows under a header that must look like rows of its table. */
const ROWS_TO_CONFIRM = 5;
/** Fewer columns than this could as well be a title with its value. */
const FEWEST_COLUMNS = 3;

const A_NUMBER = /^[\d.,\s%]+$/;

/**
 * Index of the row that labels the columns; -1 when every cell is empty. It is the first row with a cell, unless that
 * and what follows it are titles above a wider table: one cell in the first row, at most two in the others, and labels,
 * not numbers, in the row that is taken.
 */
export function headerIndex(records: readonly (readonly string[])[]): number {
  const rows: { readonly index: number; readonly filled: number; readonly numbers: boolean }[] = [];
  for (let index = 0; index < records.length && rows.length <= MOST_TITLE_ROWS + ROWS_TO_CONFIRM; index += 1) {
    const cells = (records[index] ?? []).filter((cell) => cell.trim() !== '');
    if (cells.length > 0)
      rows.push({ index, filled: cells.length, numbers: cells.some((cell) => A_NUMBER.test(cell)) });
  }
  const place = rows.findIndex(({ filled }) => filled >= FEWEST_COLUMNS);
  const below = rows.slice(place + 1, place + 1 + ROWS_TO_CONFIRM);
  const titled = rows[0]?.filled === 1 && place > 0 && place <= MOST_TITLE_ROWS && rows[place]?.numbers === false;
  const confirmed = below.length > 0 && below.every(({ filled }) => filled > 1);
  return rows[titled && confirmed ? place : 0]?.index ?? -1;
}
