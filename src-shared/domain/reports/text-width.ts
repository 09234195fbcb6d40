/** Upper bounds of the advance of Arial-like letters, in em; what is not named here is wider than any of them. */
const NARROW = /[ilj.,:;!'|`’]/;
const SLIM = /[ftrI()[\]\-/ "“”]/;
const BROAD = /[mM%]/;
const WIDE = /[W@—…]/;
const CAPITAL = /[wA-ZÄÖÜÀ-ÝŒ&#]/;
const LATIN = /[\u0020-\u024f]/;
/** Han, kana, Hangul, full-width forms and emoji fill a square. */
const SQUARE =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;
const COMBINING = /\p{M}/u;

/** Texts have few letters, and each is asked for thousands of times. */
const known = new Map<string, number>();
const MOST_KNOWN = 20_000;

function letterWidth(letter: string): number {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const width = measured(letter);
  if (known.size < MOST_KNOWN) known.set(letter, width);
  return width;
}

function measured(letter: string): number {
  if (COMBINING.test(letter)) return 0;
  if (letter.length > 1 || SQUARE.test(letter)) return letter.length > 1 ? 1.4 : 1;
  if (NARROW.test(letter)) return 0.29;
  if (SLIM.test(letter)) return 0.37;
  if (BROAD.test(letter)) return 0.9;
  if (WIDE.test(letter)) return 1.02;
  if (CAPITAL.test(letter)) return 0.76;
  return LATIN.test(letter) ? 0.57 : 0.8;
}

/** Bold letters are wider, and other fonts that stand in for Arial are, too. */
const BOLD = 1.08;

/** The width of a text in em of its size, rather too wide than too narrow. */
export function textWidth(text: string, bold = false): number {
  let width = 0;
  for (const letter of text) width += letterWidth(letter);
  return bold ? width * BOLD : width;
}

/** Where a line may end: after a space, and on both sides of a square letter. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let word = '';
  for (const letter of text) {
    if (SQUARE.test(letter)) {
      if (word !== '') found.push(word);
      word = '';
      found.push(letter);
    } else {
      word += letter;
      if (letter === ' ') {
        found.push(word);
        word = '';
      }
    }
  }
  if (word !== '') found.push(word);
  return found;
}

/** Words that are longer than a line are broken between any two letters. */
function chop(word: string, width: number, bold: boolean): string[] {
  if (textWidth(word.trimEnd(), bold) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of word) {
    const wide = textWidth(letter, bold);
    if (part !== '' && used + wide > width) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += letter;
    used += wide;
  }
  return part === '' ? parts : [...parts, part];
}

/** The lines of a text in a box of `width` em. A text without letters is one empty line. */
export function wrapText(text: string, width: number, bold = false): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const piece of pieces(paragraph).flatMap((one) => chop(one, width, bold))) {
      if (line !== '' && used + textWidth(piece.trimEnd(), bold) > width) {
        lines.push(line.trimEnd());
        line = '';
        used = 0;
      }
      line += piece;
      used += textWidth(piece, bold);
    }
    return [...lines, line.trimEnd()];
  });
}

export interface TextBox {
  /** Inches, inside the margins. */
  readonly width: number;
  readonly height: number;
  /** Points, the preferred size first. */
  readonly sizes: readonly number[];
  readonly bold?: boolean;
}

export interface FittedText {
  readonly text: string;
  /** Points. */
  readonly size: number;
  readonly lines: number;
  /** Inches. */
  readonly height: number;
  /** The end was left out, because not even the smallest size had room. */
  readonly cut: boolean;
}

const POINTS_PER_INCH = 72;
/** Distance of two lines in sizes: Arial has 1.15, the letters that stand in for it in Japanese 1.3. */
const LEADING = 1.22;
const SQUARE_LEADING = 1.36;

const leading = (text: string): number => (SQUARE.test(text) ? SQUARE_LEADING : LEADING);

/** Inches that so many lines take. */
export function linesHeight(text: string, lines: number, size: number): number {
  return (lines * size * leading(text)) / POINTS_PER_INCH;
}

/** The text at the largest of the sizes at which it fits its box; at the smallest it is cut with an ellipsis. */
export function fitText(text: string, { width, height, sizes, bold = false }: TextBox): FittedText {
  let last: FittedText | null = null;
  for (const size of sizes) {
    const lines = wrapText(text, (width * POINTS_PER_INCH) / size, bold);
    const needed = linesHeight(text, lines.length, size);
    if (needed <= height + 1e-9) return { text, size, lines: lines.length, height: needed, cut: false };
    const room = Math.max(1, Math.floor((height * POINTS_PER_INCH) / (size * leading(text)) + 1e-9));
    last = {
      ...cutLines(lines, room, (width * POINTS_PER_INCH) / size, bold),
      size,
      height: linesHeight(text, room, size),
      cut: true,
    };
  }
  if (last === null) throw new RangeError('a box needs a size of its letters');
  return last;
}

function cutLines(
  lines: readonly string[],
  room: number,
  width: number,
  bold: boolean,
): { text: string; lines: number } {
  const kept = lines.slice(0, room);
  let end = [...(kept.at(-1) ?? '')];
  while (end.length > 0 && textWidth(`${end.join('').trimEnd()}…`, bold) > width) end = end.slice(0, -1);
  return { text: [...kept.slice(0, -1), `${end.join('').trimEnd()}…`].join(' ').replace(/\s+/g, ' '), lines: room };
}
