import { describe, expect, it } from 'vitest';
import { IncidentMapping } from '#contract/incidents/import';
import type { Dated } from '#domain/base/period';
import { AMOUNT_CASES, DATE_CASES, type Known, NUMBER_CASES, TAG_CASES } from '#domain/base/testing/typed-values';
import type { DateOrder } from '#domain/base/typed-date';
import { readTime } from './cells/read-time';
import { RowReader } from './incidents/row-reader';
import { type ReadRules, readField } from './inventory/read-field';
import { tableOf } from './testing/table-of';

/** Every place where a file can give an amount, a number, a date or tags, held against the one table of cases. */
const MARKS: readonly Known[] = ['.', ',', 'nothing'];
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

const inventory = (more: Partial<ReadRules>): ReadRules => ({
  currency: 'EUR',
  decimal: null,
  dateOrder: 'ymd',
  today: '2026-11-23',
  ...more,
});

function incident(text: string, currency: string, known: Known, order: DateOrder | null = null): RowReader {
  const mapping = IncidentMapping.parse({
    kind: 'incidents',
    tool: 'plain',
    source: '',
    fields: [
      { field: 'cost', columns: ['cell'] },
      { field: 'personHours', columns: ['cell'] },
      { field: 'openedAt', columns: ['cell'] },
    ],
    decimal: known === 'nothing' ? null : known,
    dateOrder: order,
  });
  return new RowReader(tableOf(['cell'], [text]), mapping, currency);
}

describe.each(AMOUNT_CASES)('the amount $text in $currency', ({ text, currency, read, file = read }) => {
  it.each(MARKS)('where the mark is %s', (known) => {
    const decimal = known === 'nothing' ? null : known;
    for (const field of ['annualValue', 'annualRunCost'] as const) {
      const cell = readField(field, text, new Map(), inventory({ currency, decimal }));
      const value = cell.ok && cell.value.kind === 'fields' ? cell.value.fields[`${field}Minor`] : null;
      expect(cell.ok ? value : cell.code, `inventory, ${field}`).toBe(file[known]);
    }
    const expected = file[known];
    const row = incident(text, currency, known);
    const cost = row.money(0);
    const refusal = typeof expected === 'number' && expected < 0 ? 'negative_amount' : expected;
    expect(cost ?? row.problems[0]?.code, 'incidents, cost').toBe(refusal);
  });
});

describe.each(NUMBER_CASES.filter(({ text }) => text !== ''))('the number $text', ({ text, read }) => {
  it.each(MARKS)('where the mark is %s', (known) => {
    const row = incident(text, 'EUR', known);
    expect(row.number(0, 'personHours') ?? row.problems[0]?.code).toBe(read[known]);
  });
});

/** What is known no finer than a month is no day; of a move it is kept all the same. */
const dayOf = ({ at, precision }: Dated): string => (precision === 'day' ? at.slice(0, 10) : 'no day');

describe.each(DATE_CASES)('the date $text', ({ text, read, shortYears = read }) => {
  it.each(ORDERS)('in the order %s', (order) => {
    for (const field of ['deployedAt', 'nextReview'] as const) {
      const cell = readField(field, text, new Map(), inventory({ dateOrder: order }));
      const day =
        cell.ok && cell.value.kind === 'date'
          ? dayOf(cell.value.when)
          : cell.ok && cell.value.kind === 'fields' && cell.value.fields.nextReview;
      const refusal = day === 'no day' ? expect.stringMatching(/^(date_incomplete|ambiguous_date)$/) : read[order];
      expect(day === 'no day' ? read[order] : cell.ok ? day : cell.code, `inventory, ${field}`).toEqual(refusal);
    }
    const isDay = (value: string): boolean => /^\d/.test(value);
    const time = readTime(text, { timeZone: 'Europe/Berlin', order });
    // A time of day moves with its zone; none of these is so late that its day does.
    expect(time.ok ? time.value.slice(0, 10) : 'refused', 'drift').toBe(isDay(read[order]) ? read[order] : 'refused');
    const row = incident(text, 'EUR', 'nothing', order);
    const opened = row.moment(0, 'openedAt')?.instant.slice(0, 10) ?? 'refused';
    expect(opened, 'incidents').toBe(isDay(shortYears[order]) ? shortYears[order] : 'refused');
  });
});

it.each(TAG_CASES)('the tags $text', ({ text, typed, file = typed }) => {
  const cell = readField('tags', text, new Map(), inventory({}));
  const tags = cell.ok && cell.value.kind === 'fields' ? cell.value.fields.tags : [];
  expect(cell.ok ? tags : cell.code).toEqual(file);
});

describe('where the mapping does not say it', () => {
  it('the other amounts of the file decide', () => {
    const row = (cells: readonly string[]): RowReader => {
      const fields = [{ field: 'cost' as const, columns: ['cost'] }];
      const mapping = IncidentMapping.parse({ kind: 'incidents', tool: 'plain', source: '', fields });
      return new RowReader(tableOf(['cost'], ...cells.map((cell) => [cell])), mapping, 'EUR');
    };
    expect(row(['1.250', '12,50']).money(0)).toBe(125_000);
    expect(row(['1,250', '12.50']).money(0)).toBe(125_000);
    const open = row(['1,250', '3,500']);
    expect([open.money(0), open.problems[0]?.message]).toEqual([
      null,
      '“1,250” can be read as 1250 or as 1,25. Choose the decimal sign for this import, or write it without one for thousands.',
    ]);
  });
});
