import { type Accounts, type Books, capitalShareOf } from './accounts';
import { PARTS } from './option-parts';
import { MONTHS } from './option-plan';
import type { OptionCosts } from './option-result';
import { endsOf, type Period, sumsOver } from './plan-axis';

/**
 * Depreciation month by month: of what is bought in a month, its plan year's share over the months that are left of that year,
 * then evenly; so each plan year has what `booked` says of it, and no book value is below 0.
 */
function monthlyDepreciation(capital: readonly number[], years: number, writeOff: boolean): number[] {
  const last = capital.length - 1;
  const booked = capital.map(() => 0);
  const add = (month: number, amount: number): void => {
    booked[month] = (booked[month] ?? 0) + amount;
  };
  for (const [bought, amount] of capital.entries()) {
    if (amount === 0) continue;
    if (years === 0) {
      add(bought, amount);
      continue;
    }
    const first = MONTHS * (Math.floor(bought / MONTHS) + 1);
    for (let month = bought; month < first; month++) add(month, amount / years / (first - bought));
    const end = first + MONTHS * (years - 1);
    for (let month = first; month < Math.min(end, last + 1); month++) add(month, amount / years / MONTHS);
    if (writeOff && end > last + 1) add(last, (amount * (end - last - 1)) / MONTHS / years);
  }
  return booked;
}

/** The same books as `booked`, by the years of an axis: month by month, then summed. */
export function booksOnAxis(axis: readonly Period[], option: OptionCosts, accounts: Accounts): Books {
  const { depreciationYears, taxRate, writeOffAtEnd = true } = accounts;
  const share = capitalShareOf(accounts);
  const months = option.monthParts.map((parts, at) => {
    const invested = option.investments.reduce((sum, { month, amount }) => sum + (month === at ? amount : 0), 0);
    const capital = PARTS.reduce((sum, part) => sum + share(part) * parts[part], share('investment') * invested);
    return { capital, operating: PARTS.reduce((sum, part) => sum + parts[part], invested) - capital };
  });
  const capital = months.map((month) => month.capital);
  const depreciation = monthlyDepreciation(capital, depreciationYears, writeOffAtEnd);
  let held = 0;
  const bookValue = capital.map((amount, month) => {
    held += amount - (depreciation[month] ?? 0);
    return held;
  });
  const expense = months.map(({ operating }, month) => operating + (depreciation[month] ?? 0));
  return {
    capital: sumsOver(axis, capital),
    operating: sumsOver(
      axis,
      months.map(({ operating }) => operating),
    ),
    depreciation: sumsOver(axis, depreciation),
    bookValue: endsOf(axis, bookValue),
    expense: sumsOver(axis, expense),
    taxSaved: sumsOver(
      axis,
      expense.map((amount) => taxRate * amount),
    ),
  };
}
