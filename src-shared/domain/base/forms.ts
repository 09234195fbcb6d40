/** In which order a day is written. */
export type DayOrder = 'dmy' | 'mdy' | 'ymd';

/**
 * How one reader has numbers, days and amounts of money. Sentences are English, so names of months and letters of scale are
 * too: a reader's country decides digits, order and place, never the words.
 */
export interface Forms {
  /** Well-formed, as `Intl` has it: `en-GB`, `de-DE`. */
  readonly locale: string;
  readonly order: DayOrder;
  /** The sign before decimals. */
  readonly mark: '.' | ',';
  readonly english: boolean;
  /** Formatters are slow to make: one is kept for each set of options. Digits are always Latin ones. */
  numbers(options?: Intl.NumberFormatOptions): Intl.NumberFormat;
  /** `23 Nov 2026`, `Nov 23, 2026`, `2026-11-23`. Month 1–12. */
  day(year: number, month: number, day: number): string;
  /** Without its year: `23 Nov`, `Nov 23`. */
  dayOfYear(month: number, day: number): string;
  /** `Nov 2026` in every form. */
  month(year: number, month: number): string;
  /** `15:05`, `3:05 PM`. */
  clock(hour: number, minute: number): string;
}

export const MONTH_NAMES = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** In which the program writes its sentences; whoever reads in another form has them rewritten (`rewritten.ts`). */
export const FIELD_LOCALE = 'en-GB';

const known = new Map<string, Forms>();

/** @throws RangeError where the locale is not well-formed; `wellFormedLocale` makes it so. */
export function formsOf(locale: string): Forms {
  const kept = known.get(locale);
  if (kept) return kept;
  const made = makeForms(locale);
  known.set(locale, made);
  return made;
}

function makeForms(given: string): Forms {
  // Of a language tag only what says which country's forms: calendars and digits that it may name are not taken over.
  const locale = new Intl.Locale(given).baseName;
  const latin = { numberingSystem: 'latn' } as const;
  const kept = new Map<string, Intl.NumberFormat>();
  const numbers = (options: Intl.NumberFormatOptions = {}): Intl.NumberFormat => {
    const key = JSON.stringify(options);
    const found = kept.get(key) ?? new Intl.NumberFormat(locale, { ...latin, ...options });
    kept.set(key, found);
    return found;
  };
  const order = orderOf(locale);
  const clock12 = new Intl.DateTimeFormat(locale, { ...latin, hour: 'numeric' }).resolvedOptions().hour12 === true;
  const name = (month: number): string => MONTH_NAMES[month - 1] ?? '';
  return {
    locale,
    order,
    mark:
      numbers()
        .formatToParts(1.5)
        .find(({ type }) => type === 'decimal')?.value === ','
        ? ','
        : '.',
    english: /^en\b/i.test(locale),
    numbers,
    day: (year, month, day) => {
      if (order === 'dmy') return `${day} ${name(month)} ${year}`;
      if (order === 'mdy') return `${name(month)} ${day}, ${year}`;
      return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
    },
    dayOfYear: (month, day) => (order === 'dmy' ? `${day} ${name(month)}` : `${name(month)} ${day}`),
    // Beside days that are written as `2026-11-23`.
    month: (year, month) =>
      order === 'ymd' ? `${String(year).padStart(4, '0')}-${two(month)}` : `${name(month)} ${year}`,
    clock: (hour, minute) =>
      clock12
        ? `${hour % 12 === 0 ? 12 : hour % 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`
        : `${two(hour)}:${two(minute)}`,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');

function orderOf(locale: string): DayOrder {
  const days = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const order = days
    .formatToParts(0)
    .flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type.charAt(0)] : []))
    .join('');
  return order === 'dmy' || order === 'mdy' ? order : 'ymd';
}

/** The locale as it can be used; systems in containers name languages that no list has (`en-US@posix`, `C`). */
export function wellFormedLocale(language: string): string {
  const plain = language.replace(/[@.].*$/, '').replaceAll('_', '-');
  if (plain === '' || /^(c|posix)$/i.test(plain)) return FIELD_LOCALE;
  try {
    return new Intl.Locale(plain).baseName;
  } catch {
    return FIELD_LOCALE;
  }
}

let own: Forms | null = null;

/** How this process writes: as the field does, unless its one reader chose another form. */
export function ownForms(): Forms {
  own ??= formsOf(FIELD_LOCALE);
  return own;
}

/**
 * From here on everything is written for this reader. For a window, which has one reader, before it is drawn; never for the
 * engine, whose answers several read.
 */
export function writeFor(locale: string): void {
  own = formsOf(wellFormedLocale(locale));
}
