import type { ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import { left, type ReportKit, right, type SectionBuilder, source, table } from '../kit';
import { optionsOf } from './options';
import { yearLabels } from './years';

const base = { id: 'house', title: 'With our people and in our books' } as const;

/** What the team can carry and what the books say, where a house has had it kept with the plan. */
export const houseSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null)
    return { ...base, headline: 'No scenario has been chosen', lead: '', blocks: [], sources: [] };
  const { decision, scenario } = investment;
  return {
    ...base,
    headline: headlineOf(kit, investment),
    lead: write.sentence(decision.words.hiring),
    blocks: [team(kit, investment), books(kit, investment)].filter((block) => block !== null),
    sources: [
      source(
        'Team and books by year',
        'investment.options',
        'hires at the start of a year of the plan, up to the ceiling; straight-line depreciation, tax saved in the year of the expense',
        `scenario “${kit.redact.free(scenario.name)}”`,
      ),
    ],
  };
};

function headlineOf({ write }: ReportKit, { decision }: ScenarioFacts): string {
  const waiting = optionsOf(decision).map(({ name, figures }) => ({
    name,
    models: figures.team?.years.at(-1)?.notDeployed ?? null,
  }));
  const told = waiting.filter(({ models }) => models !== null && models > 0);
  if (waiting.every(({ models }) => models === null)) return 'What each option means in the books';
  if (told.length === 0) return 'The team carries every planned model, whichever option is taken';
  const words = told.map(({ name, models }) => `${write.counted(models ?? 0, 'model')} at ${name.toLowerCase()}`);
  return `By the end of the plan the team has not deployed ${words.join(', ')}`;
}

function team({ write }: ReportKit, facts: ScenarioFacts): ReportBlock | null {
  const options = optionsOf(facts.decision).filter(({ figures }) => figures.onAxis.team !== null);
  if (options.length === 0) return null;
  return table({
    title: 'With the people there are: models that wait, and hires',
    reading:
      'Waiting at the end of each year. Models that run come first; nobody leaves. What they would earn is in no cost.',
    columns: [left('', 26), ...options.map(({ name }) => right(name, 18))],
    rows: yearLabels(facts).map((label, at) => [
      label,
      ...options.map(({ figures }) => {
        const year = figures.onAxis.team?.[at];
        const hires = year?.hires ?? 0;
        const waits = `${write.quantity(year?.notDeployed ?? 0)} waiting`;
        return hires === 0 ? waits : `${waits}, ${write.count(hires)} hired`;
      }),
    ]),
    noun: ['year', 'years'],
  });
}

function books({ write }: ReportKit, facts: ScenarioFacts): ReportBlock | null {
  const options = optionsOf(facts.decision).filter(({ figures }) => figures.onAxis.booked !== null);
  if (options.length === 0) return null;
  const { currency, asked } = facts.scenario;
  const { depreciationYears = 0, taxRate = 0 } = asked?.accounts ?? {};
  const money = (value: number): string => write.money(value, currency);
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
