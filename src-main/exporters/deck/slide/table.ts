import type { ReportTable } from '#domain/reports/content';
import { wrapText } from '#domain/reports/text-width';
import type { Measure } from '../layout/measure';
import { emu } from '../template/box';
import type { Palette } from '../template/palette';
import { CELL, type FittedTable, fitTable, HEAD_SHARE } from './fit-table';
import { fill, paragraphXml } from './words';

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
