import { sayTime, sayWhen } from '#domain/scenarios/plan/say-result';
import { formatCount } from '../../../lib/format';

/** A span in years as the reader writes numbers: `1 year 6 months`. */
export const sayYears = (years: number): string => sayTime(years, formatCount);

/** When something comes: `after 1 year 6 months`, `at once`. */
export const afterYears = (years: number): string => sayWhen(years, formatCount);

/** The ticks of an axis of years that begins now. */
export const yearTick = (year: number): string => (year === 0 ? 'now' : String(year));

export const yearWords = (year: number): string => (year === 0 ? 'now' : `end of year ${year}`);
