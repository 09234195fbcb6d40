/** English of whatever country: its amounts are written in one form, so that figures and the sentences beside them agree. */
export const ENGLISH = 'en-US';

const isEnglish = (locale: string): boolean => /^en\b/i.test(locale);

/** Amounts below it stand in full: `€2,885` is no longer than `€2.89K`. */
const SHORT_FROM = 10_000;

// Slow to make: one is kept for each.
const formats = new Map<string, Intl.NumberFormat>();

function format(locale: string, currency: string | null, short: number | null): Intl.NumberFormat {
  const key = `${locale} ${currency} ${short}`;
  const kept = formats.get(key);
  if (kept) return kept;
  const unit = currency === null ? {} : ({ style: 'currency', currency, minimumFractionDigits: 0 } as const);
  const made = new Intl.NumberFormat(locale, {
    ...unit,
    ...(short === null ? { maximumFractionDigits: 0 } : { notation: 'compact', maximumSignificantDigits: short }),
  });
  formats.set(key, made);
  return made;
}

/** A hyphen before an amount is where lines break and screen readers say nothing: the sign for minus is neither. */
export const withMinus = (text: string): string => text.replace(/^-/, '−');

/**
 * An amount in major units, short, in the one form that screens, reports and sentences have: `€850K`, `$5.09M` in English of
 * every country, `850.000 €`, `5,09 Mio. €` in German; small ones to the unit. `null`: without a currency.
 */
export function shortMoney(major: number, currency: string | null, digits = 3, locale = ENGLISH): string {
  const short = Math.abs(major) < SHORT_FROM ? null : digits;
  return withMinus(format(isEnglish(locale) ? ENGLISH : locale, currency, short).format(major));
}

const signs = new Map<string, string>();

/** How English writes the currency; codes keep the space behind them. */
function signOf(currency: string): string {
  const kept = signs.get(currency);
  if (kept !== undefined) return kept;
  const parts = format(ENGLISH, currency, null).formatToParts(1);
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

/** The currency's sign as sentences have it, where the locale is English and would write another: `$1,234`, not `US$1,234`. */
export function oneSign(text: string, currency: string, locale: string): string {
  if (!isEnglish(locale)) return text;
  const own = ownSign(currency, locale);
  return own === signOf(currency) ? text : text.replace(own, signOf(currency));
}

const owns = new Map<string, string>();

function ownSign(currency: string, locale: string): string {
  const key = `${locale} ${currency}`;
  const kept = owns.get(key);
  if (kept !== undefined) return kept;
  const found = format(locale, currency, null)
    .formatToParts(1)
    .find(({ type }) => type === 'currency');
  const sign = found?.value ?? currency;
  owns.set(key, sign);
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
const AMOUNT = /((?:[A-Z]{1,3})?\p{Sc}|[A-Z]{3}\u00a0)(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([KMBT]?)(?![\w])/gu;

/**
 * The amounts of an English sentence as its reader's locale has them, with as many figures as they were written with.
 *
 * @param rest what is made of the text between them
 */
export function amountsIn(
  text: string,
  locale: string,
  rest: (between: string) => string = (between) => between,
): string {
  if (isEnglish(locale)) return rest(text);
  const parts: string[] = [];
  let from = 0;
  for (const match of text.matchAll(AMOUNT)) {
    const [found, sign = '', number = '', scale = ''] = match;
    const currency = currencyOf(sign);
    if (currency === undefined) continue;
    const value = Number(number.replaceAll(',', '')) * (SCALES[scale] ?? 1);
    parts.push(rest(text.slice(from, match.index)));
    parts.push(shortMoney(value, currency, number.replace(/\D/g, '').length, locale));
    from = match.index + found.length;
  }
  return [...parts, rest(text.slice(from))].join('');
}
