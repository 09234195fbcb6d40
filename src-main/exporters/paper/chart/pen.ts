import { textWidth, wrapText } from '#domain/reports/text-width';
import { xmlText } from '../../xlsx/xml-text';

/** Letters of a chart, in units of its drawing. */
export const LETTERS = 11;
export const LINE = 13.5;

/** Where a system has none of the fonts that were reckoned with, one stands in (DejaVu) whose letters are wider by up to this much. */
const STANDS_IN = 1.12;

export const wide = (text: string, bold = false): number => textWidth(text, bold) * LETTERS * STANDS_IN;

/** All of a text in lines that are no wider than `width`: nothing is left out. */
export const linesOf = (text: string, width: number): string[] =>
  wrapText(text, Math.max(3, width / LETTERS / STANDS_IN));

type Anchor = 'start' | 'middle' | 'end';
/** `m`: muted; `on-…`: upon a colour. */
type Tone = 'm' | 't' | 'b' | 'on-strong' | 'on-pale' | 'act';

const places = (value: number): string => String(Math.round(value * 10) / 10);

export const text = (x: number, y: number, words: string, tone: Tone = 'm', anchor: Anchor = 'start'): string =>
  `<text x="${places(x)}" y="${places(y)}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`} class="${tone}">${xmlText(words)}</text>`;

/** Lines below one another, the middle of all of them at `y`. */
export const block = (x: number, y: number, lines: readonly string[], tone: Tone, anchor: Anchor): string =>
  lines
    .map((words, at) => text(x, y + (at - (lines.length - 1) / 2) * LINE + LETTERS * 0.35, words, tone, anchor))
    .join('');

export const rect = (x: number, y: number, width: number, height: number, look: string): string =>
  `<rect x="${places(x)}" y="${places(y)}" width="${places(Math.max(0, width))}" height="${places(Math.max(0, height))}" class="${look}"/>`;

export const line = (x1: number, y1: number, x2: number, y2: number, look: string): string =>
  `<line x1="${places(x1)}" y1="${places(y1)}" x2="${places(x2)}" y2="${places(y2)}" class="${look}"/>`;

export const path = (points: string, look: string): string => `<path d="${points}" class="${look}"/>`;

export const dot = (x: number, y: number): string =>
  `<circle cx="${places(x)}" cy="${places(y)}" r="3.5" class="dot"/>`;

export const at = (x: number, y: number): string => `${places(x)} ${places(y)}`;

export interface Drawing {
  readonly body: string;
  readonly height: number;
}

/** Places of labels that wish to stand at `wanted`, at least a line apart, in the order of their wishes. */
export function apart(wanted: readonly number[], lowest: number): number[] {
  const order = wanted.map((_, index) => index).toSorted((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = [...wanted];
  let last = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    last = Math.max(wanted[index] ?? 0, last + LINE);
    placed[index] = last;
  }
  let next = lowest + LINE;
  for (const index of order.toReversed()) {
    next = Math.min(placed[index] ?? 0, next - LINE);
    placed[index] = next;
  }
  return placed;
}

/** The style of everything above; letters upon a colour follow from that colour. */
export const PEN_STYLE = `
svg.chart{display:block;width:100%;height:auto;font-size:${LETTERS}px}
.chart text{fill:var(--text)}
.chart .m{fill:var(--muted)}
.chart .b{font-weight:600}
.chart .act{fill:var(--act)}
.chart .on-strong{fill:var(--on-strong);font-weight:600}
.chart .on-pale{fill:var(--on-pale);font-weight:600}
.chart .ground{fill:var(--panel)}
.chart .grid{stroke:var(--line)}
.chart .axis{stroke:var(--muted)}
.chart .zero{stroke:var(--act);stroke-dasharray:4 3}
.chart .plan{stroke:var(--text)}
.chart .lead{stroke:var(--muted);stroke-dasharray:1.5 2.5}
.chart .run{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.chart .dot{fill:var(--panel);stroke:var(--text);stroke-width:1.6}
`;
