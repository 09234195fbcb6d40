import { linesHeight, textWidth, wrapText } from '#domain/reports/text-width';

const POINTS = 72;

/**
 * Widths are those of Arial, rather too wide than too narrow. A client's font may be a wider one, or be missing where the
 * slide is opened: there a seventh more is kept free.
 */
export interface Measure {
  readonly reserve: number;
}

export interface Words {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** What was measured once: a table is asked for its height at several sizes and widths, and again on each of its slides. */
const known = new Map<string, number>();
const MOST_KNOWN = 100_000;

/** Inches that words take in so much width. */
export function heightOf({ text, size, bold = false }: Words, width: number, { reserve }: Measure): number {
  const room = (width * POINTS) / size / reserve;
  const key = `${room.toFixed(4)}|${bold}|${text}`;
  let lines = known.get(key);
  if (lines === undefined) {
    lines = wrapText(text, room, bold).length;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, lines);
  }
  return linesHeight(text, lines, size);
}

/** How many lines words take. */
export const linesOf = ({ text, size, bold = false }: Words, width: number, { reserve }: Measure): number =>
  wrapText(text, (width * POINTS) / size / reserve, bold).length;

/** Inches of so many em. */
export const inchesOf = (em: number, size: number, { reserve }: Measure): number => (em * size * reserve) / POINTS;

/** Inches of the longest of some words on one line. */
export const widthOf = ({ text, size, bold = false }: Words, measure: Measure): number =>
  inchesOf(textWidth(text, bold), size, measure);

/** The width of the longest word of a text, in em. */
export const longestWord = (text: string, bold: boolean): number =>
  Math.max(0, ...text.split(/[ \t\n\u2e80-\u9fff]+/).map((word) => textWidth(word, bold)));
