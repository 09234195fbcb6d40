import type { ReportTable } from '#domain/reports/content';
import { wrapText } from '#domain/reports/text-width';
import { heightOf, longestWord, type Measure, widthOf } from '../layout/measure';
import { emu } from '../template/box';
import type { Palette } from '../template/palette';
import { fill, paragraphXml } from './words';

/** A table as it is set: how wide its columns and how high its rows are. */
export interface FittedTable {
  readonly table: ReportTable;
  /** Points of the cells; the head is a little smaller. */
  readonly size: number;
  /** Inches. */
  readonly widths: readonly number[];
  readonly head: number;
  readonly heights: readonly number[];
  readonly total: number;
}

/** Inches around the text of a cell, on a slide 7.5 inches high. */
const CELL = { side: 0.06, top: 0.04 } as const;
const HEAD_SHARE = 0.92;
/** What programs draw beyond what letters need: a row is never drawn lower than it says, but often higher. */
const SAFE = 1.03;
/** Rows that a table's widths follow, and inches beyond which no slide reaches: a long table is measured as it flows. */
const LOOKED_AT = 300;
const ENDLESS = 60;

/** Columns by their weight, none narrower than its longest word as long as the others have room. */
function columnWidths(table: ReportTable, width: number, size: number, measure: Measure): number[] {
  const { columns, rows } = table;
  const total = columns.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const wanted = columns.map(({ weight }) => (width * weight) / total);
  const least = columns.map(({ title, align }, at) => {
    const cells = [title, ...rows.slice(0, LOOKED_AT).map((row) => row[at] ?? '')];
    const word = Math.max(
      ...cells.map((text) =>
        align === 'right' && text.length < 16
          ? widthOf({ text, size, bold: true }, measure)
          : longestWord({ text, size, bold: at === 0 }, measure),
      ),
    );
    return Math.min(word + 2.4 * CELL.side, (0.5 * width) / Math.sqrt(columns.length));
  });
  const short = wanted.reduce((sum, value, at) => sum + Math.max(0, (least[at] ?? 0) - value), 0);
  const spare = wanted.reduce((sum, value, at) => sum + Math.max(0, value - (least[at] ?? 0)), 0);
  if (short === 0 || spare === 0) return wanted;
  const give = Math.min(1, short / spare);
  return wanted.map((value, at) => Math.max(value, least[at] ?? 0) - Math.max(0, value - (least[at] ?? 0)) * give);
}

export function fitTable(
  table: ReportTable,
  width: number,
  size: number,
  scale: number,
  measure: Measure,
): FittedTable {
  const widths = columnWidths(table, width, size, measure);
  const high = (cells: readonly string[], points: number, bold: boolean): number =>
    SAFE *
      Math.max(
        ...cells.map((text, at) =>
          heightOf({ text, size: points, bold: bold || at === 0 }, (widths[at] ?? 1) - 2 * CELL.side * scale, measure),
        ),
      ) +
    2 * CELL.top * scale;
  const head = high(
    table.columns.map(({ title }) => title),
    size * HEAD_SHARE,
    true,
  );
  let total = head;
  const heights = table.rows.map((row) => {
    const height = total > ENDLESS * scale ? Number.POSITIVE_INFINITY : high(row, size, false);
    total += height;
    return height;
  });
  return { table, size, widths, head, heights, total };
}

