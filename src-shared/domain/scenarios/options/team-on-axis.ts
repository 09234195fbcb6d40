import type { PeopleYear } from './people';
import { endsOf, meansOver, type Period, sumsOver } from './plan-axis';
import { capacityIn, type Team, type TeamResult, type TeamYear } from './team';

const YEAR = 12;

/**
 * A team on the axis of all tables. Hires stand in the month in which their search begins; models are deployed evenly over a
 * year of the plan, and what waits grows evenly with them; people are the mean of the months. A year of the plan has the
 * team's own figures.
 */
export function teamOnAxis(
  axis: readonly Period[],
  team: Team,
  { years }: TeamResult,
  people: readonly PeopleYear[],
): TeamYear[] {
  const months = people.map((_, month) => month);
  const yearOf = (month: number): TeamYear | undefined => years[Math.floor(month / YEAR)];
  const step = (of: (year: TeamYear) => number): number[] =>
    months.map((month) => {
      const year = yearOf(month);
      return year ? of(year) : 0;
    });
  const spread = (of: (year: TeamYear) => number): number[] => step(of).map((value) => value / YEAR);
  const begins = (of: (year: TeamYear) => number): number[] =>
    step(of).map((value, month) => (month % YEAR === 0 ? value : 0));
  const hired = years.map(({ hires }) => hires);
  const waiting = months.map((month) => {
    const before = years[Math.floor(month / YEAR) - 1]?.notDeployed ?? 0;
    const now = yearOf(month)?.notDeployed ?? 0;
    return before + ((now - before) * ((month % YEAR) + 1)) / YEAR;
  });
  const figures = {
    need: meansOver(
      axis,
      people.map(({ total }) => total),
    ),
    hires: sumsOver(
      axis,
      begins(({ hires }) => hires),
    ),
    heads: endsOf(
      axis,
      step(({ heads }) => heads),
    ),
    capacity: meansOver(
      axis,
      months.map((month) => capacityIn(team, hired, month)),
    ),
    short: meansOver(
      axis,
      step(({ short }) => short),
    ),
    free: meansOver(
      axis,
      step(({ free }) => free),
    ),
    deployed: sumsOver(
      axis,
      spread(({ deployed }) => deployed),
    ),
    notDeployed: endsOf(axis, waiting),
    living: meansOver(
      axis,
      step(({ living }) => living),
    ),
    modelYearsMissing: sumsOver(
      axis,
      spread((year) => year.modelYearsMissing),
    ),
    hiringCost: sumsOver(
      axis,
      begins((year) => year.hiringCost),
    ),
    valueMissing: sumsOver(
      axis,
      spread((year) => year.valueMissing),
    ),
  } satisfies Record<keyof TeamYear, number[]>;
  const at = (key: keyof TeamYear, period: number): number => figures[key][period] ?? 0;
  return axis.map((_, period) => ({
    need: at('need', period),
    hires: at('hires', period),
    heads: at('heads', period),
    capacity: at('capacity', period),
    short: at('short', period),
    free: at('free', period),
    deployed: at('deployed', period),
    notDeployed: at('notDeployed', period),
    living: at('living', period),
    modelYearsMissing: at('modelYearsMissing', period),
    hiringCost: at('hiringCost', period),
    valueMissing: at('valueMissing', period),
  }));
}
