import { major, ROW_NAMES, ROWS_AS_READ } from '#domain/scenarios/options/budget-years';
import type { ChartTable } from '../../../components/chart/chart-types';
import type { OptionColumn } from '../options/option-columns';

/** Every option's budget by quarter as a table for a spreadsheet, exact to the minor unit. */
export function budgetFile(columns: readonly OptionColumn[], currency: string, digits: number): ChartTable {
  return {
    columns: [
      { label: 'option' },
      { label: 'year' },
      { label: 'quarter', digits: 0 },
      ...ROWS_AS_READ.map((row) => ({ label: `${ROW_NAMES[row]}, ${currency}`, digits })),
      { label: `total, ${currency}`, digits },
    ],
    rows: columns.flatMap(({ name, figures: { budget } }) =>
      (budget ?? []).map(({ year, quarter, cents, total }) => [
        name,
        year,
        quarter,
        ...ROWS_AS_READ.map((row) => major(cents[row] ?? 0, digits)),
        major(total, digits),
      ]),
    ),
  };
}
