import type { Mapping } from '#contract/imports/imports';
import { minorDigits } from '#domain/base/money';
import { accepted, type Parsed, quote, refused } from './parsed';

export interface MoneyRules {
  readonly decimal: Mapping['decimal'];
  /** ISO code of the portfolio's currency. */
  readonly currency: string;
}

const MAX_MINOR = 9_000_000_000_000_000;

const SYMBOL = '(?:[$€£¥₹]|(?:us|a|c|au|ca)\\$|[a-z]{3}|kr\\.?|zł|fr\\.)';
const AMOUNT = new RegExp(`^([-+])?(?:${SYMBOL})?\\s*([-+])?(\\d[\\d.,'\\u2019\\s]*)\\s*(?:${SYMBOL})?$`, 'i');

/** No amount needs more characters; longer cells never reach the pattern. */
const MAX_LENGTH = 60;

/** Reads an amount in major units as minor units. Words such as `12k` are refused, never guessed. */
export function parseMoney(cell: string, rules: MoneyRules): Parsed<number> {
  const text = cell.trim();
  const match = text.length <= MAX_LENGTH ? AMOUNT.exec(text) : null;
  const thousands = rules.decimal === '.' ? ',' : '.';
  const split = match ? splitAmount((match[3] ?? '').trim(), rules.decimal, thousands) : null;
  if (!match || !split) {
    const sign = rules.decimal === '.' ? 'a point' : 'a comma';
    return refused(
      'not_an_amount',
      `${quote(text)} is not a plain amount with ${sign} before the decimals. Write it as ${rules.decimal === '.' ? '1234.50' : '1234,50'}, or choose the other decimal sign.`,
    );
  }
  const digits = minorDigits(rules.currency);
  if (split.fraction.length === 3 && digits < 3 && split.whole.length <= 3 && split.whole !== '0') {
    return refused(
      'ambiguous_amount',
      `${quote(text)} has three decimals: it may mean thousands. Write it without separators, or choose the other decimal sign.`,
    );
  }
  const minor = roundToMinor(split.whole, split.fraction, digits);
  if (minor > MAX_MINOR) return refused('not_an_amount', `${quote(text)} is larger than any amount that can be kept.`);
  const negative = match[1] === '-' || match[2] === '-';
  return accepted(negative && minor !== 0 ? -minor : minor);
}

/** Whole and fraction as digits, or null when separators do not stand in groups of three. */
function splitAmount(text: string, decimal: string, thousands: string): { whole: string; fraction: string } | null {
  const [whole = '', fraction = '', ...more] = text.split(decimal);
  if (more.length > 0 || !/^\d*$/.test(fraction)) return null;
  if (/^\d+$/.test(whole)) return { whole, fraction };
  const groups = whole.replace(/[\u2019]/g, "'").replace(/\s/g, ' ');
  for (const separator of [thousands, ' ', "'"]) {
    const [first = '', ...rest] = groups.split(separator);
    if (/^\d{1,3}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group))) {
      return { whole: first + rest.join(''), fraction };
    }
  }
  return null;
}

/** Half away from zero, on digits, so that no binary fraction is involved. */
function roundToMinor(whole: string, fraction: string, digits: number): number {
  const padded = fraction.padEnd(digits, '0');
  const minor = Number(whole + padded.slice(0, digits));
  return padded.charAt(digits) >= '5' ? minor + 1 : minor;
}
