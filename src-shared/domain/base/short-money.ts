import { type Forms, formsOf, ownForms } from './forms';

/** English of whatever country: its amounts are written in one form, so that figures and the sentences beside them agree. */
const ENGLISH = 'en-US';

/** Amounts below it stand in full: `€2,885` is no longer than `€2.89K`. */
const SHORT_FROM = 10_000;

/** A hyphen before an amount is where lines break and screen readers say nothing: the sign for minus is neither. */
export const withMinus = (text: string): string => text.replace(/^-/, '−');

const formsFor = (locale: string | undefined): Forms => (locale === undefined ? ownForms() : formsOf(locale));

/**
 * An amount in major units, short, in the one form that screens, reports and sentences have: `€850K`, `$5.09M`; in the digits
 * and with the currency where its reader's country has it (`5,09M €` in Germany); small ones to the unit. The letter is that of
 * the sentences around it. `null`: without a currency.
 *
 * @param locale left out: as this process writes
 */
export function shortMoney(major: number, currency: string | null, digits = 3, locale?: string): string {
  const { amount, decimals, letter } = scaled(major, digits);
  return written(formsFor(locale), amount, currency, decimals, letter);
}

/** An amount in full: `€5,089,125`, `€12.50`, `5.089.125 €`. */
export function fullMoney(major: number, currency: string, decimals: number, forms: Forms): string {
  return written(forms, major, currency, decimals, '');
}

function written(forms: Forms, amount: number, currency: string | null, decimals: number, letter: string): string {
  const fixed = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (currency === null) return withMinus(`${forms.numbers(fixed).format(amount)}${letter}`);
  if (forms.english) {
    // English of every country has one sign for a currency, and before the amount: figures and sentences agree.
    const text = `${signOf(currency)}${forms.numbers(fixed).format(Math.abs(amount))}${letter}`;
    return isBelowZero(amount, decimals) ? `−${text}` : text;
  }
  const parts = forms.numbers({ style: 'currency', currency, ...fixed }).formatToParts(amount);
  const last = parts.findLastIndex(({ type }) => type === 'integer' || type === 'fraction');
  return withMinus(parts.map(({ value }, at) => (at === last ? `${value}${letter}` : value)).join(''));
}

/** Also as it is written: what rounds to 0 has no sign. */
const isBelowZero = (amount: number, decimals: number): boolean => Math.round(amount * 10 ** decimals) < 0;

/** `5,089,000` to three figures: 5.09 and M. */
function scaled(
  major: number,
  digits: number,
): { readonly amount: number; readonly decimals: number; readonly letter: string } {
  const forms = formsOf(ENGLISH);
  if (Math.abs(major) < SHORT_FROM) return { amount: Math.round(major) + 0, decimals: 0, letter: '' };
  // Rounding may go up to the next letter (999,950 is 1M): who rounds also says which it is.
  const parts = forms
    .numbers({ notation: 'compact', maximumSignificantDigits: digits, useGrouping: false })
    .formatToParts(major);
  const of = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const fraction = of('fraction');
  const amount = Number(`${of('integer')}.${fraction === '' ? '0' : fraction}`);
  return { amount: major < 0 ? -amount : amount, decimals: fraction.length, letter: of('compact') };
}

const signs = new Map<string, string>();

/** How English writes the currency; codes keep the space behind them. */
function signOf(currency: string): string {
  const kept = signs.get(currency);
  if (kept !== undefined) return kept;
  const parts = formsOf(ENGLISH).numbers({ style: 'currency', currency }).formatToParts(1);
  const sign = parts
    .slice(
      0,
      parts.findIndex(({ type }) => type === 'integer'),
    )
    .map(({ value }) => value)
    .join('');
  signs.set(currency, sign);
  return sign;
}

let bySign: ReadonlyMap<string, string> | null = null;

/** Currencies by their English sign. */
function currencyOf(sign: string): string | undefined {
  bySign ??= new Map(Intl.supportedValuesOf('currency').map((code) => [signOf(code), code]));
  return bySign.get(sign);
}

const SCALES: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };
/** `€850K`, `CA$5.09M`, `CHF 2,885`; a sentence has no sign before it. */
const AMOUNT = /((?:[A-Z]{1,3})?\p{Sc}|[A-Z]{3}\u00a0)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([KMBT]?)(?![\w])/gu;

/**
 * The amounts of an English sentence as its reader has them, with as many figures as they were written with.
 *
 * @param rest what is made of the text between them
 */
export function amountsIn(
  text: string,
  locale: string,
  rest: (between: string) => string = (between) => between,
): string {
  const forms = formsOf(locale);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const [found, sign = '', whole = '', fraction = '', letter = ''] = match;
    const currency = currencyOf(sign);
    if (currency === undefined) continue;
    const value = Number(`${whole.replaceAll(',', '')}${fraction}`);
    const decimals = Math.max(0, fraction.length - 1);
    parts.push(rest(text.slice(from, match.index)));
    parts.push(
      letter === ''
        ? fullMoney(value, currency, decimals, forms)
        : shortMoney(value * (SCALES[letter] ?? 1), currency, digitsOf(whole, fraction), locale),
    );
    from = match.index + found.length;
  }
  return [...parts, rest(text.slice(from))].join('');
}

const digitsOf = (whole: string, fraction: string): number => `${whole}${fraction}`.replace(/\D/g, '').length;
