/** Languages in which tools write month names, as far as their names do not contradict each other. */
const LOCALES = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'fi', 'pl', 'cs', 'tr'];

/** Without case, accents and points: `févr.` → `fevr`. */
export const foldMonth = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}.]/gu, '');

function buildMonths(): ReadonlyMap<string, number> {
  const found = new Map<string, Set<number>>();
  const note = (name: string, month: number): void => {
    if (!/^\p{L}{3,}$/u.test(name)) return;
    const months = found.get(name) ?? new Set();
    found.set(name, months.add(month));
  };
  for (const locale of LOCALES) {
    for (const style of ['short', 'long'] as const) {
      // With a day beside it some languages decline the name.
      for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2024, month - 1, 15));
          const name = foldMonth(parts.find(({ type }) => type === 'month')?.value ?? '');
          note(name, month);
          if (locale === 'en') note(name.slice(0, 3), month);
        }
      }
    }
  }
  note('sept', 9);
  // English wins where another language means another month by the same letters.
  const english = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
  const names = new Map<string, number>();
  for (const [name, [month, ...others]] of [...found].map(([name, months]) => [name, [...months]] as const))
    if (month !== undefined && others.length === 0) names.set(name, month);
  for (const [index, name] of english.entries()) names.set(name, index + 1);
  return names;
}

/** Made when the first name is read: 56 formats take longer than any start of the engine may. */
let months: ReadonlyMap<string, number> | null = null;

/** The month (1–12) of a name or its abbreviation in the languages above. */
export function monthNamed(name: string): number | null {
  months ??= buildMonths();
  return months.get(foldMonth(name)) ?? null;
}
