import type { KeyFigure, ReportBlock, ReportChart, ReportTable } from '#domain/reports/content';
import { fitTable } from '../slide/fit-table';
import type { Paragraph } from '../slide/words';
import { wordsHeight } from './fit-words';
import { heightOf, linesOf } from './measure';
import type { Setting } from './page';

/** A block as it flows: what is left of one goes on, on a further slide. */
export type Block =
  | { readonly kind: 'figures'; readonly figures: readonly KeyFigure[] }
  | { readonly kind: 'words'; readonly name: string; readonly paragraphs: readonly Paragraph[] }
  | { readonly kind: 'table'; readonly table: ReportTable }
  | { readonly kind: 'chart'; readonly chart: ReportChart };

/** Points on a slide 7.5 inches high; the first at which everything has room is taken. */
export const SIZES = [12.5, 12, 11.5, 11, 10.5, 10] as const;
/** Where a slide more is not to be had. */
export const TIGHT_SIZES = [...SIZES, 9.5, 9] as const;
/** Where a section goes on on further slides anyway. */
export const FLOWING = 11.5;

/** Inches. */
const CHART = { least: 1.95, row: 0.5, extra: 0.75, letters: 8, line: 0.16, names: 0.42 } as const;

export function toBlock(block: ReportBlock, size: number): Block {
  if (block.kind === 'table') return { kind: 'table', table: block };
  if (block.kind === 'chart') return { kind: 'chart', chart: block };
  if (block.kind === 'figures') return block;
  const many = block.paragraphs.length > 1;
  const title: Paragraph[] = block.title === '' ? [] : [{ text: block.title, size, bold: true, tone: 'accent' }];
  const words = block.paragraphs.map(
    (text, at): Paragraph => ({ text, size, bullet: many, before: at === 0 && title.length === 0 ? 0 : size * 0.3 }),
  );
  return { kind: 'words', name: block.title === '' ? 'Words' : block.title, paragraphs: [...title, ...words] };
}

/** Title of a table or chart, and how to read it. */
export function headOf(
  { title, reading }: { readonly title: string; readonly reading: string },
  size: number,
): Paragraph[] {
  return [
    ...(title === '' ? [] : [{ text: title, size, bold: true }]),
    ...(reading === ''
      ? []
      : [{ text: reading, size: size - 1.5, tone: 'muted' as const, before: title === '' ? 0 : 1 }]),
  ];
}

export const HEAD_GAP = 0.07;

export function headHeight(
  parts: { readonly title: string; readonly reading: string },
  size: number,
  width: number,
  setting: Setting,
): number {
  const head = headOf(parts, size);
  return head.length === 0 ? 0 : wordsHeight(head, width, setting) + HEAD_GAP * setting.scale;
}

/** Inches that a block needs at least, in so much width. */
export function leastHeight(block: Block, size: number, width: number, setting: Setting): number {
  switch (block.kind) {
    case 'figures':
      return figuresHeight(block.figures, size, width, setting);
    case 'words':
      return wordsHeight(block.paragraphs, width, setting);
    case 'table':
      return (
        headHeight(block.table, size, width, setting) +
        fitTable(block.table, width, size, setting.scale, setting.measure).total
      );
    case 'chart':
      return headHeight(block.chart, size, width, setting) + chartLeast(block.chart, width, setting);
  }
}

export const isLying = ({ shape }: ReportChart): boolean => shape === 'bars' || shape === 'stacked_bars';

function chartLeast(chart: ReportChart, width: number, { scale, measure }: Setting): number {
  const names = chart.categories.reduce(
    (sum, text) => sum + linesOf({ text, size: CHART.letters * scale }, CHART.names * width, measure),
    0,
  );
  const bars = chart.categories.length * (chart.shape === 'bars' ? chart.series.length ** 0.5 : 1);
  const rows = isLying(chart) ? Math.max(0.2 * bars, CHART.line * names) : 0;
  return Math.max(CHART.least, rows + CHART.extra) * scale;
}

/** Bars grow no thicker than they can be compared. */
export function chartMost(chart: ReportChart, { scale }: Setting): number {
  return isLying(chart) ? (CHART.row * chart.categories.length + CHART.extra) * scale : Number.POSITIVE_INFINITY;
}

/** Figures stand side by side, each as wide as its words can be read. */
export function figureColumns(count: number, width: number, { scale }: Setting): number {
  const most = Math.max(1, Math.min(6, Math.floor(width / (1.75 * scale))));
  const rows = Math.ceil(count / most);
  return Math.ceil(count / rows);
}

export const FIGURE = { gap: 0.22, value: 2.05, below: 0.16 } as const;

export function figureWords({ label, value, detail }: KeyFigure, size: number): Paragraph[] {
  return [
    { text: value, size: size * FIGURE.value, bold: true, tone: 'accent' },
    { text: label, size, bold: true, before: 1 },
    ...(detail === '' ? [] : [{ text: detail, size: size - 1.5, tone: 'muted' as const, before: 1 }]),
  ];
}

/** A long value is written smaller, as long as it stands on one line. */
export function fittedFigure(figure: KeyFigure, size: number, width: number, setting: Setting): Paragraph[] {
  const words = figureWords(figure, size);
  const [value] = words;
  if (!value) return words;
  const sizes = [1, 0.85, 0.7, 0.6, 0.5].map((share) => share * value.size);
  const one = sizes.find(
    (points) => heightOf({ ...value, size: points }, width, setting.measure) <= (points * 1.5) / 72,
  );
  return [{ ...value, size: one ?? size }, ...words.slice(1)];
}

function figuresHeight(figures: readonly KeyFigure[], size: number, width: number, setting: Setting): number {
  const columns = figureColumns(figures.length, width, setting);
  const each = (width - (columns - 1) * FIGURE.gap * setting.scale) / columns;
  let total = 0;
  for (let row = 0; row * columns < figures.length; row += 1) {
    const line = figures.slice(row * columns, (row + 1) * columns);
    total += Math.max(...line.map((one) => wordsHeight(fittedFigure(one, size, each, setting), each, setting)));
    total += FIGURE.below * setting.scale;
  }
  return total;
}
