import { type Forms, formsOf, ownForms } from '#domain/base/forms';
import { minorDigits } from '#domain/base/money';
import { type DatePrecision, quarterOf } from '#domain/base/period';
import { fullMoney, shortMoney, withMinus } from '#domain/base/short-money';

/** Numbers, dates and spans as people read them. `undefined`: in the forms that this person chose (Settings). */
export type Locale = string | undefined;

const formsFor = (locale: Locale): Forms => (locale === undefined ? ownForms() : formsOf(locale));

export { minorDigits };

export function formatNumber(value: number, maximumFractionDigits = 0, locale?: Locale): string {
  // What is rounded to nothing has no sign.
  return formsFor(locale).numbers({ maximumFractionDigits, signDisplay: 'negative' }).format(value);
}

/** With so many decimals, also where they are zeros: for figures under each other. */
export function formatFixed(value: number, digits: number, locale?: Locale): string {
  return formsFor(locale).numbers({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** A share (0–1) as a percentage. */
export function formatShare(value: number, locale?: Locale): string {
  return formatPercent(value, 0, locale);
}

/** A rate (0.105) as a percentage with its decimals: `10.5%`. */
export function formatPercent(value: number, maximumFractionDigits = 1, locale?: Locale): string {
  return withMinus(formsFor(locale).numbers({ style: 'percent', maximumFractionDigits }).format(value));
}

/** Money held in minor units (cents); whole amounts are written without decimals. */
export function formatMoney(minor: number, currency: string, locale?: Locale): string {
  const digits = minorDigits(currency);
  const major = minor / 10 ** digits;
  return fullMoney(major, currency, Number.isInteger(major) ? 0 : digits, formsFor(locale));
}

/** Money in major units, short: `€5.09M`; three figures that count. */
export function formatCompactMoney(major: number, currency: string, locale?: Locale): string {
  return formatRoundMoney(major, currency, 3, locale);
}

/** The same with so many figures that count: `€5.1M` of a case that carries no more. */
export function formatRoundMoney(major: number, currency: string, digits: number, locale?: Locale): string {
  return shortMoney(major, currency, digits, locale);
}

/** Money in major units, to the whole unit: `€5,089,125`. */
export function formatMajor(major: number, currency: string, locale?: Locale): string {
  return fullMoney(major, currency, 0, formsFor(locale));
}

/** A number with as many decimals as three counting figures need: `0.203`, `13.6`, `1,850`. */
export function formatFigure(value: number, locale?: Locale): string {
  if (Math.abs(value) >= 100) return formatNumber(value, 0, locale);
  return formsFor(locale).numbers({ maximumSignificantDigits: 3 }).format(value);
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The day of a calendar date, or the one on which an instant falls where the person is. */
function dayOf(iso: string): Day {
  const date = new Date(iso);
  if (iso.length === 10) return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

/** A calendar date stays the day it names; an instant is shown in the person's time zone. */
export function formatDate(iso: string, locale?: Locale): string {
  const { year, month, day } = dayOf(iso);
  return formsFor(locale).day(year, month, day);
}

/** Without its year: `1 Aug`. */
export function formatDayOfYear(iso: string, locale?: Locale): string {
  const { month, day } = dayOf(iso);
  return formsFor(locale).dayOfYear(month, day);
}

/**
 * A time no finer than it is known: `23 Nov 2026`, `Jan 2024`, `Q1 2024`, `2024`. What is coarser than a day is the middle of
 * its span in UTC, so that no time zone moves it out of it.
 */
export function formatDated(iso: string, precision: DatePrecision, locale?: Locale): string {
  if (precision === 'day') return formatDate(iso, locale);
  const { year, month } = dayOf(new Date(iso).toISOString().slice(0, 10));
  if (precision === 'month') return formsFor(locale).month(year, month);
  return precision === 'quarter' ? `Q${quarterOf(iso)} ${year}` : String(year);
}

/** A span in days that begins or ends on a time of this precision: `about 3 months` where that is no day. */
export function formatAboutDays(days: number, precision: DatePrecision, locale?: Locale): string {
  return precision === 'day' ? formatDays(days, locale) : `about ${formatDays(days, locale)}`;
}

export function formatDateTime(iso: string, locale?: Locale): string {
  if (iso.length === 10) return formatDate(iso, locale);
  const date = new Date(iso);
  return `${formatDate(iso, locale)}, ${formsFor(locale).clock(date.getHours(), date.getMinutes())}`;
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
