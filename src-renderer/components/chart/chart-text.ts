import type { ChartTable } from './chart-types';

/** A spreadsheet would run such a cell as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8; numbers whole and with a point. */
export function csvOf({ columns, rows }: ChartTable): string {
  const lines = [columns.map(({ label }) => label), ...rows].map((row) => row.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Separated by tabs: what spreadsheets and documents take as a table when it is pasted. */
export function tabbedOf({ columns, rows }: ChartTable): string {
  const cell = (value: string | number | null): string => String(value ?? '').replaceAll(/[\t\r\n]+/g, ' ');
  return [columns.map(({ label }) => label), ...rows].map((row) => row.map(cell).join('\t')).join('\n');
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
