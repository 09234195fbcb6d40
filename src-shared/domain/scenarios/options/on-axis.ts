import { portfolioPath } from '../plan/portfolio-path';
import type { Accounts, Books } from './accounts';
import { booksOnAxis } from './books-on-axis';
import type { UnitCost } from './budget';
import type { DecisionInputs } from './decision-inputs';
import { MONTHS } from './option-plan';
import { type OptionCosts, paidIn, runningCosts } from './option-result';
import type { PeopleYear } from './people';
import { endsOf, meansOver, type Period, sumsOver } from './plan-axis';
import type { Team, TeamResult, TeamYear } from './team';
import { teamOnAxis } from './team-on-axis';

/** One option by the years of the axis; money in major units, nominal. */
export interface OnAxis {
  /** Without investments. */
  readonly cost: readonly number[];
  /** Of it, what hires cost. */
  readonly hiring: readonly number[];
  readonly investment: readonly number[];
  /** Both, from the start to the end of each year. */
  readonly running: readonly number[];
  /** Full-time people, mean of the months. */
  readonly people: readonly PeopleYear[];
  /** Of a model a year, also where the period is a part of one. */
  readonly unitCosts: readonly UnitCost[];
  readonly team: readonly TeamYear[] | null;
  readonly booked: Books | null;
}

const PEOPLE = ['deploy', 'operate', 'retrain', 'incident', 'dip', 'total'] as const;

function peopleOn(axis: readonly Period[], months: readonly PeopleYear[]): PeopleYear[] {
  const means = PEOPLE.map(
    (key) =>
      [
        key,
        meansOver(
          axis,
          months.map((month) => month[key]),
        ),
      ] as const,
  );
  // One entry for each key of PEOPLE.
  return axis.map((_, at) => Object.fromEntries(means.map(([key, of]) => [key, of[at] ?? 0])) as unknown as PeopleYear);
}

/** Cost over model-years and over releases of the same months. */
function unitsOn(axis: readonly Period[], inputs: DecisionInputs, cost: readonly number[], months: number): UnitCost[] {
  const path = portfolioPath(inputs);
  const of = (value: (year: (typeof path)[number]) => number): number[] =>
    sumsOver(
      axis,
      Array.from({ length: months }, (_, month) => {
        const year = path[Math.floor(month / MONTHS)];
        return year ? value(year) / MONTHS : 0;
      }),
    );
  const modelYears = of(({ living }) => living);
  const releases = of(({ newModels, living }) => newModels + living * inputs.updatesPerYear);
  return axis.map((_, at) => {
    const [paid, models, released] = [cost[at] ?? 0, modelYears[at] ?? 0, releases[at] ?? 0];
    return { perModel: models > 0 ? paid / models : null, perRelease: released > 0 ? paid / released : null };
  });
}

/** Everything of an option that is told by years, on the one axis of all tables. */
export function onAxis(
  axis: readonly Period[],
  inputs: DecisionInputs,
  costs: OptionCosts,
  team: { readonly of: Team; readonly result: TeamResult } | null,
  accounts: Accounts | null,
): OnAxis {
  const { monthly } = costs;
  const invested = monthly.map((_, at) => paidIn(costs, at));
  const cost = sumsOver(axis, monthly);
  return {
    cost,
    hiring: sumsOver(
      axis,
      costs.monthParts.map(({ hiring }) => hiring),
    ),
    investment: sumsOver(axis, invested),
    running: endsOf(axis, runningCosts(costs)),
    people: peopleOn(axis, costs.monthPeople),
    unitCosts: unitsOn(axis, inputs, cost, monthly.length),
    team: team && teamOnAxis(axis, team.of, team.result, costs.monthPeople),
    booked: accounts && booksOnAxis(axis, costs, accounts),
  };
}
