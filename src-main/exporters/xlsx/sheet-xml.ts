import type { BesideRows } from './beside-rows';
import { type Cell, columnLetters, type Look, type Row, type Sheet, type SheetColumn } from './cells';
import { fitsOnePage, pageSetupXml } from './print-setup';
import type { Styles } from './styles';
import { cellText, looksLikeFormula, xmlText } from './xml-text';

/** What a formula may come to that is no value. */
const ERRORS: ReadonlySet<string> = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A']);

/** Space that a program would take for none of the text's own; the schema knows no mark for it, every program does. */
const AT_EDGE = /^\s|\s$|[\n\r]/;

function cellXml(cell: Cell, place: string, styles: Styles, isLink: boolean): string {
  const { value, formula, format } = cell;
  const look = isLink ? 'link' : (cell.look ?? 'plain');
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
  return `${open} t="inlineStr"><is><t${AT_EDGE.test(value) ? ' xml:space="preserve"' : ''}>${cellText(value)}</t></is></c>`;
}

/** Points of a line of text, and of the highest row there may be. */
const LINE = 14;
const HIGHEST = 409;
/** What goes over several lines. */
const WRAPPED: ReadonlySet<Look> = new Set(['wrap', 'head', 'clip', 'noteWrap', 'source']);
/** Of a text that is cut where it is shown. */
const CLIPPED = 4;

/** Lines that the wrapped texts of a row need at the widths of their columns. */
function linesOf(row: Row, columns: readonly SheetColumn[]): number {
  let most = 1;
  for (const [at, cell] of row.entries()) {
    if (cell === null || typeof cell.value !== 'string' || columns[at] === undefined) continue;
    const { value, look, across = 1 } = cell;
    if (look === undefined || !WRAPPED.has(look)) continue;
    const width = columns.slice(at, at + across).reduce((sum, column) => sum + column.width, 0);
    const lines = Math.ceil((1.1 * value.length) / width);
    most = Math.max(most, look === 'clip' ? Math.min(lines, CLIPPED) : lines);
  }
  return most;
}

/** One row (from 1) of a sheet; as high as its wrapped texts need, which not every program works out itself. */
export function rowXml(
  row: Row,
  number: number,
  { styles, beside }: { readonly styles: Styles; readonly beside: BesideRows },
  columns: readonly SheetColumn[],
): string {
  let cells = '';
  for (const [at, cell] of row.entries()) {
    if (cell === null) continue;
    const isLink = beside.take(cell, at + 1, number);
    cells += cellXml(cell, `${columnLetters(at + 1)}${number}`, styles, isLink);
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
    fitsOnePage(sheet) ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetViews><sheetView workbookViewId="0" showGridLines="0"${first ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="14"/>',
    columns.length > 0 ? `<cols>${columns.join('')}</cols>` : '',
    '<sheetData>',
  ].join('');
}

/** Cells, rows and columns may be formatted, and tables sorted and filtered; 0 is what is allowed. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>';

/** What stands behind the rows, in the order of the schema; `last` is the number of the last one. */
export function sheetEnd(sheet: Sheet, last: number, beside: BesideRows): string {
  const range = filterRange(sheet, last);
  return [
    '</sheetData>',
    sheet.isProtected ? PROTECTION : '',
    range === null ? '' : `<autoFilter ref="${range.replaceAll('$', '')}"/>`,
    beside.mergedXml(),
    beside.rulesXml(),
    beside.linksXml(),
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    pageSetupXml(sheet),
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
