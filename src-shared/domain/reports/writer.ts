import { formsOf } from '../base/forms';
import { minorDigits } from '../base/money';
import { type DatePrecision, quarterOf } from '../base/period';
import { rewritten } from '../base/rewritten';
import { shortMoney, withMinus } from '../base/short-money';
import { moneyBand } from './money-band';

/** Writes numbers, days and amounts for one reader; sentences around them, months and units stay English. */
export interface ReportWriter {
  readonly locale: string;
  readonly currency: string;
  count(value: number): string;
  /** With at most `digits` decimals (1). */
  quantity(value: number, digits?: number): string;
  /** A share 0–1 in percent. */
  percent(share: number, digits?: number): string;
  /** Major units, in full when small, else in thousands or millions; a band where money is not to leave. */
  money(major: number, currency?: string): string;
  /** The same with so many figures that count: what is quoted of a case whose inputs carry no more. */
  rounded(major: number, currency: string, digits: number): string;
  minor(minor: number): string;
  /** From one amount to another; from the lower end of a band to the upper end of another where money is not to leave. */
  moneyRange(low: number, high: number, currency: string): string;
  day(instant: string): string;
  /** No finer than it is known: `Jan 2024`, `Q1 2024`, `2024`. */
  dated(instant: string, precision: DatePrecision): string;
  month(month: string): string;
  /** Months that follow each other, for an axis: the year is written with the first and with each January. */
  monthAxis(months: readonly string[]): string[];
  /** `12 models`. */
  counted(value: number, one: string, many?: string): string;
  /** Numbers, amounts and days of a sentence of the rules, outside of “quotes”. */
  sentence(text: string): string;
}

export interface WriterOptions {
  readonly locale: string;
  readonly currency: string;
  /** True: money is written in bands. */
  readonly bandMoney: boolean;
}

/** @throws RangeError where the locale is not well-formed or the currency has not three letters. */
export function reportWriter({ locale, currency, bandMoney }: WriterOptions): ReportWriter {
  const forms = formsOf(locale);
  const quantity = (value: number, digits = 1): string =>
    forms.numbers({ maximumFractionDigits: digits }).format(value);
  const exact = (major: number, unit: string, digits = 3): string => shortMoney(major, unit, digits, locale);
  const money = (major: number, unit = currency): string =>
    bandMoney ? bandText(major, (value) => exact(value, unit)) : exact(major, unit);
  const day = (instant: string): string => forms.day(...partsOf(instant));
  const month = (instant: string): string => {
    const [year, of] = partsOf(instant);
    return forms.month(year, of);
  };
  return {
    locale,
    currency,
    count: (value) => quantity(value, 0),
    quantity,
    percent: (share, digits = 0) =>
      withMinus(forms.numbers({ style: 'percent', maximumFractionDigits: digits }).format(share)),
    money,
    rounded: (major, unit, digits) => (bandMoney ? money(major, unit) : exact(major, unit, digits)),
    minor: (minor) => money(minor / 10 ** minorDigits(currency)),
    moneyRange: (low, high, unit) => {
      const [from, to] = bandMoney ? [moneyBand(low)?.low ?? low, moneyBand(high)?.high ?? high] : [low, high];
      return `${exact(from, unit)} – ${exact(to, unit)}`;
    },
    day,
    dated: (instant, precision) => {
      if (precision === 'day') return day(instant);
      if (precision === 'month') return month(instant);
      const [year] = partsOf(instant);
      return precision === 'quarter' ? `Q${quarterOf(instant)} ${year}` : String(year);
    },
    month,
    monthAxis: (list) =>
      list.map((one, index) => {
        if (index === 0 || one.slice(5, 7) === '01') return month(one);
        return forms.order === 'ymd' ? one.slice(5, 7) : month(one).slice(0, 3);
      }),
    counted: (value, one, many = `${one}s`) => `${quantity(value)} ${value === 1 ? one : many}`,
    sentence: (text) => rewritten(text, forms),
  };
}

/** Year, month and day (UTC) of an instant, a calendar date or a month. */
function partsOf(instant: string): readonly [year: number, month: number, day: number] {
  const day = instant.length === 7 ? `${instant}-01` : new Date(instant).toISOString();
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

function bandText(major: number, write: (value: number) => string): string {
  const band = moneyBand(major);
  if (band === null) return write(0);
  const [low, high] = [write(band.low), write(band.high)];
  return major < 0 ? `−(${low} – ${high})` : `${low} – ${high}`;
}
