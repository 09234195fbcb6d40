import type { Mapping } from '#contract/imports/imports';
import { readTypedPeriod } from '#domain/base/typed-period';
import { type FirstDays, firstBelievableDays } from '#domain/models/plausible-dates';
import type { Table } from '../tabular/table';
import { cellText, compileMapping } from './compile-mapping';
import { DATE_FIELDS } from './read-field';

/**
 * The first days that are believed, by the days of the portfolio and of the file's rows that are given.
 *
 * @param held ISO days or instants of the portfolio's moves
 */
export function firstDays(
  table: Pick<Table, 'labels' | 'rows'>,
  mapping: Mapping,
  held: Iterable<string>,
  today: string,
): FirstDays {
  return firstBelievableDays(both(held, daysOf(table, mapping, today)));
}

function* both(some: Iterable<string>, more: Iterable<string>): Generator<string> {
  yield* some;
  yield* more;
}

function* daysOf({ labels, rows }: Pick<Table, 'labels' | 'rows'>, mapping: Mapping, today: string): Generator<string> {
  const { fields, isEmpty } = compileMapping({ labels }, mapping);
  const rules = { order: mapping.dateOrder, latest: today, shortMonths: true } as const;
  const known = new Map<string, string | null>();
  for (const field of fields) {
    if (!DATE_FIELDS.some((date) => date === field.field)) continue;
    for (const row of rows) {
      const text = cellText(field, row, isEmpty);
      if (text === '') continue;
      let day = known.get(text);
      if (day === undefined) {
        const read = readTypedPeriod(text, rules);
        day = read.ok ? read.value.at : null;
        known.set(text, day);
      }
      if (day !== null) yield day;
    }
  }
}
