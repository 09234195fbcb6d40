import { accepted, type Parsed, quote, refused } from './parsed';

/** The sign before the decimals. */
export type DecimalMark = '.' | ',';

/** A number as its digits, so that no binary fraction is involved. */
export interface Digits {
  readonly negative: boolean;
  readonly whole: string;
  /** As written, closing zeros included. */
  readonly fraction: string;
  /** The sign that stood before the decimals, or would have. */
  readonly mark: DecimalMark;
}

/** What a text says: the number that counts, and the other one that it may be read as. */
export interface DigitsRead {
  readonly digits: Digits;
  readonly other: Digits | null;
}

export interface TwoReadings {
  /** The sign that decides between two readings: of the reader's locale, or of the other values of the column. */
  readonly mark: DecimalMark | null;
  /** What settles two readings where writing the text otherwise is not the way, as in a file; a sentence. */
  readonly remedy?: string | undefined;
}

/** No number needs more characters; longer texts never reach the patterns. */
const MAX_LENGTH = 60;

const PLAIN = /^([+-]?) ?([\d.,'_ ]*\d[.,]?)$/;
const BY_THOUSANDS = /^[1-9]\d{0,2}([.,'_ ])\d{3}(?:\1\d{3})*$/;
/** Lakhs and crores, as in India: 12,34,567. */
const BY_LAKHS = /^[1-9]\d?(?:,\d{2})+,\d{3}$/;

/** One sort of minus, of blank and of apostrophe. */
export const oneNotation = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('\u2212', '-')
    .replace(/[\u2019\u02bc]/g, "'");

/**
 * The one rule for a number that a person typed or a file holds. A point or a comma may stand before the decimals; blanks,
 * apostrophes, underscores, and the other of the two may part thousands (and commas lakhs), where the groups are whole. A text
 * with one reading is that number, whoever wrote it. Of two (`1.250`: 1250 or 1.25) the known mark decides; where none is
 * known, nothing is guessed.
 *
 * @returns null where the text is no number: `1e6`, `0x10`, `1,2,3`
 */
export function readDigits(text: string, mark: DecimalMark | null): DigitsRead | 'two_readings' | null {
  const [sign, body] = signAndBody(text);
  if (body === '') return null;
  const point = readWith(body, '.', sign === '-');
  const comma = readWith(body, ',', sign === '-');
  if (point === null || comma === null) {
    const digits = point ?? comma;
    return digits && { digits, other: null };
  }
  if (point.whole === comma.whole && point.fraction === comma.fraction) return { digits: point, other: null };
  if (mark === null) return 'two_readings';
  return mark === '.' ? { digits: point, other: comma } : { digits: comma, other: point };
}

function signAndBody(text: string): [sign: string, body: string] {
  if (text.length > MAX_LENGTH) return ['', ''];
  const match = PLAIN.exec(oneNotation(text));
  return [match?.[1] ?? '', match?.[2] ?? ''];
}

function readWith(body: string, mark: DecimalMark, negative: boolean): Digits | null {
  const [before = '', fraction = '', ...more] = body.split(mark);
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null;
  if (!/^\d*$/.test(before) && !BY_THOUSANDS.test(before) && !BY_LAKHS.test(before)) return null;
  return { negative, whole: before.replace(/\D/g, ''), fraction, mark };
}

const plainText = ({ negative, whole, fraction, mark }: Digits): string => {
  const decimals = fraction.replace(/0+$/, '');
  return `${negative ? '-' : ''}${whole || '0'}${decimals === '' ? '' : mark}${decimals}`;
};

/** The same, written so that it has one reading everywhere: nobody parts thousands before four digits. */
const clearText = (digits: Digits): string => {
  const text = plainText(digits);
  return /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? `${text}0` : text;
};

/**
 * Both readings of a text that has two, by name, and how to settle it.
 *
 * @param number the text without what stands beside the number
 * @param fits whether a reading could be kept
 */
export function sayTwoReadings(
  text: string,
  number: string,
  remedy: string | undefined,
  fits: (digits: Digits) => boolean,
): string {
  const [sign, body] = signAndBody(number);
  const readings = (['.', ','] as const)
    .map((mark) => readWith(body, mark, sign === '-'))
    .filter((digits) => digits !== null)
    // Thousands first.
    .sort((a, b) => b.whole.length - a.whole.length);
  const clear = readings.filter(fits).map(clearText);
  const write = clear.length === 1 ? `Write ${clear[0]} if that is meant.` : `Write ${clear.join(' or ')}.`;
  return `${quote(text)} can be read as ${readings.map(plainText).join(' or as ')}. ${remedy ?? write}`;
}

export const numberOf = ({ negative, whole, fraction }: Digits): number => {
  const value = Number(`${whole}.${fraction}`);
  return negative && value !== 0 ? -value : value;
};

export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
}

export interface NumberRules extends NumberRange, TwoReadings {}

/** A number within its range; else `not_a_number`, `ambiguous_number` or `out_of_range`. */
export function readTypedNumber(text: string, rules: NumberRules): Parsed<number> {
  const { min, max, whole } = rules;
  const kind = whole ? 'a whole number' : 'a number';
  const read = readDigits(text, rules.mark);
  if (read === null) return refused('not_a_number', `Write ${kind}.`);
  const isWhole = ({ fraction }: Digits): boolean => !whole || /^0*$/.test(fraction);
  if (read === 'two_readings' || (!isWhole(read.digits) && read.other !== null))
    return refused('ambiguous_number', sayTwoReadings(text, text, rules.remedy, isWhole));
  if (!isWhole(read.digits)) return refused('not_a_number', 'Write a whole number.');
  const value = numberOf(read.digits);
  if (value < min || value > max) return refused('out_of_range', `Write ${kind} from ${min} to ${max}.`);
  return accepted(value);
}

/** The mark that texts show by those which have one reading; `null` where none does, or they contradict each other. */
export function markShownBy(texts: Iterable<string>): DecimalMark | null {
  let point = false;
  let comma = false;
  for (const text of texts) {
    const bare = text.replace(/^([+-]?)[\p{L}\p{Sc}]+\.?(?=[\s\d+-])|(?<=[\d\s])[\p{L}\p{Sc}]+\.?\s*$/gu, '$1');
    if (!/[.,]/.test(bare)) continue;
    const read = readDigits(bare, null);
    if (read === null || read === 'two_readings') continue;
    if (read.digits.mark === '.') point = true;
    else comma = true;
  }
  if (point === comma) return null;
  return point ? '.' : ',';
}

/** A number as the text that an editor starts with; `readTypedNumber` reads it back as the same with that mark. */
export function writeNumber(value: number, mark: DecimalMark): string {
  const [digits = '', power] = String(value).split('e');
  const decimals = (digits.split('.')[1] ?? '').length;
  if (power === undefined) return digits.replace('.', mark);
  return Number(power) > 0
    ? BigInt(value).toString()
    : value.toFixed(Math.min(100, decimals - Number(power))).replace('.', mark);
}

const FIGURE = /^([+-]?[\d.,]*)(e[+-]?\d+)?$/i;

/**
 * A figure as a program wrote it, with a decimal sign that is known. Programs part no thousands with commas, since that file
 * would fall apart; where the comma is the decimal sign, points may part them. They write exponents, which people do not.
 *
 * @returns NaN where it is none
 */
export function readFigure(text: string, mark: DecimalMark): number {
  const match = FIGURE.exec(text.trim());
  const [, mantissa = '', exponent = ''] = match ?? [];
  if (mark === '.' && mantissa.includes(',')) return Number.NaN;
  const [sign, body] = signAndBody(mantissa);
  const digits = body === '' ? null : readWith(body, mark, sign === '-');
  return digits === null ? Number.NaN : Number(`${sign}${digits.whole}.${digits.fraction}${exponent}`);
}
