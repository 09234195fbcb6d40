import type { TableSheetColumn } from '../workbook/table-sheet';
import type { CellValue } from '../xlsx/cells';

/** Tells programs that the text is UTF-8: without it a spreadsheet reads it in the code page of its machine. */
const MARK = '\uFEFF';

/** Lines are handed on in pieces of about this many characters. */
const PIECE = 256 * 1024;

/**
 * A table as CSV (RFC 4180: CRLF, quotes where they are needed) in pieces of text; UTF-8 with its mark. Where decimals stand
 * behind a comma, fields are parted by semicolons: spreadsheets there expect both.
 */
export async function* csvLines<T>(
  columns: readonly TableSheetColumn<T>[],
  items: Iterable<T> | AsyncIterable<T>,
  mark: '.' | ',' = '.',
): AsyncGenerator<string> {
  let piece =
    MARK +
    line(
      columns.map(({ head }) => head),
      mark,
    );
  for await (const item of items) {
    piece += line(
      columns.map(({ cell }) => cell(item)?.value ?? null),
      mark,
    );
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function line(values: readonly CellValue[], mark: '.' | ','): string {
  const fields = values.map((value) => field(typeof value === 'number' ? String(value).replace('.', mark) : value));
  // A single empty field would be an empty line, which many programs skip.
  return `${fields.length === 1 && fields[0] === '' ? '""' : fields.join(mark === ',' ? ';' : ',')}\r\n`;
}

function field(value: CellValue): string {
  if (value === null) return '';
  const text = String(value);
  return /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
