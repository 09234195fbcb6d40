import { npv } from '../finance/cash-flow';
import { withDerived } from '../plan/derived-inputs';
import { horizonOf } from '../plan/inputs';
import { type PortfolioYear, portfolioPath } from '../plan/portfolio-path';
import { inflatorOf } from '../plan/yearly-cost';
import type { DecisionInputs, StagedPath } from './decision-inputs';
import { costOfHires, type Hiring, hiresFor } from './hiring';
import { costsOfOptions } from './option-figures';
import { planOption } from './option-plan';
import { mixedPeople, workTotal } from './people';

/** The people there are and may be; without them nothing can be said of what is not deployed. */
export interface Team extends Hiring {
  /** Months until a hire begins. */
  readonly hireMonths?: number | undefined;
  /** Months from then until the hire works in full. */
  readonly newHireRampMonths?: number | undefined;
  /** What a model in production earns a year, at the prices of year 1. */
  readonly annualValue?: number | undefined;
  /** Whether what hires cost is a part of what an option costs. Left out: no. */
  readonly inCosts?: boolean | undefined;
}

/** The inputs with the hires of the team in their costs, where these are asked for. */
export const withHiring = (inputs: DecisionInputs, team: Team | undefined): DecisionInputs =>
  team?.inCosts === true ? { ...inputs, hiring: team } : inputs;

export interface TeamYear {
  /** People for the planned portfolio. */
  readonly need: number;
  readonly hires: number;
  readonly heads: number;
  /** Productive people, mean of the year. */
  readonly capacity: number;
  /** People who are missing even if nothing new is deployed. */
  readonly short: number;
  readonly free: number;
  readonly deployed: number;
  /** Models wished for and not deployed up to now. */
  readonly notDeployed: number;
  readonly living: number;
  readonly modelYearsMissing: number;
  readonly hiringCost: number;
  readonly valueMissing: number;
}

export interface TeamResult {
  readonly years: readonly TeamYear[];
  /** At year ends; in the NPV only where the team is said to be in the costs. */
  readonly pvHiring: number;
  /** At year ends; never in the cost case. */
  readonly pvValueMissing: number;
}

const ROUNDING = 1e-9;
const YEAR = 12;

/** Productive months of a hire in its first `months` months: none at first, then rising evenly to full. */
function productiveMonths({ hireMonths = 0, newHireRampMonths = 0 }: Team, months: number): number {
  const since = months - hireMonths;
  if (since <= 0) return 0;
  return since < newHireRampMonths ? since ** 2 / (2 * newHireRampMonths) : since - newHireRampMonths / 2;
}

/** People at work in a month of the plan (from 0): those of today and, once they have begun and learned, those hired. */
export function capacityIn(team: Team, hires: readonly number[], month: number): number {
  return hires.reduce((sum, count, year) => {
    const since = month - YEAR * year;
    return sum + count * (productiveMonths(team, since + 1) - productiveMonths(team, since));
  }, team.teamToday);
}

/** The portfolio as it is carried: what could not be deployed waits. */
interface Carried {
  readonly living: number;
  readonly backlog: number;
  readonly deployed: number;
}

/** The largest whole number up to `most` for which `fits`, which holds for all smaller ones once it holds; `null`: not even 0. */
function largestWhole(most: number, fits: (count: number) => boolean): number | null {
  if (!fits(0)) return null;
  let [low, high] = [0, Math.floor(most) + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * What a team can carry of an option year by year: hires that take time, models that are not deployed, and what is missing.
 * Models that run come first; nobody leaves. maths.md C6.
 */
export function teamOver(given: DecisionInputs, path: StagedPath, team: Team): TeamResult {
  const inputs = withDerived(given);
  const plan = planOption(inputs, path);
  const [costs] = costsOfOptions(inputs, [path]);
  const planned = portfolioPath(inputs);
  const hired: number[] = [];
  let heads = team.teamToday;
  let carried: Carried = { living: inputs.modelsAtStart ?? 0, backlog: 0, deployed: 0 };
  const years = Array.from({ length: horizonOf(inputs) }, (_, at): TeamYear => {
    const shares = costs?.shares[at] ?? [];
    const need = costs?.people[at]?.total ?? 0;
    const hires = hiresFor(team, need, heads);
    heads += hires;
    hired.push(hires);
    const productive = (year: number): number =>
      (productiveMonths(team, YEAR * (at - year + 1)) - productiveMonths(team, YEAR * (at - year))) / YEAR;
    const capacity = hired.reduce((sum, count, year) => sum + count * productive(year), team.teamToday);
    const { living, backlog, deployed } = carried;
    const wish = (inputs.newModels[at] ?? 0) + backlog;
    const retired = inputs.retired?.[at] ?? 0;
    const carriedYear = (count: number): PortfolioYear => {
      const end = Math.max(0, living + count - retired);
      return {
        newModels: count,
        living: inputs.liveBasis === 'end' ? end : (living + end) / 2,
        deployedBefore: deployed,
      };
    };
    const people = (count: number): number => workTotal(mixedPeople(inputs, plan, shares, carriedYear(count)));
    const fits = (count: number): boolean => people(count) <= capacity + ROUNDING;
    const most = fits(wish) ? wish : largestWhole(wish, fits);
    const count = most ?? 0;
    const used = people(count);
    carried = { living: Math.max(0, living + count - retired), backlog: wish - count, deployed: deployed + count };
    const modelYearsMissing = (planned[at]?.living ?? 0) - carriedYear(count).living;
    const inflator = inflatorOf(inputs, at + 1);
    return {
      need,
      hires,
      heads,
      capacity,
      short: Math.max(0, most === null ? used - capacity : 0),
      free: Math.max(0, capacity - used),
      deployed: count,
      notDeployed: wish - count,
      living: carriedYear(count).living,
      modelYearsMissing,
      hiringCost: costOfHires(inputs, team, hires, at),
      valueMissing: modelYearsMissing * (team.annualValue ?? 0) * inflator,
    };
  });
  const rate = inputs.discountRate;
  return {
    years,
    pvHiring: npv(rate, [0, ...years.map(({ hiringCost }) => hiringCost)]),
    pvValueMissing: npv(rate, [0, ...years.map(({ valueMissing }) => valueMissing)]),
  };
}
