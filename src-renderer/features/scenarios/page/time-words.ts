import { formatCount } from '../../../lib/format';

/** A span in years as people say it: `1 year 6 months`, `8 months`, `at once`. */
export function sayYears(years: number): string {
  const months = Math.round(years * 12);
  if (months === 0) return 'at once';
  const whole = Math.floor(months / 12);
  const rest = months % 12;
  return [whole > 0 ? formatCount(whole, 'year') : '', rest > 0 ? formatCount(rest, 'month') : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** When something comes: `after 1 year 6 months`, `at once`. */
export const afterYears = (years: number): string =>
  Math.round(years * 12) === 0 ? 'at once' : `after ${sayYears(years)}`;

/** The ticks of an axis of years that begins now. */
export const yearTick = (year: number): string => (year === 0 ? 'now' : String(year));

export const yearWords = (year: number): string => (year === 0 ? 'now' : `end of year ${year}`);
