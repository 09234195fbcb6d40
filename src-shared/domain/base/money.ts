// Intl's formatters are slow to make and a grid needs thousands of texts: one is kept for each locale and currency.
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale}|${currency}`;
  const kept = formatters.get(key);
  if (kept) return kept;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formatters.set(key, made);
  return made;
}

// Asked for each amount of a file, and as slow.
const digits = new Map<string, number>();

/** How many digits the currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD. RangeError unless three letters. */
export function minorDigits(currency: string): number {
  const kept = digits.get(currency);
  if (kept !== undefined) return kept;
  const found = formatter(currency, 'en-US').resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** An amount in minor units as people of the locale write it: `formatMinor(123456, 'EUR', 'en-US')` = `€1,234.56`. */
export function formatMinor(minor: number, currency: string, locale: string): string {
  return formatter(currency, locale).format(minor / 10 ** minorDigits(currency));
}

/** A typed amount (12.34) in whole minor units (1234), half a unit rounded away from zero. */
export function toMinor(major: number, currency: string): number {
  const shift = minorDigits(currency);
  const text = String(Math.abs(major));
  // Shifted as decimal text: 1.005 × 100 would be 100.49999999999999.
  const shifted = text.includes('e') ? Math.abs(major) * 10 ** shift : Number(`${text}e${shift}`);
  const minor = Math.round(shifted);
  return major < 0 && minor !== 0 ? -minor : minor;
}
