import { houseYears, sayPart, sayTwoYears } from '../../scenarios/options/plan-axis';
import type { ScenarioFacts } from '../facts';
import { left, type ReportKit, right, type SectionBuilder, source, table } from '../kit';
import { optionsOf } from './options';

const base = { id: 'years', title: 'The options year by year' } as const;

/** Cost and people of each option on the axis of all tables; only where a house has said how it counts years. */
export const yearsSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null)
    return { ...base, headline: 'No scenario has been chosen', lead: '', blocks: [], sources: [] };
  const { decision, scenario } = investment;
  const [first, last] = [decision.axis[0], decision.axis.at(-1)];
  const span = first && last && first !== last ? `${first.name} to ${last.name}` : (first?.name ?? '');
  const begins = sayTwoYears(houseYears(scenario.asked)) || 'The plan has no start yet: its own years.';
  return {
    ...base,
    headline: `What each option costs and how many people it takes, ${span.replaceAll('Year', 'year')}`,
    lead: [write.sentence(begins), write.sentence(decision.words.hiring)].filter((part) => part !== '').join(' '),
    blocks: [costAndPeople(kit, investment)],
    sources: [
      source(
        'Cost and people by year',
        'investment.options',
        'month by month, summed into years; an investment in its first month; people are the mean of the months',
        `${write.counted(decision.axis.length, 'year')}`,
      ),
    ],
  };
};

/** The name of a period, with its months where it is a part of a year. */
export function yearLabels({ decision, scenario }: ScenarioFacts): string[] {
  return decision.axis.map((period) => {
    const part = sayPart(period, scenario.asked?.startDate ?? null);
    return part === '' ? period.name : `${period.name}, ${part}`;
  });
}

function costAndPeople({ write }: ReportKit, facts: ScenarioFacts) {
  const { decision, scenario } = facts;
  const options = optionsOf(decision);
  const money = (value: number): string => write.rounded(value, scenario.currency, scenario.result.digits);
  const rows = yearLabels(facts).map((label, at) => [
    label,
    ...options.map(({ figures: { onAxis } }) => {
      const paid = (onAxis.cost[at] ?? 0) + (onAxis.investment[at] ?? 0);
      return `${money(paid)}, ${write.quantity(onAxis.people[at]?.total ?? 0)} people`;
    }),
  ]);
  return table({
    title: 'Cost and people of each year',
    reading:
      'Nominal; the investment stands in the month in which it is paid. People are full-time, without those who build.',
    columns: [left('', 26), ...options.map(({ name }) => right(name, 18))],
    rows: [...rows, ['In all', ...options.map(({ figures }) => money(figures.totalCost))]],
    noun: ['year', 'years'],
  });
}
