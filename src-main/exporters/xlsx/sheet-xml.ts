import { type Cell, columnLetters, type Row, type Sheet, type SheetColumn } from './cells';
import type { Styles } from './styles';
import { cellText, looksLikeFormula, xmlText } from './xml-text';

/** What a formula may come to that is no value. */
const ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

function cellXml(cell: Cell, place: string, styles: Styles): string {
  const { value, formula, format, look = 'plain' } = cell;
  const quoted = formula === undefined && typeof value === 'string' && looksLikeFormula(value);
  const open = `<c r="${place}" s="${styles.indexOf(format, look, quoted)}"`;
  if (formula !== undefined) {
    const f = `<f>${xmlText(formula)}</f>`;
    if (typeof value === 'string' && ERRORS.has(value)) return `${open} t="e">${f}<v>${value}</v></c>`;
    if (typeof value === 'string') return `${open} t="str">${f}<v>${cellText(value)}</v></c>`;
    if (typeof value === 'boolean') return `${open} t="b">${f}<v>${Number(value)}</v></c>`;
    return Number.isFinite(value) ? `${open}>${f}<v>${value}</v></c>` : `${open}>${f}</c>`;
  }
  if (value === null || value === '') return `${open}/>`;
  if (typeof value === 'number') return Number.isFinite(value) ? `${open}><v>${value}</v></c>` : `${open}/>`;
  if (typeof value === 'boolean') return `${open} t="b"><v>${Number(value)}</v></c>`;
  // Texts lie in their cells and are of type text: whatever they begin with, nothing is reckoned.
  return `${open} t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
}

/** Points of a line of text, and of the highest row there may be. */
const LINE = 14;
const HIGHEST = 409;

/** Lines that the wrapped texts of a row need at the widths of their columns. */
function linesOf(row: Row, columns: readonly SheetColumn[]): number {
  let most = 1;
  for (const [at, cell] of row.entries()) {
    const width = columns[at]?.width;
    if (cell === null || typeof cell.value !== 'string' || width === undefined) continue;
    if (cell.look !== 'wrap' && cell.look !== 'head') continue;
    most = Math.max(most, Math.ceil((1.1 * cell.value.length) / width));
  }
  return most;
}

/** One row (from 1) of a sheet; as high as its wrapped texts need, which not every program works out itself. */
export function rowXml(row: Row, number: number, styles: Styles, columns: readonly SheetColumn[]): string {
  let cells = '';
  for (const [at, cell] of row.entries()) {
    if (cell !== null) cells += cellXml(cell, `${columnLetters(at + 1)}${number}`, styles);
  }
  const lines = linesOf(row, columns);
  const height = lines > 1 ? ` ht="${Math.min(lines * LINE, HIGHEST)}" customHeight="1"` : '';
  return `<row r="${number}"${height}>${cells}</row>`;
}

function paneXml({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  if (split === '') return '';
  const pane = columns > 0 && rows > 0 ? 'bottomRight' : columns > 0 ? 'topRight' : 'bottomLeft';
  const first = `${columnLetters(columns + 1)}${rows + 1}`;
  return `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`;
}

/** What stands before the rows. */
export function sheetStart(sheet: Sheet, first: boolean): string {
  const columns = sheet.columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane = sheet.freeze ? paneXml(sheet.freeze) : '';
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="14"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

/** What stands behind the rows; `last` is the number of the last one. */
export function sheetEnd(sheet: Sheet, last: number): string {
  const range = filterRange(sheet, last);
  return [
    '</sheetData>',
    range === null ? '' : `<autoFilter ref="${range.replaceAll('$', '')}"/>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="9" orientation="${sheet.landscape === false ? 'portrait' : 'landscape'}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('');
}

/** The table with filters, `null` where the sheet has none or no row below its head. */
export function filterRange(sheet: Sheet, last: number): string | null {
  const { filterRow, columns } = sheet;
  if (filterRow === undefined || last <= filterRow) return null;
  return `$A$${filterRow}:$${columnLetters(columns.length)}$${last}`;
}
