import type { Month } from '../../base/calendar';
import { portfolioPath } from '../plan/portfolio-path';
import type { DecisionInputs } from './decision-inputs';
import { PARTS } from './option-parts';
import type { OptionCosts } from './option-result';
import { fiscalQuarter } from './plan-calendar';

export const BUDGET_ROWS = [...PARTS, 'investment'] as const;
export type BudgetRow = (typeof BUDGET_ROWS)[number];

/** Whole minor units of one month or of several, by row: cents, or what the currency has in their place (yen, fils). */
export type BudgetCents = Readonly<Record<BudgetRow, number>>;

/** An amount this close below half a cent counts as a half. */
const HALF = 1e-7;

/** Digits of a minor unit where no currency is given. */
export const CENT_DIGITS = 2;

function roundMinor(amount: number, perMajor: number): number {
  const minor = Math.abs(amount) * perMajor;
  return Math.sign(amount) * Math.floor(minor + 0.5 + HALF);
}

/** Minor units of each month so that they add up to the rounded running sum: rows, quarters, years and total agree. */
function monthlyMinor(amounts: readonly number[], perMajor: number): number[] {
  let sum = 0;
  let before = 0;
  return amounts.map((amount) => {
    sum += amount;
    const upTo = roundMinor(sum, perMajor);
    const cents = upTo - before;
    before = upTo;
    return cents;
  });
}

/** An option's budget month by month, in whole minor units; an investment of month m stands in month m + 1. */
export function monthlyBudget({ monthParts, investments }: OptionCosts, digits = CENT_DIGITS): BudgetCents[] {
  const perMajor = 10 ** digits;
  const invested = monthParts.map((_, at) =>
    investments.reduce((sum, { month, amount }) => sum + (month === at ? amount : 0), 0),
  );
  const rows = new Map<BudgetRow, number[]>([
    ...PARTS.map(
      (part) =>
        [
          part,
          monthlyMinor(
            monthParts.map((parts) => parts[part]),
            perMajor,
          ),
        ] as const,
    ),
    ['investment', monthlyMinor(invested, perMajor)] as const,
  ]);
  // One entry for each row of BUDGET_ROWS.
  return monthParts.map(
    (_, at) => Object.fromEntries(BUDGET_ROWS.map((row) => [row, rows.get(row)?.[at] ?? 0])) as BudgetCents,
  );
}

export function budgetTotal(cents: BudgetCents): number {
  return BUDGET_ROWS.reduce((sum, row) => sum + cents[row], 0);
}

export interface BudgetQuarter {
  /** `FY 2026/27` */
  readonly year: string;
  readonly quarter: number;
  readonly cents: BudgetCents;
  readonly total: number;
}

/** The budget by fiscal quarter, in the order of time; the sums of its months, never rounded again. */
export function quarterlyBudget(months: readonly BudgetCents[], startDate: Month, yearStart: number): BudgetQuarter[] {
  const quarters: { year: string; quarter: number; cents: Record<BudgetRow, number>; total: number }[] = [];
  for (const [at, month] of months.entries()) {
    const { year, quarter } = fiscalQuarter(startDate, at + 1, yearStart);
    let current = quarters.at(-1);
    if (current?.year !== year || current.quarter !== quarter) {
      current = { year, quarter, cents: { ...month }, total: budgetTotal(month) };
      quarters.push(current);
      continue;
    }
    for (const row of BUDGET_ROWS) current.cents[row] += month[row];
    current.total += budgetTotal(month);
  }
  return quarters;
}

export interface UnitCost {
  /** Cost of the year over living models; `null`: none lives. */
  readonly perModel: number | null;
  /** Everything included, over new models and updates together. */
  readonly perRelease: number | null;
}

/** What a model and a release cost, year by year. */
export function unitCosts(inputs: DecisionInputs, { yearCost }: OptionCosts): UnitCost[] {
  return portfolioPath(inputs).map(({ living, newModels }, at) => {
    const cost = yearCost[at] ?? 0;
    const releases = newModels + living * inputs.updatesPerYear;
    return { perModel: living > 0 ? cost / living : null, perRelease: releases > 0 ? cost / releases : null };
  });
}
