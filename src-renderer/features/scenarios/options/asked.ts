import type { Accounts } from '#domain/scenarios/options/accounts';
import type { Asked } from '#domain/scenarios/options/asked-problems';
import { BUDGET_ROWS, type BudgetRow } from '#domain/scenarios/options/budget';
import type { PlacedOffer } from '#domain/scenarios/options/offers';
import { type OptionsPlan, type OptionsView, optionsQuestion } from '#domain/scenarios/options/options-question';
import type { Team } from '#domain/scenarios/options/team';
import { RISK_TRIANGLES, type RiskFactors, type RiskTriangle } from '#domain/scenarios/options/tei-view';
import { type OptionsSearch, readOptionsSearch, readTriangle } from '../../../lib/options-search';
import type { Question } from './options-types';

/** Hiring can be in the costs once it is known what a hire costs and how many there may be. */
export const canCountHiring = ({ team, ceiling, hireCost }: OptionsSearch): boolean =>
  team !== undefined && ceiling !== undefined && hireCost !== undefined;

/** The team as the address tells it; without the people of today there is none. */
export function teamOf(search: OptionsSearch): Team | undefined {
  const { team, ceiling, hireCost, hireMonths, hireRamp, modelValue, hiring } = search;
  if (team === undefined) return undefined;
  return {
    teamToday: team,
    ...(ceiling === undefined ? {} : { ceiling }),
    ...(hireCost === undefined ? {} : { hiringCost: hireCost }),
    ...(hireMonths === undefined ? {} : { hireMonths }),
    ...(hireRamp === undefined ? {} : { newHireRampMonths: hireRamp }),
    ...(modelValue === undefined ? {} : { annualValue: modelValue }),
    ...(hiring && canCountHiring(search) ? { inCosts: true } : {}),
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
    ...(afterTax === undefined ? {} : { discountRateAfterTax: afterTax }),
  };
}

const triangleOf = (word: string | undefined, offered: RiskTriangle): RiskTriangle =>
  (word === undefined ? null : readTriangle(word)) ?? offered;

/** How benefits and costs are adjusted for risk, as the address tells it; `undefined`: as offered. */
export function riskOf({ benefit, cost }: OptionsSearch): RiskFactors | undefined {
  if (benefit === undefined && cost === undefined) return undefined;
  return { benefit: triangleOf(benefit, RISK_TRIANGLES.benefit), cost: triangleOf(cost, RISK_TRIANGLES.cost) };
}

/** A triangle as a word of the address; none where it is the one that is offered. */
export function triangleWord(triangle: RiskTriangle | undefined, offered: RiskTriangle): string | undefined {
  return triangle === undefined || triangle.every((share, at) => share === offered[at])
    ? undefined
    : triangle.join(',');
}

/** What the address says of the house: its start and years, its people, its books, its factors of risk. */
export function askedOf(search: OptionsSearch): Asked {
  const { start, fiscal } = search;
  const [team, accounts, risk] = [teamOf(search), accountsOf(search), riskOf(search)];
  return {
    ...(start === undefined ? {} : { startDate: start }),
    ...(start === undefined || fiscal === undefined ? {} : { fiscalYearStart: fiscal }),
    ...(team ? { team } : {}),
    ...(accounts ? { accounts } : {}),
    ...(risk ? { risk } : {}),
  };
}

/** The same as words of the address. */
export function wordsOf({ startDate, fiscalYearStart, team, accounts, risk }: Asked): OptionsSearch {
  return readOptionsSearch({
    start: startDate,
    fiscal: fiscalYearStart,
    team: team?.teamToday,
    ceiling: team?.ceiling,
    hireCost: team?.hiringCost,
    hireMonths: team?.hireMonths,
    hireRamp: team?.newHireRampMonths,
    modelValue: team?.annualValue,
    hiring: team?.inCosts,
    depreciation: accounts?.depreciationYears,
    tax: accounts?.taxRate,
    afterTax: accounts?.discountRateAfterTax,
    keepBooks: accounts?.writeOffAtEnd === false ? true : undefined,
    capital: capitalWord(accounts?.capitalShare ?? {}),
    benefit: triangleWord(risk?.benefit, RISK_TRIANGLES.benefit),
    cost: triangleWord(risk?.cost, RISK_TRIANGLES.cost),
  });
}

/** The words of the address that are of the house, always in one order, and how else the options are looked at. */
export function parted(search: OptionsSearch) {
  const { own, ...words } = search;
  const { years, growth, gate, pair, x, y, dipMonths, dipShare, ...house } = words;
  const look = { years, growth, gate, pair, x, y, dipMonths, dipShare };
  return { look: readOptionsSearch(look), own, house: readOptionsSearch(house) };
}

export interface SeenOptions {
  /** The address, with what is kept where it says nothing of the house. */
  readonly search: OptionsSearch;
  /** Whether the house is seen in another way than it is kept. */
  readonly differs: boolean;
}

const same = (a: Asked, b: Asked): boolean =>
  JSON.stringify(askedOf(wordsOf(a))) === JSON.stringify(askedOf(wordsOf(b)));

/** How the options are seen: by the address, and where it says nothing of the house, as it is kept with the plan. */
export function seenOptions(address: OptionsSearch, kept: Asked | null): SeenOptions {
  const { look, own, house } = parted(address);
  const alone = own === true || Object.keys(house).length > 0;
  const search = alone ? { ...look, ...house } : { ...look, ...wordsOf(kept ?? {}) };
  return { search, differs: !same(askedOf(search), kept ?? {}) };
}

/** The address after a change: without what is kept as it is, and saying so where it takes all of it away. */
export function addressOf(search: OptionsSearch, kept: Asked | null): OptionsSearch {
  const { look, house } = parted(search);
  const words = Object.keys(house).length;
  if (words > 0 && JSON.stringify(house) === JSON.stringify(parted(wordsOf(kept ?? {})).house)) return look;
  return { ...look, ...house, ...(words === 0 && kept !== null ? { own: true } : {}) };
}

/**
 * How the options are judged, as the address tells it. Of the team only what changes a cost: what it can carry and what the
 * books say is asked for on its own, without runs.
 */
export function viewOf(search: OptionsSearch): OptionsView {
  const { years, growth, gate } = search;
  const { accounts: _books, risk: _adjusted, team, ...asked } = askedOf(search);
  return {
    ...(years === undefined ? {} : { years }),
    ...(growth === undefined ? {} : { growth }),
    ...(gate === undefined ? {} : { gate }),
    asked: { ...asked, ...(team?.inCosts === true ? { team } : {}) },
  };
}

/** What is asked beside the comparison: it needs no runs, so an answer comes while one types. */
export function askedQuestion(plan: OptionsPlan, search: OptionsSearch, offers: readonly PlacedOffer[]): Question {
  const view = { ...viewOf(search), asked: askedOf(search) };
  const { uncertain: _drawn, correlations: _joint, ...question } = optionsQuestion(plan, view);
  return { ...question, offers } as Question; // readonly lists of the domain, which the channel only reads
}