/** So much of a table as has room, and the rest of it; a row that no slide could hold goes on in a further one. */
export function splitTable(
  fitted: FittedTable,
  height: number,
  fresh: number,
  scale: number,
  measure: Measure,
): readonly [first: FittedTable | null, rest: ReportTable | null] {
  if (fitted.total <= height + 1e-6) return [fitted, null];
  let used = fitted.head;
  const end = fitted.heights.findIndex((value) => {
    used += value;
    return used > height;
  });
  const { table } = fitted;
  if (end > 0) return [part(fitted, 0, end), { ...table, rows: table.rows.slice(end) }];
  const tallest = fitted.heights[0] ?? 0;
  if (fitted.head + tallest <= fresh) return [null, table];
  const lines = Math.max(1, Math.floor(((height - fitted.head) * 72) / (fitted.size * 1.4)) - 1);
  const [row = [], ...others] = table.rows;
  const cut = row.map((text, at) => {
    const wide = (((fitted.widths[at] ?? 1) - 2 * CELL.side * scale) * 72) / fitted.size / measure.reserve;
    const all = wrapText(text, wide, at === 0);
    const end = endOf(text, all.slice(0, lines));
    return [text.slice(0, end), text.slice(end).trimStart()] as const;
  });
  const first = { ...table, rows: [cut.map(([begin]) => begin)] };
  const rest = { ...table, rows: [cut.map(([, later]) => later), ...others] };
  return [
    fitTable(
      first,
      fitted.widths.reduce((sum, value) => sum + value, 0),
      fitted.size,
      scale,
      measure,
    ),
    rest,
  ];
}

/** Where so many lines end in the text that they were made of: spaces at their ends are not in them. */
export function endOf(text: string, lines: readonly string[]): number {
  let at = 0;
  for (const line of lines) {
    while (/\s/.test(text.charAt(at)) && !line.startsWith(text.charAt(at))) at += 1;
    at += line.length;
  }
  return at;
}

function part({ table, size, widths, head, heights }: FittedTable, from: number, to: number): FittedTable {
  const shown = heights.slice(from, to);
  return {
    table: { ...table, rows: table.rows.slice(from, to) },
    size,
    widths,
    head,
    heights: shown,
    total: shown.reduce((sum, value) => sum + value, head),
  };
}

/** The table of a frame: its first row and column are marked as what they are. */
export function tableXml(
  { table, size, widths, head, heights }: FittedTable,
  palette: Palette,
  scale: number,
  lang: string,
): string {
  const { columns, rows, highlight } = table;
  const row = (cells: readonly string[], height: number, header: boolean): string => {
    const inner = columns.map(({ align }, at) => {
      const strong = header || at === 0 || at === highlight;
      const paragraph = paragraphXml(
        palette,
        {
          text: cells[at] ?? '',
          size: header ? size * HEAD_SHARE : size,
          bold: strong,
          tone: header ? 'muted' : 'text',
          align,
        },
        lang,
      );
      return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>${paragraph}</a:txBody>${cellLook(palette, scale, header, at === highlight)}</a:tc>`;
    });
    return `<a:tr h="${emu(height)}">${inner.join('')}</a:tr>`;
  };
  return [
    '<a:tbl><a:tblPr firstRow="1" firstCol="1"><a:tableStyleId>{2D5ABB26-0587-4C30-8999-92F81FD0307C}</a:tableStyleId></a:tblPr>',
    `<a:tblGrid>${widths.map((width) => `<a:gridCol w="${emu(width)}"/>`).join('')}</a:tblGrid>`,
    row(
      columns.map(({ title }) => title),
      head,
      true,
    ),
    ...rows.map((cells, at) => row(cells, heights[at] ?? 0, false)),
    '</a:tbl>',
  ].join('');
}

function cellLook(palette: Palette, scale: number, header: boolean, lit: boolean): string {
  const none = (side: string): string => `<a:ln${side} w="0"><a:noFill/></a:ln${side}>`;
  const line = `<a:lnB w="${header ? 12_700 : 6_350}">${fill(palette, header ? 'muted' : 'pale')}</a:lnB>`;
  const ground = lit
    ? `<a:solidFill>${palette.of('accent').xml.replace(/\/>$/, '><a:alpha val="12000"/></a:schemeClr>')}</a:solidFill>`
    : '<a:noFill/>';
  const [side, top] = [emu(CELL.side * scale), emu(CELL.top * scale)];
  return `<a:tcPr marL="${side}" marR="${side}" marT="${top}" marB="${top}" anchor="${header ? 'b' : 't'}">${none('L')}${none('R')}${none('T')}${line}${ground}</a:tcPr>`;
}
