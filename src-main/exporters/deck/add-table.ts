import type PptxGenJS from 'pptxgenjs';
import type { ReportTable } from '#domain/reports/content';
import { linesHeight, wrapText } from '#domain/reports/text-width';
import { type Box, FONT, INK } from './look';
import { addWords, type Slide } from './panel';

const HEAD_SIZE = 9.5;
/** The largest at which all rows have room; where there is none, the last rows are left out at the preferred one. */
const CELL_SIZES = [12, 11.5, 11, 10.5, 10] as const;
const PREFERRED = 10.5;
/** Inches around the text of a cell. */
const CELL = { side: 0.06, top: 0.035 } as const;
/** Kept free for the line that says how many rows are not shown. */
const MORE_HEIGHT = 0.24;
/** No cell of a slide tells a story: the whole text is in the PDF. */
const MOST_LINES = 3;

interface FittedRow {
  readonly cells: readonly string[];
  readonly height: number;
}

function fitRow(cells: readonly string[], widths: readonly number[], size: number, bold: boolean): FittedRow {
  const wrapped = cells.map((cell, index) => {
    const width = (((widths[index] ?? 0) - 2 * CELL.side) * 72) / size;
    const lines = wrapText(cell, width, bold);
    if (lines.length <= MOST_LINES) return { text: cell, lines: lines.length };
    const kept = lines.slice(0, MOST_LINES).join(' ');
    return { text: `${kept.slice(0, -2).trimEnd()}…`, lines: MOST_LINES };
  });
  const height = Math.max(...wrapped.map(({ text, lines }) => linesHeight(text, lines, size))) + 2 * CELL.top;
  return { cells: wrapped.map(({ text }) => text), height };
}

/** How many inches the whole table would take in so much width. */
export function tableHeight(table: ReportTable, width: number): number {
  const widths = columnWidths(table, width);
  const head = fitRow(
    table.columns.map(({ title }) => title),
    widths,
    HEAD_SIZE,
    true,
  );
  return table.rows.reduce((sum, row) => sum + fitRow(row, widths, PREFERRED, false).height, head.height);
}

function columnWidths({ columns }: ReportTable, width: number): number[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => (width * weight) / weights);
}

/** A table of as many rows as its box has room for, and a line that says how many there are besides. */
export function addTable(slide: Slide, box: Box, table: ReportTable): void {
  const widths = columnWidths(table, box.w);
  const head = fitRow(
    table.columns.map(({ title }) => title),
    widths,
    HEAD_SIZE,
    true,
  );
  const { rows, shown, size } = fitRows(table.rows, widths, box.h - head.height);
  slide.addTable(
    [
      line(table, head, { bold: true, color: INK.muted, size: HEAD_SIZE }),
      ...shown.map((row) => line(table, row, { bold: false, color: INK.text, size })),
    ],
    {
      x: box.x,
      y: box.y,
      w: box.w,
      colW: widths,
      rowH: [head.height, ...shown.map(({ height }) => height)],
      autoPage: false,
      objectName: `Table: ${table.title}`,
    },
  );
  const rest = rows.length - shown.length;
  if (rest === 0) return;
  const used = shown.reduce((sum, { height }) => sum + height, head.height);
  addWords(
    slide,
    { x: box.x + CELL.side, y: box.y + used + 0.05, w: box.w - CELL.side, h: MORE_HEIGHT - 0.05 },
    { text: `and ${rest} more ${table.noun[rest === 1 ? 0 : 1]}`, sizes: [9.5, 9], color: INK.muted },
  );
}

interface FittedRows {
  readonly rows: readonly FittedRow[];
  readonly shown: readonly FittedRow[];
  readonly size: number;
}

function fitRows(rows: ReportTable['rows'], widths: readonly number[], height: number): FittedRows {
  const tries = CELL_SIZES.map((size) => {
    const fitted = rows.map((row) => fitRow(row, widths, size, false));
    return { rows: fitted, shown: rowsWithin(fitted, height), size };
  });
  const whole = tries.find((one) => one.shown.length === one.rows.length);
  return whole ?? tries.find(({ size }) => size === PREFERRED) ?? { rows: [], shown: [], size: PREFERRED };
}

function rowsWithin(rows: readonly FittedRow[], height: number): readonly FittedRow[] {
  const total = rows.reduce((sum, row) => sum + row.height, 0);
  if (total <= height) return rows;
  let used = MORE_HEIGHT;
  const fitting = rows.findIndex((row) => {
    used += row.height;
    return used > height;
  });
  return rows.slice(0, Math.max(1, fitting));
}

interface CellLook {
  readonly bold: boolean;
  readonly color: string;
  readonly size: number;
}

function line({ columns }: ReportTable, { cells }: FittedRow, { bold, color, size }: CellLook): PptxGenJS.TableRow {
  const none = { type: 'none' } as const;
  return cells.map((text, index) => ({
    text,
    options: {
      align: columns[index]?.align ?? 'left',
      valign: 'top',
      bold,
      color,
      fontFace: FONT,
      fontSize: size,
      margin: [CELL.top, CELL.side, CELL.top, CELL.side],
      border: [none, none, { type: 'solid', color: INK.hairline, pt: 0.75 }, none],
      lang: 'en-GB',
    },
  }));
}
