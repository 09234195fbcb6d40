import type { ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import { left, type ReportKit, right, type SectionBuilder, scenarioName, source, table } from '../kit';
import { optionsOf } from './options';
import { yearLabels } from './years';

const base = { id: 'books', title: 'In our books' } as const;

/** Expense and tax of each option as the house books it, where it has had that kept with the plan. */
export const booksSection: SectionBuilder = (kit) => {
  const { facts } = kit;
  const { investment } = facts;
  if (investment === null)
    return { ...base, headline: 'No scenario has been chosen', lead: '', blocks: [], sources: [] };
  return {
    ...base,
    headline: headlineOf(kit, investment),
    lead: '',
    blocks: [booked(kit, investment)],
    sources: [
      source(
        'Books by year',
        'investment.options',
        'straight-line depreciation in full years of the plan; tax is saved in the year of the expense',
        scenarioName(kit, investment.scenario.name),
      ),
    ],
  };
};

/** The option that costs least after tax: it need not be the one that does before it. */
function headlineOf({ write }: ReportKit, { decision, scenario }: ScenarioFacts): string {
  const costs = optionsOf(decision).flatMap(({ name, figures: { booked: books } }) =>
    books === null ? [] : [{ name, cost: books.pvCostAfterTax }],
  );
  const least = costs.reduce((best, one) => (one.cost < best.cost ? one : best), costs[0] ?? { name: '', cost: 0 });
  return `After tax ${least.name.toLowerCase()} costs least: ${write.rounded(least.cost, scenario.currency, scenario.result.digits)} in present value`;
}

function booked({ write }: ReportKit, facts: ScenarioFacts): ReportBlock {
  const options = optionsOf(facts.decision);
  const { currency, asked, result } = facts.scenario;
  const { depreciationYears = 0, taxRate = 0 } = asked?.accounts ?? {};
  const money = (value: number): string => write.rounded(value, currency, result.digits);
  return table({
    title: 'In the books: expense, and tax saved by it',
    reading: `Operating cost and depreciation over ${write.counted(depreciationYears, 'year')}; tax at ${write.percent(taxRate, 1)}, with enough profit elsewhere.`,
    columns: [left('', 26), ...options.map(({ name }) => right(name, 18))],
    rows: [
      ...yearLabels(facts).map((label, at) => [
        label,
        ...options.map(({ figures: { onAxis } }) => {
          const { expense = [], taxSaved = [] } = onAxis.booked ?? {};
          return `${money(expense[at] ?? 0)}, ${money(taxSaved[at] ?? 0)}`;
        }),
      ]),
      ['Present value after tax', ...options.map(({ figures }) => money(figures.booked?.pvCostAfterTax ?? 0))],
    ],
    noun: ['year', 'years'],
  });
}
