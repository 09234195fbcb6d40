import { minorDigits } from '#domain/base/money';
import type { DatePrecision } from '#domain/base/period';
import type { Redactor } from '#domain/reports/redactor';
import type { ReportWriter } from '#domain/reports/writer';
import { type Cell, type Link, serialDate } from '../xlsx/cells';
import type { NumberFormats } from '../xlsx/number-formats';

/** Writes values as cells, and leaves out what is not to leave the house. */
export interface CellWriter {
  readonly redact: Redactor;
  readonly formats: NumberFormats;
  text(value: string | null): Cell | null;
  /** A sentence of ours, its numbers, amounts and days in the forms of the cells beside it. */
  sentence(words: string): string;
  /** Text that somebody typed in his own words: it may hold any name, and is shown whole or withheld whole. */
  typed(value: string | null): Cell | null;
  /** The same where it may be long: its first lines are seen, the cell holds it whole. */
  long(value: string | null): Cell | null;
  person(value: string): Cell | null;
  /** A model by its name or alias, which leads to where the workbook tells all of it. */
  model(id: string, name: string): Cell | null;
  count(value: number | null): Cell | null;
  number(value: number | null): Cell | null;
  /** With two digits. */
  precise(value: number | null): Cell | null;
  share(value: number | null): Cell | null;
  date(value: string | null): Cell | null;
  instant(value: string | null): Cell | null;
  /** A date where it is known to the day, else the text of its month, quarter or year. */
  dated(value: string | null, precision: DatePrecision): Cell | null;
  /** The same with its time. */
  moment(value: string | null, precision: DatePrecision): Cell | null;
  /** Minor units of the portfolio's currency; a band in words where money is not to leave. */
  minor(value: number | null): Cell | null;
  money(value: number | null, currency: string): Cell | null;
  /** Money that was worked out, in whole units. */
  sum(value: number | null, currency: string): Cell | null;
  yesNo(value: boolean): Cell;
}

/** @param linkOf where a model is told whole; left out: nowhere */
export function cellWriter(
  redact: Redactor,
  write: ReportWriter,
  formats: NumberFormats,
  linkOf: (modelId: string) => Link | null = () => null,
): CellWriter {
  const text = (value: string | null): Cell | null => (value === null || value === '' ? null : { value });
  const formatted = (format: string) => (value: number | null) => (value === null ? null : { value, format });
  const dated = (value: string | null, format: string): Cell | null => {
    if (value === null) return null;
    const serial = serialDate(value);
    return serial === null ? { value } : { value: serial, format };
  };
  const span = (value: string | null, precision: DatePrecision): Cell | null =>
    value === null ? null : { value: write.dated(value, precision) };
  const amount = (value: number | null, currency: string, format: string): Cell | null => {
    if (value === null) return null;
    return redact.choice.money ? { value: write.money(value, currency) } : { value, format };
  };
  const money = (value: number | null, currency: string): Cell | null =>
    amount(value, currency, formats.money(currency));
  return {
    redact,
    formats,
    text,
    sentence: write.sentence,
    typed: (value) => (redact.withholdsTexts ? null : text(value)),
    long: (value) => {
      const cell = redact.withholdsTexts ? null : text(value);
      return cell && { ...cell, look: 'clip' };
    },
    model: (id, name) => {
      const cell = text(redact.model(id, name));
      return cell && { ...cell, link: linkOf(id) };
    },
    person: (value) => text(redact.person(value)),
    count: formatted(formats.count),
    number: formatted(formats.number),
    precise: formatted(formats.precise),
    share: formatted(formats.share),
    date: (value) => dated(value?.slice(0, 10) ?? null, formats.date),
    instant: (value) => dated(value, formats.instant),
    dated: (value, precision) =>
      precision === 'day' ? dated(value?.slice(0, 10) ?? null, formats.date) : span(value, precision),
    moment: (value, precision) => (precision === 'day' ? dated(value, formats.instant) : span(value, precision)),
    minor: (value) => money(value === null ? null : value / 10 ** minorDigits(write.currency), write.currency),
    money,
    sum: (value, currency) => amount(value, currency, formats.sum(currency)),
    yesNo: (value) => ({ value: value ? 'yes' : 'no' }),
  };
}
