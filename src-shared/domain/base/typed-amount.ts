import { minorDigits } from './money';
import { accepted, type Parsed, quote, refused } from './parsed';
import {
  type DecimalMark,
  type Digits,
  oneNotation,
  readDigits,
  sayTwoReadings,
  type TwoReadings,
} from './typed-number';

export interface AmountRules extends TwoReadings {
  /** ISO code: the currency that the amount is in, and whose sign or code may stand beside it. */
  readonly currency: string;
  /**
   * What happens to more decimals than the currency has. A person who types them means something else, so they are refused;
   * in a file they come out of a formula (1234.5678), and are rounded half away from zero.
   */
  readonly decimals: 'refused' | 'rounded';
  /** Left out: an amount may lie below 0. */
  readonly min?: 0;
}

/** Above this a double does not hold every minor unit. */
const MAX_MINOR = 9_000_000_000_000_000;

const SIGN = String.raw`(\p{L}{0,3}\p{Sc}|\p{L}{1,4}\.?)`;
const AMOUNT = new RegExp(String.raw`^([+-]?) ?${SIGN}? ?([+-]?) ?([\d.,'_ ]*\d[.,]?) ?${SIGN}?$`, 'u');

/** Digits alone, few enough for any currency. */
const WHOLE = /^\d{1,10}$/;

/** No amount needs more characters; longer texts never reach the pattern. */
const MAX_LENGTH = 60;

/**
 * Reads an amount in major units (`1,250.50`, `€ 12`, `12 500 EUR`) as whole minor units, by the rule of `readDigits`. Codes:
 * `not_an_amount`, `ambiguous_amount`, `other_currency`, `too_many_decimals`, `negative_amount`, `amount_too_large`.
 */
export function readTypedAmount(text: string, rules: AmountRules): Parsed<number> {
  const { currency } = rules;
  // Most amounts of a large file: nothing beside them, and one reading.
  if (WHOLE.test(text)) return accepted(Number(text + '0'.repeat(minorDigits(currency))));
  const match = text.length <= MAX_LENGTH ? AMOUNT.exec(oneNotation(text)) : null;
  const [, first = '', before = '', second = '', body = '', after = ''] = match ?? [];
  const beside = before || after;
  const read = match === null || (before && after) || (first && second) ? null : readDigits(body, rules.mark);
  if (read === null) return notAnAmount(text, rules);
  if (beside !== '' && !signsOf(currency).has(folded(beside))) {
    if (!isCurrency(beside)) return notAnAmount(text, rules);
    const message = `${quote(text)} is not in ${currency}, in which this portfolio counts. Write the amount in ${currency}.`;
    return refused('other_currency', message);
  }
  const digits = minorDigits(currency);
  const negative = first === '-' || second === '-';
  const number = `${negative ? '-' : ''}${body}`;
  if (read === 'two_readings') return twoReadings(text, number, rules, digits);
  if (read.digits.fraction.length > digits) {
    if (read.other !== null) return twoReadings(text, number, rules, digits);
    if (rules.decimals === 'refused') return tooManyDecimals(text, currency, digits);
  }
  const minor = toMinorUnits(read.digits, digits);
  if (minor > MAX_MINOR)
    return refused('amount_too_large', `${quote(text)} is larger than any amount that can be kept exactly.`);
  if (negative && minor > 0 && rules.min !== undefined)
    return refused('negative_amount', `${quote(text)} is below 0. Write an amount of 0 or more.`);
  return accepted(negative && minor !== 0 ? -minor : minor);
}

function notAnAmount(text: string, { currency, mark }: AmountRules): Parsed<never> {
  const digits = minorDigits(currency);
  const example = `1234${digits === 0 ? '' : `${mark ?? '.'}${'50'.padEnd(digits, '0')}`}`;
  return refused('not_an_amount', `${quote(text)} is not an amount in ${currency}. Write it as ${example}.`);
}

function twoReadings(text: string, number: string, { remedy }: AmountRules, digits: number): Parsed<never> {
  const fits = ({ fraction }: Digits): boolean => fraction.replace(/0+$/, '').length <= digits;
  return refused('ambiguous_amount', sayTwoReadings(text, number, remedy, fits));
}

function tooManyDecimals(text: string, currency: string, digits: number): Parsed<never> {
  const has = digits === 0 ? 'no decimals: write a whole amount' : `${digits} decimals: write no more than that`;
  return refused('too_many_decimals', `${quote(text)} has more decimals than ${currency}, which has ${has}.`);
}

/** Half away from zero, on digits, so that no binary fraction is involved. */
function toMinorUnits({ whole, fraction }: Digits, digits: number): number {
  const padded = fraction.padEnd(digits, '0');
  const minor = Number(whole + padded.slice(0, digits));
  return padded.charAt(digits) >= '5' ? minor + 1 : minor;
}

const folded = (sign: string): string => sign.toLowerCase().replace(/\.$/, '');

const signs = new Map<string, ReadonlySet<string>>();

/** How the currency is written beside an amount: `EUR` and `€`; `AUD`, `A$` and `$`. */
function signsOf(currency: string): ReadonlySet<string> {
  const kept = signs.get(currency);
  if (kept) return kept;
  const made = new Set([currency.toLowerCase(), ...(currency === 'CHF' ? ['fr', 'sfr'] : [])]);
  if (currency === 'USD') made.add('us$');
  for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
    const format = new Intl.NumberFormat('en-US', { style: 'currency', currency, currencyDisplay });
    const part = format.formatToParts(1).find(({ type }) => type === 'currency');
    if (part) made.add(folded(part.value));
  }
  signs.set(currency, made);
  return made;
}

const isCurrency = (sign: string): boolean =>
  /\p{Sc}/u.test(sign) || Intl.supportedValuesOf('currency').includes(sign.toUpperCase());

/** Minor units as the text that an editor starts with: major units, no decimals where they are all 0. */
export function writeAmount(minor: number, currency: string, mark: DecimalMark): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const fraction = digits === 0 ? '' : text.slice(-digits);
  const decimals = /^0*$/.test(fraction) ? '' : `${mark}${fraction}`;
  return `${minor < 0 ? '-' : ''}${text.slice(0, text.length - digits)}${decimals}`;
}
