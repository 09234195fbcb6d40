import type { ReportTable } from '#domain/reports/content';
import { textWidth } from '#domain/reports/text-width';
import { heightOf, inchesOf, longestWord, type Measure } from '../layout/measure';

/** A table as it is set: how wide its columns and how high its rows are. */
export interface FittedTable {
  readonly table: ReportTable;
  /** Points of the cells; the head is a little smaller. */
  readonly size: number;
  /** Inches. */
  readonly widths: readonly number[];
  readonly head: number;
  /** Of the rows up to what no slide could hold. */
  readonly heights: readonly number[];
  readonly total: number;
}

/** Inches around the text of a cell, on a slide 7.5 inches high. */
export const CELL = { side: 0.06, top: 0.04 } as const;
export const HEAD_SHARE = 0.92;
/** What programs draw beyond what letters need: a row is never drawn lower than it says, but often higher. */
const SAFE = 1.03;
/** Rows that a table's widths follow, and inches beyond which no slide reaches: a long table is measured as it flows. */
const LOOKED_AT = 300;
const ENDLESS = 60;

type Cells = readonly string[];
type Columns = ReportTable['columns'];

/** What a row needs of each column, in em: it is looked at on each of the slides before its own. */
const needs = new WeakMap<Columns, WeakMap<Cells, readonly number[]>>();

function needsOf(columns: Columns): (cells: Cells) => readonly number[] {
  const known = needs.get(columns) ?? new WeakMap<Cells, readonly number[]>();
  needs.set(columns, known);
  return (cells) => {
    const found = known.get(cells);
    if (found) return found;
    const ems = columns.map(({ align }, at) => {
      const text = cells[at] ?? '';
      return align === 'right' && text.length < 16 ? textWidth(text, true) : longestWord(text, at === 0);
    });
    known.set(cells, ems);
    return ems;
  };
}

/** Columns by their weight, none narrower than its longest word as long as the others have room. */
function columnWidths({ columns, rows }: ReportTable, width: number, size: number, measure: Measure): number[] {
  const total = columns.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const wanted = columns.map(({ weight }) => (width * weight) / total);
  const needed = needsOf(columns);
  const ems = [...needed(columns.map(({ title }) => title))];
  for (const row of rows.slice(0, LOOKED_AT))
    for (const [at, em] of needed(row).entries()) if (em > (ems[at] ?? 0)) ems[at] = em;
  const most = (0.5 * width) / Math.sqrt(columns.length);
  const least = ems.map((em) => Math.min(inchesOf(em, size, measure) + 2.4 * CELL.side, most));
  const short = wanted.reduce((sum, value, at) => sum + Math.max(0, (least[at] ?? 0) - value), 0);
  const spare = wanted.reduce((sum, value, at) => sum + Math.max(0, value - (least[at] ?? 0)), 0);
  if (short === 0 || spare === 0) return wanted;
  const give = Math.min(1, short / spare);
  return wanted.map((value, at) => Math.max(value, least[at] ?? 0) - Math.max(0, value - (least[at] ?? 0)) * give);
}

/** How cells are set; the same widths on the next slide are the same grid, and what was measured in it holds. */
interface Grid {
  readonly widths: readonly number[];
  readonly size: number;
  readonly scale: number;
  readonly reserve: number;
  /** Inches of rows. */
  readonly heights: WeakMap<Cells, number>;
}

const grids: Grid[] = [];
const MOST_GRIDS = 8;

function gridOf(widths: readonly number[], size: number, scale: number, { reserve }: Measure): Grid {
  const at = grids.findIndex(
    (one) =>
      one.size === size &&
      one.scale === scale &&
      one.reserve === reserve &&
      one.widths.length === widths.length &&
      one.widths.every((value, column) => value === widths[column]),
  );
  const [found] = at === -1 ? [] : grids.splice(at, 1);
  const grid = found ?? { widths, size, scale, reserve, heights: new WeakMap() };
  grids.unshift(grid);
  grids.length = Math.min(grids.length, MOST_GRIDS);
  return grid;
}

/** Inches of the highest of some cells, the first of them bold as the first column is. */
function rowHeight(cells: Cells, { widths, scale, reserve }: Grid, points: number, bold: boolean): number {
  const highest = Math.max(
    ...cells.map((text, at) =>
      heightOf({ text, size: points, bold: bold || at === 0 }, (widths[at] ?? 1) - 2 * CELL.side * scale, { reserve }),
    ),
  );
  return SAFE * highest + 2 * CELL.top * scale;
}

function knownHeight(cells: Cells, grid: Grid): number {
  const found = grid.heights.get(cells);
  if (found !== undefined) return found;
  const height = rowHeight(cells, grid, grid.size, false);
  grid.heights.set(cells, height);
  return height;
}

function setTable(table: ReportTable, width: number, size: number, scale: number, measure: Measure): FittedTable {
  const grid = gridOf(columnWidths(table, width, size, measure), size, scale, measure);
  const titles = table.columns.map(({ title }) => title);
  const head = rowHeight(titles, grid, size * HEAD_SHARE, true);
  const heights: number[] = [];
  let total = head;
  for (const row of table.rows) {
    if (total > ENDLESS * scale) {
      total = Number.POSITIVE_INFINITY;
      break;
    }
    const height = knownHeight(row, grid);
    heights.push(height);
    total += height;
  }
  return { table, size, widths: grid.widths, head, heights, total };
}

interface Asked {
  readonly width: number;
  readonly scale: number;
  readonly reserve: number;
  readonly fitted: FittedTable;
}

/** Whether a table has room, where it is split and how it is drawn are asked one after the other. */
const fittedOnce = new WeakMap<ReportTable, Asked[]>();

export function fitTable(
  table: ReportTable,
  width: number,
  size: number,
  scale: number,
  measure: Measure,
): FittedTable {
  const { reserve } = measure;
  const before = fittedOnce.get(table) ?? [];
  const found = before.find(
    (one) => one.width === width && one.fitted.size === size && one.scale === scale && one.reserve === reserve,
  );
  if (found) return found.fitted;
  const fitted = setTable(table, width, size, scale, measure);
  fittedOnce.set(table, [...before, { width, scale, reserve, fitted }]);
  return fitted;
}
