import { minorDigits } from '../base/money';
import { amountsIn, shortMoney } from '../base/short-money';
import { type DatePrecision, quarterOf } from '../base/period';
import { moneyBand } from './money-band';

/** Writes numbers and dates for one reader; sentences around them stay English. */
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
  /** Thousands and decimals of a sentence that was written in English, outside of “quotes”. */
  sentence(text: string): string;
}

export interface WriterOptions {
  readonly locale: string;
  readonly currency: string;
  /** True: money is written in bands. */
  readonly bandMoney: boolean;
}

const ENGLISH_NUMBER = /(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\w,])|(?<![\w.,-])\d+\.\d+(?![\w,.])/g;

/** @throws RangeError where the locale is not well-formed or the currency has not three letters. */
export function reportWriter({ locale, currency, bandMoney }: WriterOptions): ReportWriter {
  const numbers = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const whole = numbers({ maximumFractionDigits: 0 });
  const utc = { timeZone: 'UTC' } as const;
  const days = new Intl.DateTimeFormat(locale, { ...utc, dateStyle: 'medium' });
  const months = new Intl.DateTimeFormat(locale, { ...utc, month: 'short', year: 'numeric' });
  const years = new Intl.DateTimeFormat(locale, { ...utc, year: 'numeric' });
  const bareMonths = new Intl.DateTimeFormat(locale, { ...utc, month: 'short' });
  const quantity = (value: number, digits = 1): string => numbers({ maximumFractionDigits: digits }).format(value);
  const exact = (major: number, unit: string, digits = 3): string => shortMoney(major, unit, digits, locale);
  const money = (major: number, unit = currency): string =>
    bandMoney ? bandText(major, (value) => exact(value, unit)) : exact(major, unit);
  return {
    locale,
    currency,
    count: (value) => whole.format(value),
    quantity,
    percent: (share, digits = 0) => numbers({ style: 'percent', maximumFractionDigits: digits }).format(share),
    money,
    rounded: (major, unit, digits) => (bandMoney ? money(major, unit) : exact(major, unit, digits)),
    minor: (minor) => money(minor / 10 ** minorDigits(currency)),
    moneyRange: (low, high, unit) => {
      const [from, to] = bandMoney ? [moneyBand(low)?.low ?? low, moneyBand(high)?.high ?? high] : [low, high];
      return `${exact(from, unit)} – ${exact(to, unit)}`;
    },
    day: (instant) => days.format(new Date(instant)),
    dated: (instant, precision) => {
      const date = new Date(instant);
      if (precision === 'day') return days.format(date);
      if (precision === 'month') return months.format(date);
      return precision === 'quarter' ? `Q${quarterOf(instant)} ${years.format(date)}` : years.format(date);
    },
    month: (month) => months.format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`)),
    monthAxis: (list) =>
      list.map((month, index) =>
        (index === 0 || month.slice(5, 7) === '01' ? months : bareMonths).format(
          new Date(`${month.slice(0, 7)}-01T00:00:00Z`),
        ),
      ),
    counted: (value, one, many = `${one}s`) => `${quantity(value)} ${value === 1 ? one : many}`,
    sentence: (text) =>
      text
        .split(/(“[^”]*”)/)
        .map((part, index) =>
          index % 2 === 1
            ? part
            : amountsIn(part, locale, (between) =>
                between.replace(ENGLISH_NUMBER, (found) =>
                  numbers({ maximumFractionDigits: 20 }).format(Number(found.replaceAll(',', ''))),
                ),
              ),
        )
        .join(''),
  };
}

function bandText(major: number, write: (value: number) => string): string {
  const band = moneyBand(major);
  if (band === null) return write(0);
  const [low, high] = [write(band.low), write(band.high)];
  return major < 0 ? `−(${low} – ${high})` : `${low} – ${high}`;
}
