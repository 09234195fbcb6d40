import { type DatePrecision, quarterOf } from '#domain/base/period';
import { amountsIn, oneSign, shortMoney, withMinus } from '#domain/base/short-money';

/** Numbers, dates and spans as people read them. `undefined` as a locale is the system's own. */
export type Locale = string | undefined;

const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

const numberFormat = (locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat => {
  const key = `n ${locale ?? ''} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known instanceof Intl.NumberFormat) return known;
  const made = new Intl.NumberFormat(locale, options);
  cache.set(key, made);
  return made;
};

const dateFormat = (locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `d ${locale ?? ''} ${JSON.stringify(options)}`;
  const known = cache.get(key);
  if (known instanceof Intl.DateTimeFormat) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  cache.set(key, made);
  return made;
};

/** British English alone has a month of four letters, beside sentences that say Sep. */
export const threeLetters = (text: string): string => text.replace(/\bSept\b(?!\.)/, 'Sep');

export function formatNumber(value: number, maximumFractionDigits = 0, locale?: Locale): string {
  return numberFormat(locale, { maximumFractionDigits }).format(value);
}

/** A share (0–1) as a percentage. */
export function formatShare(value: number, locale?: Locale): string {
  return withMinus(numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value));
}

/** A rate (0.105) as a percentage with its decimals: `10.5%`. */
export function formatPercent(value: number, maximumFractionDigits = 1, locale?: Locale): string {
  return withMinus(numberFormat(locale, { style: 'percent', maximumFractionDigits }).format(value));
}

/** How many minor units one major unit of the currency has, as a power of ten (EUR: 2, JPY: 0). */
export function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Money held in minor units (cents); whole amounts are written without decimals. */
export function formatMoney(minor: number, currency: string, locale?: Locale): string {
  const digits = minorDigits(currency);
  const major = minor / 10 ** digits;
  const fraction = Number.isInteger(major) ? 0 : digits;
  const text = numberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  }).format(major);
  return oneSign(text, currency, named(locale));
}

/** The system's own locale, or the one that is asked for. */
const named = (locale: Locale): string => locale ?? numberFormat(undefined, {}).resolvedOptions().locale;

/** Money in major units, short: `€5.09M`; three figures that count. */
export function formatCompactMoney(major: number, currency: string, locale?: Locale): string {
  return formatRoundMoney(major, currency, 3, locale);
}

/** The same with so many figures that count: `€5.1M` of a case that carries no more. */
export function formatRoundMoney(major: number, currency: string, digits: number, locale?: Locale): string {
  return shortMoney(major, currency, digits, named(locale));
}

/** Money in major units, to the whole unit: `€5,089,125`. */
export function formatMajor(major: number, currency: string, locale?: Locale): string {
  const text = numberFormat(locale, { style: 'currency', currency, maximumFractionDigits: 0 }).format(major);
  return withMinus(oneSign(text, currency, named(locale)));
}

/** A number with as many decimals as three counting figures need: `0.203`, `13.6`, `1,850`. */
export function formatFigure(value: number, locale?: Locale): string {
  if (Math.abs(value) >= 100) return formatNumber(value, 0, locale);
  return numberFormat(locale, { maximumSignificantDigits: 3 }).format(value);
}

/** A calendar date stays the day it names; an instant is shown in the person's time zone. */
export function formatDate(iso: string, locale?: Locale): string {
  const calendarDay = iso.length === 10;
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', month: 'short', day: 'numeric' };
  return threeLetters(
    dateFormat(locale, calendarDay ? { ...options, timeZone: 'UTC' } : options).format(new Date(iso)),
  );
}

/**
 * A time no finer than it is known: `23 Nov 2026`, `Jan 2024`, `Q1 2024`, `2024`. What is coarser than a day is the middle of
 * its span in UTC, so that no time zone moves it out of it.
 */
export function formatDated(iso: string, precision: DatePrecision, locale?: Locale): string {
  if (precision === 'day') return formatDate(iso, locale);
  const options: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
  if (precision === 'month')
    return threeLetters(dateFormat(locale, { ...options, month: 'short' }).format(new Date(iso)));
  const year = dateFormat(locale, options).format(new Date(iso));
  return precision === 'quarter' ? `Q${quarterOf(iso)} ${year}` : year;
}

/** A span in days that begins or ends on a time of this precision: `about 3 months` where that is no day. */
export function formatAboutDays(days: number, precision: DatePrecision, locale?: Locale): string {
  return precision === 'day' ? formatDays(days, locale) : `about ${formatDays(days, locale)}`;
}

export function formatDateTime(iso: string, locale?: Locale): string {
  if (iso.length === 10) return formatDate(iso, locale);
  return threeLetters(dateFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)));
}

/** A number with thousands or decimals as formulas write it: `2,140,000`, `0.2963`. */
const FORMULA_NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+/g;

/** A formula with its numbers as the reader writes them; `2,140,000 / 1.1^2` is `2.140.000 / 1,1^2` in German. */
export function formatFormula(text: string, locale?: Locale): string {
  const written = (found: string): string => {
    const digits = found.split('.')[1]?.length ?? 0;
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return numberFormat(locale, options).format(Number(found.replaceAll(',', '')));
  };
  return amountsIn(text, named(locale), (between) => between.replace(FORMULA_NUMBER, written));
}

/** `1 model`, `12,000 models`; the plural is the singular with an s unless it is given. */
export function formatCount(count: number, one: string, many = `${one}s`, locale?: Locale): string {
  return `${formatNumber(count, 0, locale)} ${count === 1 ? one : many}`;
}

/** A span in days as words: `5 days`, `3 months`, `2 years`; months of 30.44 and years of 365.25 days. */
export function formatDays(days: number, locale?: Locale): string {
  const whole = Math.round(days);
  if (whole < 1) return 'less than a day';
  if (whole < 61) return formatCount(whole, 'day', 'days', locale);
  if (whole < 730) return formatCount(Math.round(whole / 30.44), 'month', 'months', locale);
  return formatCount(Math.floor(whole / 365.25), 'year', 'years', locale);
}

/** How long ago, in words; `now` is given so that the text can be tested. */
export function formatAgo(iso: string, now: Date, locale?: Locale): string {
  const minutes = (now.getTime() - new Date(iso).getTime()) / 60_000;
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${formatCount(Math.floor(minutes), 'minute', 'minutes', locale)} ago`;
  if (minutes < 24 * 60) return `${formatCount(Math.floor(minutes / 60), 'hour', 'hours', locale)} ago`;
  return `${formatDays(minutes / (24 * 60), locale)} ago`;
}

export function formatBytes(bytes: number, locale?: Locale): string {
  const units = ['bytes', 'KB', 'MB', 'GB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log(bytes) / Math.log(1000)));
  return `${formatNumber(bytes / 1000 ** power, power === 0 ? 0 : 1, locale)} ${units[power] ?? 'bytes'}`;
}
