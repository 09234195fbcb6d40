import { shownAsText } from '#domain/base/formula-text';
import { type DatePrecision, quarterOf } from '#domain/base/period';
import { createRedactor } from '#domain/reports/redactor';
import { reportWriter } from '#domain/reports/writer';
import { type CellWriter, cellWriter } from '../workbook/cell-writer';
import type { Cell } from '../xlsx/cells';
import { numberFormats } from '../xlsx/number-formats';

/** As much of an ISO date as is known: `2024-01-09`, `2024-01`, `2024-Q1`, `2024`; the import reads them again. */
function isoSpan(at: string, precision: DatePrecision): string {
  const year = at.slice(0, 4);
  if (precision === 'quarter') return `${year}-Q${quarterOf(at)}`;
  return at.slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/** Writes values for programs: instants as they are kept, and nothing typed that a spreadsheet would reckon. */
export function csvWriter(currency: string): CellWriter {
  const locale = 'en-GB'; // only for formats, which a CSV has none of
  const plain = cellWriter(
    createRedactor({}, []),
    reportWriter({ locale, currency, bandMoney: false }),
    numberFormats(locale),
  );
  const text = (value: string | null): Cell | null =>
    value === null || value === '' ? null : { value: shownAsText(value) };
  const asKept = (value: string | null): Cell | null => (value === null ? null : { value });
  return {
    ...plain,
    text,
    typed: text,
    long: text,
    model: (_, name) => text(name),
    person: text,
    date: (value) => asKept(value?.slice(0, 10) ?? null),
    instant: asKept,
    dated: (value, precision) => asKept(value && isoSpan(value, precision)),
    moment: (value, precision) => asKept(precision === 'day' ? value : value && isoSpan(value, precision)),
  };
}
