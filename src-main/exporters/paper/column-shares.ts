import type { ReportTable } from '#domain/reports/content';
import { textWidth, wrapText } from '#domain/reports/text-width';

/** Points: size of a table's letters, and what stands beside them in a cell. */
const LETTERS = 8.5;
const PADDING = 10;
/** A word that is longer may be broken. */
const LONGEST = 90;
/** So many rows tell how wide a column has to be. */
const LOOKED_AT = 300;
/** Short texts, such as an amount or a date, are kept on one line. */
const SHORT = 12;

function needOf(text: string): number {
  const words = text.length <= SHORT ? [text] : text.split(/\s+/);
  return Math.min(LONGEST, Math.max(...words.map((word) => textWidth(word, true) * LETTERS))) + PADDING;
}

/** The shares of a table's columns: by their weights, and none narrower than its words, if all of them have room. */
export function columnShares({ columns, rows }: ReportTable, points: number): number[] {
  const needs = columns.map(({ title }, at) =>
    Math.max(...[title, ...rows.slice(0, LOOKED_AT).map((row) => row[at] ?? '')].map(needOf)),
  );
  const total = needs.reduce((sum, need) => sum + need, 0);
  if (total >= points) return needs.map((need) => need / total);
  const shares = columns.map(() => 0);
  let open = columns.map((_, at) => at);
  let rest = points;
  // Whoever needs more than its weight gives gets that; the others share what is left.
  for (let settled = false; !settled; ) {
    const weight = open.reduce((sum, at) => sum + (columns[at]?.weight ?? 1), 0);
    const tight = open.filter((at) => (needs[at] ?? 0) > (rest * (columns[at]?.weight ?? 1)) / weight);
    for (const at of tight) shares[at] = needs[at] ?? 0;
    for (const at of tight.length === 0 ? open : []) shares[at] = (rest * (columns[at]?.weight ?? 1)) / weight;
    rest -= tight.reduce((sum, at) => sum + (needs[at] ?? 0), 0);
    open = open.filter((at) => !tight.includes(at));
    settled = tight.length === 0;
  }
  return shares.map((share) => share / points);
}

/** Points of a line, and of the padding and rule of a row. */
const LINE = 11.5;
const ROW = 6;

/** How high a table will be, points, rather too high than too low. */
export function tableHeight(table: ReportTable, points: number): number {
  const shares = columnShares(table, points);
  return table.rows.reduce((sum, row) => {
    const lines = row.map(
      (cell, at) => wrapText(cell, Math.max(3, ((shares[at] ?? 1) * points - PADDING) / LETTERS)).length,
    );
    return sum + Math.max(...lines) * LINE + ROW;
  }, 0);
}
