import type { Brief, BriefList } from '#domain/reports/brief/brief';
import type { ReportTable } from '#domain/reports/content';
import { xmlText } from '../xlsx/xml-text';
import { figuresHtml, linked, tableHtml } from './blocks-html';
import { chartSvg, WIDTHS } from './chart/chart-svg';
import { documentHtml, englishIn } from './report-html';
import { briefStyle, type PaperSize } from './style';

/** How much of a brief is shown, and how small: the first that fits on its page is taken. */
export interface BriefFit {
  /** Points of the letters. */
  readonly letters: number;
  readonly chart: boolean;
  readonly points: number;
  readonly rows: number;
  readonly steps: number;
}

/** From all of it to the least; whatever is left out is counted on the page. */
export const BRIEF_FITS: readonly BriefFit[] = [
  { letters: 9, chart: true, points: 5, rows: 9, steps: 6 },
  { letters: 8.5, chart: true, points: 4, rows: 8, steps: 5 },
  { letters: 8.5, chart: true, points: 3, rows: 7, steps: 4 },
  { letters: 8, chart: true, points: 3, rows: 6, steps: 3 },
  { letters: 8, chart: false, points: 3, rows: 6, steps: 3 },
  { letters: 8, chart: false, points: 2, rows: 5, steps: 2 },
  { letters: 7.5, chart: false, points: 1, rows: 3, steps: 1 },
];

/** Room inside of the margins, a little less than there is: a hair too much would be a second page. */
const HEIGHT: Readonly<Record<PaperSize, string>> = { A4: '270mm', Letter: '252mm' };
const WIDTH = 510;

const layout = (paper: PaperSize, { letters }: BriefFit): string => `
body{font-size:${letters}pt;line-height:1.38}
.brief{display:flex;flex-direction:column;min-height:${HEIGHT[paper]}}
.whose{display:flex;justify-content:space-between;border-bottom:1px solid var(--text);padding-bottom:1.5mm;margin:0 0 3mm;color:var(--muted)}
h1{font-size:${letters * 1.9}pt;margin:0 0 3mm}
h2{font-size:${letters * 1.12}pt;margin:0 0 1mm;color:var(--link)}
table,.reading,.figure .name,.figure .detail{font-size:${letters * 0.95}pt}
th,td{padding:.7mm 1.5mm}
.figures,.block{margin-bottom:3mm}
.two{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 6mm}
ul{margin:0;padding-left:4mm}li p{margin:0 0 .8mm}
.foot{margin:auto 0 0;border-top:1px solid var(--line);padding-top:1.5mm;font-size:${letters * 0.87}pt;color:var(--muted);overflow-wrap:anywhere}
@media screen{body{padding:1rem;background:var(--ground)}.brief{max-width:52rem;margin:0 auto;background:var(--panel);padding:1.5rem}}
`;

const more = (left: number, one: string, many: string): string =>
  left <= 0 ? '' : `and ${left} more ${left === 1 ? one : many} in the report`;

function tablePart(table: ReportTable | null, most: number): string {
  if (table === null || table.rows.length === 0) return '';
  const left = more(table.rows.length - most, ...table.noun);
  const reading = [table.reading, left === '' ? '' : `${left.charAt(0).toUpperCase()}${left.slice(1)}.`].filter(
    (part) => part !== '',
  );
  return [
    `<div class="block"><h2>${xmlText(table.title)}</h2>`,
    reading.length === 0 ? '' : `<p class="reading">${xmlText(reading.join(' '))}</p>`,
    tableHtml({ ...table, rows: table.rows.slice(0, most) }, WIDTH),
    '</div>',
  ].join('');
}

function listPart({ title, points }: BriefList, most: number): string {
  const left = more(points.length - most, 'point', 'points');
  const items = [...points.slice(0, most), ...(left === '' ? [] : [left])];
  return `<div class="block"><h2>${xmlText(title)}</h2><ul>${items.map((point) => `<li><p>${linked(point)}</p></li>`).join('')}</ul></div>`;
}

/** Of a brief that is drawn so: what it shows besides its words, in pairs that stand side by side. */
export function briefHtml(brief: Brief, paper: PaperSize, line: string, locale: string, fit: BriefFit): string {
  const { title, portfolio, date, redaction, figures, main, chart, lists, steps, foot } = brief;
  const drawn = chart === null ? '' : chartSvg(chart, locale, WIDTHS.half);
  const picture =
    chart === null || !fit.chart || drawn === ''
      ? []
      : [
          `<div class="block"><h2>${xmlText(chart.title)}</h2><p class="reading">${xmlText(`${chart.reading} In ${chart.unit}.`)}</p>${drawn}</div>`,
        ];
  const parts = [...picture, ...lists.map((list) => listPart(list, fit.points))];
  const pairs = Array.from({ length: Math.ceil(parts.length / 2) }, (_, at) => parts.slice(2 * at, 2 * at + 2));
  const whose = [portfolio, line].filter((part) => part !== '').join(' · ');
  const body = [
    '<main class="brief">',
    `<p class="whose"><span>${xmlText(whose)}</span><span>${xmlText(date)}</span></p>`,
    `<h1>${xmlText(title)}</h1>`,
    figures.length === 0 ? '' : figuresHtml(figures),
    tablePart(main, fit.rows),
    ...pairs.map((pair) => (pair.length === 2 ? `<div class="two">${pair.join('')}</div>` : pair.join(''))),
    tablePart(steps, fit.steps),
    `<p class="foot">${xmlText([redaction, foot].filter((part) => part !== '').join(' '))}</p>`,
    '</main>',
  ].join('\n');
  return documentHtml({
    lang: englishIn(locale),
    title: `${portfolio}: ${title}`,
    style: briefStyle(paper, layout(paper, fit)),
    body,
  });
}

/** Words of its headings, for the bookmarks. */
export const briefHeadings = ({ title, main, chart, lists, steps }: Brief): string[] =>
  [title, main?.title, chart?.title, ...lists.map((list) => list.title), steps?.title].filter(
    (one) => one !== undefined,
  );
