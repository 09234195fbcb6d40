import { npv } from '../finance/cash-flow';
import type { BudgetRow } from './budget';
import type { DecisionInputs } from './decision-inputs';
import { PARTS } from './option-parts';
import { MONTHS } from './option-plan';
import type { OptionCosts } from './option-result';

/** How the house books what it pays. */
export interface Accounts {
  /** Share of each row that is capital; left out: the investment is, all else is not. */
  readonly capitalShare?: Readonly<Partial<Record<BudgetRow, number>>> | undefined;
  /** Years of straight-line depreciation; 0: at once. */
  readonly depreciationYears: number;
  readonly taxRate: number;
  /** Whether what is left at the end of the plan is written off there. Left out: yes. */
  readonly writeOffAtEnd?: boolean | undefined;
  /** Left out: the rate before tax. */
  readonly discountRateAfterTax?: number | undefined;
}

/** The share of each row that is capital. */
export const capitalShareOf =
  ({ capitalShare = {} }: Accounts) =>
  (row: BudgetRow): number =>
    capitalShare[row] ?? (row === 'investment' ? 1 : 0);

/** The books by year; money in major units. */
export interface Books {
  readonly capital: readonly number[];
  readonly operating: readonly number[];
  readonly depreciation: readonly number[];
  /** At the end of each year. */
  readonly bookValue: readonly number[];
  readonly expense: readonly number[];
  readonly taxSaved: readonly number[];
}

/** What an option means in the books, by years of the plan. */
export interface Booked extends Books {
  /** From t = 0 on. */
  readonly costAfterTax: readonly number[];
  readonly pvCostAfterTax: number;
}

function depreciated(capital: readonly number[], years: number, writeOff: boolean): number[] {
  const last = capital.length - 1;
  const booked = capital.map(() => 0);
  for (const [bought, amount] of capital.entries()) {
    if (years === 0) booked[bought] = (booked[bought] ?? 0) + amount;
    for (let at = bought; at < bought + years && at <= last; at++) booked[at] = (booked[at] ?? 0) + amount / years;
    const left = years === 0 ? 0 : Math.max(0, bought + years - 1 - last) / years;
    if (writeOff) booked[last] = (booked[last] ?? 0) + amount * left;
  }
  return booked;
}

/**
 * Capital and operating cost, straight-line depreciation and what tax takes off, for an option. Tax is saved in the year of
 * the expense: there is enough profit elsewhere. maths.md C6.
 */
export function booked(inputs: DecisionInputs, option: OptionCosts, accounts: Accounts): Booked {
  const { depreciationYears, taxRate, writeOffAtEnd = true } = accounts;
  const share = capitalShareOf(accounts);
  const rows = option.yearParts.map((parts, year) => {
    const invested = option.investments.reduce(
      (sum, { month, amount }) => sum + (Math.floor(month / MONTHS) === year ? amount : 0),
      0,
    );
    const capital = PARTS.reduce((sum, part) => sum + share(part) * parts[part], share('investment') * invested);
    const whole = PARTS.reduce((sum, part) => sum + parts[part], invested);
    return { capital, operating: whole - capital };
  });
  const capital = rows.map((row) => row.capital);
  const operating = rows.map((row) => row.operating);
  const depreciation = depreciated(capital, depreciationYears, writeOffAtEnd);
  let held = 0;
  const bookValue = capital.map((amount, at) => {
    held += amount - (depreciation[at] ?? 0);
    return held;
  });
  const expense = operating.map((amount, at) => amount + (depreciation[at] ?? 0));
  const taxSaved = expense.map((amount) => taxRate * amount);
  const costAfterTax = option.costFlows.map((cost, t) => cost - (taxSaved[t - 1] ?? 0));
  const rate = accounts.discountRateAfterTax ?? inputs.discountRate;
  return {
    capital,
    operating,
    depreciation,
    bookValue,
    expense,
    taxSaved,
    costAfterTax,
    pvCostAfterTax: npv(rate, costAfterTax),
  };
}
