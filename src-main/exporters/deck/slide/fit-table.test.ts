import { expect, it } from 'vitest';
import type { ReportTable } from '#domain/reports/content';
import { LONG_NAMES, tableOf } from '../testing/deck-content';
import { fitTable } from './fit-table';

const own = { reserve: 1 };
const client = { reserve: 1.12 };

const rows = Array.from({ length: 400 }, (_, at) => [
  at % 7 === 0 ? 'Watch closely' : 'Act',
  `${LONG_NAMES[at % LONG_NAMES.length]} ${'x'.repeat((at * 31) % 23)}`,
  String(at ** 3),
]);
const table = tableOf(rows) as ReportTable; // as it is made there

it('fits a table as if it had never been measured, whatever was measured before it', () => {
  for (let from = 0; from < rows.length; from += 13) {
    const rest: ReportTable = { ...table, rows: rows.slice(from) };
    for (const [width, size, measure] of [
      [12.1, 11.5, own],
      [5.9, 11.5, own],
      [12.1, 11.5, client],
      [8.3 + from / 400, 9, own],
    ] as const) {
      const { table: _, ...warm } = fitTable(rest, width, size, 1, measure);
      const { table: __, ...cold } = fitTable(structuredClone(rest), width, size, 1, measure);
      expect(warm).toEqual(cold);
      expect(fitTable(rest, width, size, 1, measure).heights).toEqual(cold.heights);
    }
  }
});

it('measures no more of a long table than a slide could hold, and knows that it is longer', () => {
  const { heights, total } = fitTable(table, 5.9, 11.5, 1, own);
  expect(total).toBe(Number.POSITIVE_INFINITY);
  expect(heights.length).toBeLessThan(rows.length);
  expect(heights.reduce((sum, value) => sum + value, 0)).toBeGreaterThan(7.5);
});
