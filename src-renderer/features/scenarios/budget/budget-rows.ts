import type { BudgetRow } from '#domain/scenarios/options/budget';
import {
  type BudgetYear,
  budgetYears,
  major,
  ONE_OFF,
  ROW_NAMES,
  rowsWithAmounts,
} from '#domain/scenarios/options/budget-years';
import { formatNumber } from '../../../lib/format';
import type { OptionColumn } from '../options/option-columns';
import type { GridGroup, GridRow } from '../options/year-grid';

const whole =
  (digits: number) =>
  (minor: number): string =>
    formatNumber(major(minor, digits));
const maybe = (value: number | null): string => (value === null ? '–' : formatNumber(value));

const sumOf = (year: BudgetYear, rows: readonly BudgetRow[]): number =>
  rows.reduce((sum, row) => sum + year.cents[row], 0);

function totalled(
  digits: number,
  label: string,
  years: readonly BudgetYear[],
  of: (year: BudgetYear) => number,
): GridRow {
  const amounts = years.map(of);
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  return { label, cells: [...amounts, total].map(whole(digits)) };
}

/** Each option's years of the house: what is paid once, what stands as cost lines, and what comes again. */
export function budgetGroups(columns: readonly OptionColumn[], digits: number): readonly GridGroup[] {
  const withTotal = (label: string, years: readonly BudgetYear[], of: (year: BudgetYear) => number): GridRow =>
    totalled(digits, label, years, of);
  return columns.map(({ id, name, level, figures: { budget } }) => {
    const years = budgetYears(budget ?? []);
    const hires = columns.some(({ figures }) => figures.budget?.some(({ cents }) => cents.hiring !== 0));
    const lines = years.some(({ cents }) => cents.lines !== 0);
    const running = (year: BudgetYear): number => year.total - sumOf(year, ONE_OFF) - year.cents.lines;
    return {
      id,
      title: name,
      level,
      rows: [
        withTotal(`Once: investment, change-over, leaving${hires ? ', hiring' : ''}`, years, (year) =>
          sumOf(year, ONE_OFF),
        ),
        ...(lines ? [withTotal('Cost lines', years, ({ cents }) => cents.lines)] : []),
        withTotal('Running', years, running),
        { ...withTotal('In all', years, ({ total }) => total), strong: true },
      ],
    };
  });
}

export interface QuarterTable {
  readonly columns: readonly string[];
  readonly rows: readonly (GridRow & { readonly id: string; readonly months: string })[];
}

/** One option by quarter, each year summed up, each row of the budget a column. */
export function quarterTable(
  { figures: { budget } }: OptionColumn,
  months: ReadonlyMap<string, string>,
  digits: number,
): QuarterTable {
  const quarters = budget ?? [];
  const shown = rowsWithAmounts(quarters);
  const cells = (cents: Readonly<Partial<Record<BudgetRow, number>>>, total: number): string[] =>
    [...shown.map((row) => cents[row] ?? 0), total].map(whole(digits));
  const rows = budgetYears(quarters).flatMap((year) => [
    ...year.quarters.map(({ quarter, cents, total }) => ({
      id: `${year.name} ${quarter}`,
      label: `${year.name} Q${quarter}`,
      months: months.get(`${year.name} ${quarter}`) ?? '',
      cells: cells(cents, total),
    })),
    { id: year.name, label: year.name, months: '', cells: cells(year.cents, year.total), strong: true },
  ]);
  return { columns: [...shown.map((row) => ROW_NAMES[row]), 'In all'], rows };
}

/** What a model costs a year and a release costs, everything included. */
export function unitCostGroups(columns: readonly OptionColumn[]): readonly GridGroup[] {
  return columns.map(
    ({
      id,
      name,
      level,
      figures: {
        onAxis: { unitCosts },
      },
    }) => ({
      id,
      title: name,
      level,
      rows: [
        { label: 'A model in production, a year', cells: unitCosts.map(({ perModel }) => maybe(perModel)) },
        { label: 'A release: new model or update', cells: unitCosts.map(({ perRelease }) => maybe(perRelease)) },
      ],
    }),
  );
}
