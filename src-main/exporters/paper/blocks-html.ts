import { assertNever } from '#domain/base/assert-never';
import type { KeyFigure, ReportBlock, ReportChart, ReportTable } from '#domain/reports/content';
import { xmlText } from '../xlsx/xml-text';
import { chartSvg, WIDTHS } from './chart/chart-svg';
import { columnShares, tableHeight } from './column-shares';

/** Width of the text of a page, points. */
const PAGE = 500;
/** A table that is no higher stays on one page, points. */
const SHORT_TABLE = 190;
const FEW_ROWS = 16;
/** More categories, or longer names, want the whole width. */
const HALF = { categories: 9, letters: 26 } as const;

export const heading = (title: string): string => (title === '' ? '' : `<h3>${xmlText(title)}</h3>`);
const reading = (words: string): string => (words === '' ? '' : `<p class="reading">${xmlText(words)}</p>`);

/** Figures stand in rows of equal length, as far as their number lets them. */
const acrossOf = (count: number): number => (count <= 4 ? Math.max(1, count) : count % 4 === 0 ? 4 : 3);

export const figuresHtml = (figures: readonly KeyFigure[]): string =>
  `<div class="block figures of-${acrossOf(figures.length)}">${figures
    .map(
      ({ label, value, detail }) =>
        `<div class="figure"><p class="name">${xmlText(label)}</p><p class="value">${xmlText(value)}</p>${detail === '' ? '' : `<p class="detail">${xmlText(detail)}</p>`}</div>`,
    )
    .join('')}</div>`;

/** Addresses of the web in a text can be followed. */
export const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:)])/)
    .map((part, at) => (at % 2 === 1 ? `<a href="${xmlText(part)}">${xmlText(part)}</a>` : xmlText(part)))
    .join('');

/** A head says what stands below it, also where the content leaves that open: the first column holds what is counted. */
function headOf({ columns, noun: [one] }: ReportTable, at: number): string {
  const title = columns[at]?.title ?? '';
  if (title !== '') return title;
  return at === 0 ? `${one.charAt(0).toUpperCase()}${one.slice(1)}` : 'In short';
}

/** With more than two columns the first one names its rows. */
export function tableHtml(table: ReportTable, points = PAGE): string {
  const { columns, rows, highlight } = table;
  const classOf = (at: number): string => {
    const names = [columns[at]?.align === 'right' ? 'right' : '', at === highlight ? 'proposed' : ''];
    const told = names.filter((name) => name !== '').join(' ');
    return told === '' ? '' : ` class="${told}"`;
  };
  const widths = columnShares(table, points).map((share) => `<col width="${(100 * share).toFixed(2)}%">`);
  const heads = columns.map((_, at) => `<th scope="col"${classOf(at)}>${xmlText(headOf(table, at))}</th>`);
  const named = columns.length > 2;
  const lines = rows.map((row) => {
    // An empty cell is left out of the tags, and then the rows of a table differ in length.
    const cells = row
      .map((text) => (text === '' ? '–' : text))
      .map((cell, at) =>
        named && at === 0
          ? `<th scope="row"${classOf(at)}>${linked(cell)}</th>`
          : `<td${classOf(at)}>${linked(cell)}</td>`,
      );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table><colgroup>${widths.join('')}</colgroup><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table></div>`;
}

function chartHtml(chart: ReportChart, locale: string, width: number): string {
  return [
    `<div class="block keep">${heading(chart.title)}`,
    reading([chart.reading, chart.unit === '' ? '' : `In ${chart.unit}.`].filter((part) => part !== '').join(' ')),
    `<div class="wide">${chartSvg(chart, locale, width)}</div>`,
    '</div>',
  ].join('');
}

function blockHtml(block: ReportBlock, locale: string): string {
  switch (block.kind) {
    case 'figures':
      return figuresHtml(block.figures);
    case 'text':
      return `<div class="block">${heading(block.title)}${block.paragraphs.map((one) => `<p>${linked(one)}</p>`).join('')}</div>`;
    case 'table': {
      const keep = block.rows.length <= FEW_ROWS && tableHeight(block, PAGE) <= SHORT_TABLE ? ' keep' : '';
      return `<div class="block${keep}">${heading(block.title)}${reading(block.reading)}${tableHtml(block)}</div>`;
    }
    case 'chart':
      return chartHtml(block, locale, WIDTHS.whole);
    default:
      return assertNever(block);
  }
}

const isNarrow = (block: ReportBlock | undefined): block is ReportChart =>
  block?.kind === 'chart' &&
  (block.shape === 'bars' || block.shape === 'stacked_bars') &&
  block.origin === undefined &&
  block.categories.length <= HALF.categories &&
  block.series.every(({ colour }) => colour !== 'none') &&
  block.categories.every((name) => name.length <= HALF.letters);

/** The blocks of a section; two small charts that follow one another stand side by side. */
export function blocksHtml(blocks: readonly ReportBlock[], locale: string): string {
  const parts: string[] = [];
  for (let at = 0; at < blocks.length; at += 1) {
    const [block, next] = [blocks[at], blocks[at + 1]];
    if (isNarrow(block) && isNarrow(next)) {
      parts.push(
        `<div class="pair">${chartHtml(block, locale, WIDTHS.half)}${chartHtml(next, locale, WIDTHS.half)}</div>`,
      );
      at += 1;
    } else if (block) parts.push(blockHtml(block, locale));
  }
  return parts.join('\n');
}
