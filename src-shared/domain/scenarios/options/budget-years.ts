import { sayMonth } from '../../base/calendar';
import type { BudgetRow } from './budget';
import { calendarMonth, fiscalQuarter } from './plan-calendar';

/** A quarter of an option's budget, as the options answer it. */
export interface QuarterOfBudget {
  /** `FY 2026/27` */
  readonly year: string;
  readonly quarter: number;
  /** Whole minor units. */
  readonly cents: Readonly<Partial<Record<BudgetRow, number>>>;
  readonly total: number;
}

/** What the rows of a budget are called, in the order in which one is read. */
export const ROW_NAMES: Readonly<Record<BudgetRow, string>> = {
  investment: 'Investment',
  deploy: 'Deploying',
  operate: 'Operating',
  retrain: 'Updating',
  incident: 'Incidents',
  platform: 'Platform',
  dip: 'Change-over',
  lines: 'Cost lines',
  exit: 'Leaving',
  hiring: 'Hiring',
};
export const ROWS_AS_READ = Object.keys(ROW_NAMES) as BudgetRow[]; // the keys of the record above

/** What is paid once for a change; all else comes again. Cost lines hold both, and stand on their own. */
export const ONE_OFF: readonly BudgetRow[] = ['investment', 'dip', 'exit', 'hiring'];

/** @param digits of the currency's minor unit */
export const major = (minor: number, digits: number): number => minor / 10 ** digits;

export interface BudgetYear {
  /** `FY 2026/27` */
  readonly name: string;
  readonly quarters: readonly QuarterOfBudget[];
  readonly cents: Readonly<Record<BudgetRow, number>>;
  readonly total: number;
}

const NOTHING = Object.fromEntries(ROWS_AS_READ.map((row) => [row, 0])) as Record<BudgetRow, number>; // one entry a row

const added = (a: Readonly<Record<BudgetRow, number>>, b: Readonly<Partial<Record<BudgetRow, number>>>) =>
  Object.fromEntries(ROWS_AS_READ.map((row) => [row, a[row] + (b[row] ?? 0)])) as Record<BudgetRow, number>; // as above

/** Quarters gathered into the house's years: sums of whole cents, never rounded again. */
export function budgetYears(quarters: readonly QuarterOfBudget[]): readonly BudgetYear[] {
  const names = [...new Set(quarters.map(({ year }) => year))];
  return names.map((name) => {
    const own = quarters.filter(({ year }) => year === name);
    return {
      name,
      quarters: own,
      cents: own.reduce((sum, { cents }) => added(sum, cents), NOTHING),
      total: own.reduce((sum, { total }) => sum + total, 0),
    };
  });
}

/** Rows that have an amount in some quarter, in the order in which a budget is read. */
export const rowsWithAmounts = (quarters: readonly QuarterOfBudget[]): readonly BudgetRow[] =>
  ROWS_AS_READ.filter((row) => quarters.some(({ cents }) => (cents[row] ?? 0) !== 0));

/** The months of the plan that lie in each quarter of the house, by its name and number. */
export function quarterMonths(startDate: string, fiscalYearStart: number, months: number): ReadonlyMap<string, string> {
  const spans = new Map<string, [first: string, last: string]>();
  for (let month = 1; month <= months; month++) {
    const { year, quarter } = fiscalQuarter(startDate, month, fiscalYearStart);
    const at = calendarMonth(startDate, month);
    const span = spans.get(`${year} ${quarter}`);
    if (span) span[1] = at;
    else spans.set(`${year} ${quarter}`, [at, at]);
  }
  return new Map(
    [...spans].map(([name, [first, last]]) => [
      name,
      first === last ? sayMonth(first) : `${sayMonth(first)} to ${sayMonth(last)}`,
    ]),
  );
}
