import { daysPassed } from '#domain/base/calendar';
import type { DatePrecision } from '#domain/base/period';
import { formatDate, formatDated, formatDayOfYear, formatDays } from '../../lib/format';

interface Dated {
  readonly since: string | null;
  readonly sincePrecision: DatePrecision;
  /** The date is rather a slip. */
  readonly doubtful: boolean;
}

/** "41 days" behind a date in the past, "to be checked" behind one that is doubted, nothing where none is known. */
export const howLongWords = ({ since, doubtful }: Dated, at: string, locale?: string): string => {
  if (since === null) return '';
  if (doubtful) return 'date to be checked';
  const days = daysPassed(since, at);
  return days < 1 ? '' : formatDays(days, locale);
};

/** `1 Aug 2026`, `about 2026`; with a question mark where it is doubted. */
export const sinceDate = ({ since, sincePrecision, doubtful }: Dated, locale?: string): string => {
  if (since === null) return '–';
  const words = sincePrecision === 'day' ? formatDate(since, locale) : formatDated(since, sincePrecision, locale);
  return doubtful ? `${words}?` : words;
};

/** `1 Aug` of the year that it is, `28 Jul 2025` of another: for tables with many dates. */
export function shortDate(iso: string, at: string, locale?: string): string {
  if (iso.slice(0, 4) !== at.slice(0, 4)) return formatDate(iso, locale);
  return formatDayOfYear(iso.slice(0, 10), locale);
}

/** The words on a button: the engine's label where it is short, else its verb; the whole label is its name. */
export const buttonWords = (label: string): string => (label.length <= 18 ? label : (label.split(' ')[0] ?? label));
