import type { LevelKey } from '../plan/inputs';
import type { PortfolioYear } from '../plan/portfolio-path';
import { deploymentEffort, operatingPeople } from '../plan/yearly-cost';
import type { DecisionInputs } from './decision-inputs';
import { decisionLevel, MONTHS, type OptionPlan } from './option-plan';

/** People of one year by what they do, in full-time equivalents. They are counted beside the money, not added to it. */
export interface PeopleYear {
  readonly deploy: number;
  readonly operate: number;
  readonly retrain: number;
  /** 0 where the hours of an incident are not given: not counted. */
  readonly incident: number;
  /** Work time that a change-over costs. */
  readonly dip: number;
  readonly total: number;
}

type Work = Omit<PeopleYear, 'dip' | 'total'>;

/** People of a level that is fully there, for the models of a year. */
export function fullPeople(inputs: DecisionInputs, key: LevelKey, year: PortfolioYear): Work {
  const level = decisionLevel(inputs, key);
  const { hoursPerYear, weeksPerYear, updatesPerYear, incidentHours = 0 } = inputs;
  return {
    deploy: deploymentEffort(level, year) / weeksPerYear,
    operate: operatingPeople(level, year.living),
    retrain: (year.living * updatesPerYear * level.retrainHours) / hoursPerYear,
    incident: (year.living * level.incidentsPerModel * incidentHours) / hoursPerYear,
  };
}

export function workTotal({ deploy, operate, retrain, incident }: Work): number {
  return deploy + operate + retrain + incident;
}

/** The people of an option in a year, by the shares of its places, without those of a change-over. */
export function mixedPeople(
  inputs: DecisionInputs,
  { places }: OptionPlan,
  shares: readonly number[],
  year: PortfolioYear,
): Work {
  const mixed = { deploy: 0, operate: 0, retrain: 0, incident: 0 };
  for (const [at, { level }] of places.entries()) {
    const share = shares[at] ?? 0;
    if (share === 0) continue;
    const full = fullPeople(inputs, level, year);
    mixed.deploy += share * full.deploy;
    mixed.operate += share * full.operate;
    mixed.retrain += share * full.retrain;
    mixed.incident += share * full.incident;
  }
  return mixed;
}

/** People by year; `dipCost` by year at the prices of year 1. */
export function peopleOf(
  inputs: DecisionInputs,
  plan: OptionPlan,
  shares: readonly (readonly number[])[],
  portfolio: readonly PortfolioYear[],
  dipCost: readonly number[],
): PeopleYear[] {
  return portfolio.map((year, at) => {
    const work = mixedPeople(inputs, plan, shares[at] ?? [], year);
    const lost = dipCost[at] ?? 0;
    const dip = lost === 0 ? 0 : lost / inputs.loadedAnnual;
    return { ...work, dip, total: workTotal(work) + dip };
  });
}

/**
 * People month by month, so that any year can be told: the mean of twelve months of a plan year is that year's.
 * `shares` and `dipCost` by month, the latter at the prices of year 1.
 */
export function peopleByMonth(
  inputs: DecisionInputs,
  { places }: OptionPlan,
  shares: readonly (readonly number[])[],
  portfolio: readonly PortfolioYear[],
  dipCost: readonly number[],
): PeopleYear[] {
  const full = portfolio.map((year) => places.map(({ level }) => fullPeople(inputs, level, year)));
  return shares.map((own, month) => {
    const year = full[Math.floor(month / MONTHS)] ?? [];
    const mixed = (key: keyof Work): number => own.reduce((sum, share, at) => sum + share * (year[at]?.[key] ?? 0), 0);
    const work = {
      deploy: mixed('deploy'),
      operate: mixed('operate'),
      retrain: mixed('retrain'),
      incident: mixed('incident'),
    };
    const lost = dipCost[month] ?? 0;
    // A month's cost is a twelfth of what so many people cost a year.
    const dip = lost === 0 ? 0 : (MONTHS * lost) / inputs.loadedAnnual;
    return { ...work, dip, total: workTotal(work) + dip };
  });
}
