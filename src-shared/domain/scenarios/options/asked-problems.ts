import type { Month } from '../../base/calendar';
import { levelKeys, sayLevel } from '../plan/inputs';
import type { Accounts } from './accounts';
import type { DecisionInputs } from './decision-inputs';
import type { PlacedOffer } from './offers';
import type { Team } from './team';
import { type RiskFactors, riskProblems } from './tei-view';

/** What a house says besides: when its plan begins, its years, its people, its books. Kept with a plan only when it asks. */
export interface Asked {
  /** The first month of the plan; gives paybacks a date and years a name. */
  readonly startDate?: Month | undefined;
  /** Month in which the fiscal year begins, 1 … 12; left out: January. */
  readonly fiscalYearStart?: number | undefined;
  readonly team?: Team | undefined;
  readonly accounts?: Accounts | undefined;
  /** How benefits and costs are adjusted for risk; left out: as offered. It changes the adjusted view alone. */
  readonly risk?: RiskFactors | undefined;
}

const between = (words: string, value: number | undefined, least: number, most: number): string[] =>
  value === undefined || (value >= least && value <= most)
    ? []
    : [`${words} is ${value}: enter a number from ${least} to ${most}.`];

/** What is wrong with the team, one sentence each. */
export function teamProblems(team: Team): string[] {
  const countable = team.inCosts !== true || (team.ceiling !== undefined && team.hiringCost !== undefined);
  return [
    ...(countable
      ? []
      : ['Hiring can be in the costs once two things are given: the most people there may be, and what a hire costs.']),
    ...between('The team of today', team.teamToday, 0, 1e6),
    ...between('The most people there may be', team.ceiling, 0, 1e6),
    ...between('The cost of a hire', team.hiringCost, 0, 1e15),
    ...between('The time until a hire begins, in months,', team.hireMonths, 0, 120),
    ...between('The time until a hire works in full, in months,', team.newHireRampMonths, 0, 120),
    ...between('What a model earns a year', team.annualValue, 0, 1e15),
  ];
}

/** What is wrong with the accounts, one sentence each. */
export function accountsProblems({ capitalShare = {}, ...rest }: Accounts): string[] {
  const { depreciationYears, taxRate, discountRateAfterTax } = rest;
  const whole = Number.isInteger(depreciationYears) ? [] : ['Depreciation takes whole years: enter 0, 1, 2 …'];
  return [
    ...Object.entries(capitalShare).flatMap(([row, share]) =>
      between(`The share of ${row} that is capital`, share, 0, 1),
    ),
    ...whole,
    ...between('The years of depreciation', depreciationYears, 0, 100),
    ...between('The tax rate', taxRate, 0, 1),
    ...between('The discount rate after tax', discountRateAfterTax, -0.99, 5),
  ];
}

function fiscalProblems(month: number | undefined): string[] {
  const fits = month === undefined || (Number.isInteger(month) && month >= 1 && month <= 12);
  return fits ? [] : [`The fiscal year begins in month ${month}: enter a month from 1 to 12.`];
}

/** What is wrong with what a house says, one sentence each. */
export function askedProblems({ fiscalYearStart, team, accounts, risk }: Asked): string[] {
  return [
    ...fiscalProblems(fiscalYearStart),
    ...(team ? teamProblems(team) : []),
    ...(accounts ? accountsProblems(accounts) : []),
    ...(risk ? riskProblems(risk) : []),
  ];
}

/** What is wrong with the offers, one sentence each. */
export function offerProblems(offers: readonly PlacedOffer[], inputs: DecisionInputs): string[] {
  const keys = levelKeys(inputs);
  return offers.flatMap((offer, at) => {
    const name = `the offer “${offer.id}”`;
    const again = offers.findIndex(({ id, level }) => id === offer.id && level === offer.level) < at;
    return [
      ...(again ? [`Two offers for ${sayLevel(offer.level)} are called “${offer.id}”: give each its own name.`] : []),
      ...(keys.indexOf(offer.level) > 0
        ? []
        : [`${name} is for ${sayLevel(offer.level)}: name a level of the case above the lowest.`]),
      ...between(`The one-off price of ${name}`, offer.oneOff, 0, 1e15),
      ...between(`The yearly price of ${name}`, offer.perYear, 0, 1e15),
      ...between(`The price per model of ${name}`, offer.perModel, 0, 1e15),
      ...between(`The exit cost of ${name}`, offer.exit, 0, 1e15),
      ...between(`The escalator of ${name}`, offer.escalator, -0.99, 5),
      ...between(`The coverage of ${name}`, offer.coverage, 0, 1),
      ...between(`The platform kept beside ${name}`, offer.keepPlatform, 0, 1e15),
      ...between(`The months to build with ${name}`, offer.rampMonths, 0, 120),
    ];
  });
}
