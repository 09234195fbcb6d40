import type { ChartColumn, ChartTable } from './chart-types';

/** A spreadsheet would run such a cell as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Decimals in a file beyond those of the screen. */
const BEYOND = 4;
/** Columns with more decimals than these hold shares and statistics, in which a very small number is one. */
const MOST_DECIMALS = 2;
const CARRIED = 12;

/** A number for a file: no rests of computing (−1.7e-10, 0.30000000000000004), and 0 is 0. */
export function fileNumber(value: number, { digits = MOST_DECIMALS }: ChartColumn): string {
  if (!Number.isFinite(value)) return '';
  const told = digits <= MOST_DECIMALS ? value.toFixed(digits + BEYOND) : value.toPrecision(CARRIED);
  // Of a small negative number nothing may be left but its sign.
  return String(Number(told) + 0);
}

function csvCell(value: string | number | null, column: ChartColumn): string {
  if (value === null) return '';
  if (typeof value === 'number') return fileNumber(value, column);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const headOf = ({ label, iso = label }: ChartColumn): string => iso;

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8; a point in numbers, days and moments as ISO. */
export function csvOf({ columns, rows }: ChartTable): string {
  const head = columns.map((column) => csvCell(headOf(column), column));
  const lines = rows.map((row) => row.map((value, at) => csvCell(value, columns[at] ?? { label: '' })));
  return `\uFEFF${[head, ...lines].map((line) => line.join(',')).join('\r\n')}\r\n`;
}

/** Separated by tabs: what spreadsheets and documents take as a table when it is pasted. */
export function tabbedOf({ columns, rows }: ChartTable): string {
  const cell = (value: string | number | null, at: number): string =>
    (typeof value === 'number' ? fileNumber(value, columns[at] ?? { label: '' }) : (value ?? '')).replaceAll(
      /[\t\r\n]+/g,
      ' ',
    );
  return [columns.map(headOf), ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}

/** A name that every file system takes, with its ending. */
export function fileNameOf(title: string, ending: string): string {
  const name = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80);
  return `${name || 'Chart'}.${ending}`;
}
