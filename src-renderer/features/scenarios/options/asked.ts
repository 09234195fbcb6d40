import { BUDGET_ROWS, type BudgetRow } from '#domain/scenarios/options/budget';
import type { Accounts } from '#domain/scenarios/options/accounts';
import type { PlacedOffer } from '#domain/scenarios/options/offers';
import { type OptionsPlan, optionsQuestion } from '#domain/scenarios/options/options-question';
import type { Team } from '#domain/scenarios/options/team';
import type { OptionsSearch } from '../../../lib/options-search';
import type { Question } from './options-types';
import { viewOf } from './options-view';

/** The team as the address tells it; without the people of today there is none. */
export function teamOf(search: OptionsSearch, modelValue: number | null): Team | undefined {
  const { team, ceiling, hireCost, hireMonths, hireRamp } = search;
  if (team === undefined) return undefined;
  return {
    teamToday: team,
    ceiling,
    hiringCost: hireCost,
    hireMonths,
    newHireRampMonths: hireRamp,
    annualValue: search.modelValue ?? modelValue ?? undefined,
  };
}

const isRow = (text: string): text is BudgetRow => BUDGET_ROWS.some((row) => row === text);

/** Shares of each row that are capital, as the address tells them. */
export function capitalShares({ capital = '' }: OptionsSearch): Partial<Record<BudgetRow, number>> {
  const told = capital.split(',').map((pair) => pair.split(':'));
  return Object.fromEntries(told.flatMap(([row = '', share]) => (isRow(row) ? [[row, Number(share)]] : [])));
}

export const capitalWord = (shares: Partial<Record<BudgetRow, number>>): string | undefined =>
  Object.entries(shares)
    .map(([row, share]) => `${row}:${share}`)
    .join(',') || undefined;

/** How the house books it; without years of depreciation and a tax rate nothing is said of books. */
export function accountsOf(search: OptionsSearch): Accounts | undefined {
  const { depreciation, tax, afterTax, keepBooks } = search;
  if (depreciation === undefined || tax === undefined) return undefined;
  return {
    capitalShare: capitalShares(search),
    depreciationYears: depreciation,
    taxRate: tax,
    writeOffAtEnd: keepBooks !== true,
    discountRateAfterTax: afterTax,
  };
}

/** What is asked beside the comparison: it needs no runs, so an answer comes while one types. */
export function askedQuestion(
  plan: OptionsPlan & { readonly modelValue: number | null },
  search: OptionsSearch,
  offers: readonly PlacedOffer[],
): Question {
  const { uncertain: _drawn, correlations: _joint, ...question } = optionsQuestion(plan, viewOf(search));
  return {
    ...question,
    fiscalYearStart: search.fiscal,
    team: teamOf(search, plan.modelValue),
    accounts: accountsOf(search),
    offers,
  } as Question; // readonly lists of the domain, which the channel only reads
}
