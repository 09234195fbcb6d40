import { decisionLevel } from '../options/option-plan';
import { fullPeople } from '../options/people';
import { meansOver, type Period } from '../options/plan-axis';
import { sayLevel } from '../plan/inputs';
import { deploymentWeeks, learningCurve } from '../plan/learning';
import { inflatorOf } from '../plan/yearly-cost';
import { sayShare } from './explain-option-year';
import type { OptionBooks } from './option-books';
import { sayFactor } from './say-figure';

/** What the people of a level do in a year once it is fully there, by kind of work. */
function kindTerms({ inputs, levels, portfolio }: OptionBooks, place: number, at: number): string[] {
  const key = levels[place];
  const year = portfolio[at];
  if (key === undefined || !year) return [];
  const level = decisionLevel(inputs, key);
  const people = fullPeople(inputs, key, year);
  const living = sayFactor(year.living);
  const weeks = deploymentWeeks(learningCurve(level), year.deployedBefore, year.newModels);
  const hours = sayFactor(inputs.hoursPerYear);
  const whole = level.modelsPerEngineer !== undefined;
  const who = `${sayLevel(key)} in year ${at + 1}`;
  return [
    ...(people.deploy === 0
      ? []
      : [
          `deploying at ${who}: ${sayFactor(level.deployFte)} × ${sayFactor(weeks)} / ${sayFactor(inputs.weeksPerYear)} = ${sayFactor(people.deploy)}`,
        ]),
    ...(people.operate === 0 || whole
      ? []
      : [`operating at ${who}: ${living} × ${sayFactor(level.operateFte)} = ${sayFactor(people.operate)}`]),
    ...(people.retrain === 0
      ? []
      : [
          `updates at ${who}: ${living} × ${sayFactor(inputs.updatesPerYear)} × ${sayFactor(level.retrainHours)} / ${hours} = ${sayFactor(people.retrain)}`,
        ]),
    ...(people.incident === 0
      ? []
      : [
          `incidents at ${who}: ${living} × ${sayFactor(level.incidentsPerModel)} × ${sayFactor(inputs.incidentHours ?? 0)} / ${hours} = ${sayFactor(people.incident)}`,
        ]),
  ];
}

/** The people of the house's years: the mean of their months; none where its years are the plan's. */
function periodTerms({ costs }: OptionBooks, axis: readonly Period[], startDate: string | null): string[] {
  if (startDate === null) return [];
  const means = meansOver(
    axis,
    costs.monthPeople.map(({ total }) => total),
  );
  return axis.map(({ name, from, to }, at) => {
    const months = costs.monthPeople.slice(from, to).map(({ total }) => sayFactor(total));
    return `${name}, mean of its months: (${months.join(' + ')}) / ${to - from} = ${sayFactor(means[at] ?? 0)}`;
  });
}

/** The people of each year of the plan, then of the house's, then how the numbers in them come about. */
export function peopleNumbers(books: OptionBooks, axis: readonly Period[], startDate: string | null): string {
  const { inputs, costs, levels, portfolio } = books;
  const years = costs.people.map(({ dip, total }, at) => {
    const terms = levels.flatMap((key, place) => {
      const share = costs.shares[at]?.[place] ?? 0;
      const year = portfolio[at];
      if (share === 0 || !year) return [];
      const { deploy, operate, retrain, incident } = fullPeople(inputs, key, year);
      return [`${sayShare(share)} × (${[deploy, operate, retrain, incident].map(sayFactor).join(' + ')})`];
    });
    const cost = costs.yearParts[at]?.dip ?? 0;
    const lost =
      dip === 0
        ? []
        : [`${sayFactor(cost)} / (${sayFactor(inflatorOf(inputs, at + 1))} × ${sayFactor(inputs.loadedAnnual)})`];
    return `year ${at + 1}: ${[...terms, ...lost].join(' + ')} = ${sayFactor(total)}`;
  });
  const kinds = costs.people.flatMap((_, at) =>
    levels.flatMap((_key, place) => ((costs.shares[at]?.[place] ?? 0) === 0 ? [] : kindTerms(books, place, at))),
  );
  return [...years, ...periodTerms(books, axis, startDate), ...kinds].join('; ');
}
