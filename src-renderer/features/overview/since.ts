import { daysFromTo } from '#domain/base/calendar';
import { formatDate, formatDays } from '../../lib/format';

/** "41 days" for what began in the past, "on 4 Dec 2026" for what is to come, nothing where no date applies. */
export const sinceWords = (since: string | null, at: string, locale?: string): string => {
  if (since === null) return '';
  const days = daysFromTo(since, at);
  return days < 0 ? `on ${formatDate(since, locale)}` : formatDays(days, locale);
};

/** The words on a button: the engine's label where it is short, else its verb; the whole label is its name. */
export const buttonWords = (label: string): string => (label.length <= 14 ? label : (label.split(' ')[0] ?? label));
