import type { ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import { left, type ReportKit, right, type SectionBuilder, scenarioName, source, table } from '../kit';
import { optionsOf } from './options';
import { yearLabels } from './years';

const base = { id: 'team', title: 'With our people' } as const;

/** What the team can carry of each option, where a house has had it kept with the plan. */
export const teamSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null)
    return { ...base, headline: 'No scenario has been chosen', lead: '', blocks: [], sources: [] };
  const { decision, scenario } = investment;
  return {
    ...base,
    headline: headlineOf(kit, investment),
    lead: write.sentence(decision.words.hiring),
    blocks: [carried(kit, investment)],
    sources: [
      source(
        'Team by year',
        'investment.options',
        'hires at the start of a year of the plan, up to the ceiling; what does not fit waits',
        scenarioName(kit, scenario.name),
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
  if (told.length === 0) return 'The team carries every planned model, whichever option is taken';
  const words = told.map(({ name, models }) => `${write.counted(models ?? 0, 'model')} at ${name.toLowerCase()}`);
  return `By the end of the plan the team has not deployed ${words.join(', ')}`;
}

function carried({ write }: ReportKit, facts: ScenarioFacts): ReportBlock {
  const options = optionsOf(facts.decision);
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
