import { verb } from '../../base/wording';
import type { ReportBlock, ReportSection } from '../content';
import type { SummaryFacts } from '../facts';
import { chart, left, type ReportKit, source, table } from '../kit';
import { healthChart } from '../sections/health';
import { MARKS } from '../sections/marks';

/** More than these are told on a slide of their own. */
const MOST_MATTERS = 6;

type Matter = SummaryFacts['attention'][number];

/** How the models in production are, beside what asks for action. */
export function stateSection(kit: ReportKit): ReportSection | null {
  const { facts, write } = kit;
  const { summary } = facts;
  if (summary.inProduction === 0) return null;
  const act = summary.attention.filter(({ severity }) => severity === 'act');
  const ranked = (act.length > 0 ? act : summary.attention).slice(0, MOST_MATTERS);
  const rest = summary.attention.length - ranked.length;
  return {
    id: 'state',
    title: 'How the models in production are',
    headline: `${stateWords(kit)}; ${act.length === 0 ? 'no matter is urgent' : `${write.counted(act.length, 'matter')} ${verb(act.length, 'asks', 'ask')} for action`}`,
    lead: '',
    blocks: [
      measured(summary) > 0 ? healthChart(kit) : watching(kit),
      ...(ranked.length === 0
        ? []
        : [
            matters(
              kit,
              ranked,
              rest === 0 ? '' : `${write.counted(rest, 'other matter')} ${verb(rest, 'is', 'are')} less urgent.`,
            ),
          ]),
    ],
    sources: [
      source(
        'Health',
        'overview.summary, drift.health',
        'the worst verdict of the newest results',
        write.counted(summary.inProduction, 'model in production', 'models in production'),
      ),
      source(
        'Matters',
        'overview.summary',
        'rules over the inventory, drift, incidents and the assessment, ranked by tier',
        write.counted(summary.attention.length, 'matter'),
      ),
    ],
  };
}

/** In production, with a verdict from results that came when they were due. */
function measured({ byHealth }: SummaryFacts): number {
  return (byHealth.act ?? 0) + (byHealth.watch ?? 0) + (byHealth.ok ?? 0);
}

function stateWords({ facts: { summary }, write }: ReportKit): string {
  const { inProduction, notMonitored, monitoringUnknown } = summary;
  const all = write.counted(inProduction, 'model');
  if (measured(summary) > 0)
    return `${write.count(measured(summary))} of ${all} in production ${verb(measured(summary), 'reports', 'report')} on time`;
  const known = `${write.count(notMonitored)} of ${all} in production ${verb(notMonitored, 'is', 'are')} known not to be watched`;
  return monitoringUnknown === 0 ? known : `${known}, and of ${write.count(monitoringUnknown)} nobody has said`;
}

function watching({ facts: { summary }, write }: ReportKit): ReportBlock {
  const { inProduction, notMonitored, monitoringUnknown } = summary;
  const values = [inProduction - notMonitored - monitoringUnknown, notMonitored, monitoringUnknown];
  const names = ['Watched, as stated', 'Not watched', 'Nobody has said'];
  return chart({
    title: 'Who watches the models in production',
    reading: 'No result has come yet: this is what the inventory states. Not said is not no.',
    shape: 'bars',
    categories: names,
    series: [{ name: 'Models', values, colour: 'accent' }],
    categoryColours: ['accent', 'act', 'unknown'],
    unit: 'models',
    format: 'count',
    alt: `Models in production: ${names.map((name, at) => `${name} ${write.count(values[at] ?? 0)}`).join(', ')}.`,
  });
}

export function matters(kit: ReportKit, list: readonly Matter[], reading: string): ReportBlock {
  const { write, redact, facts } = kit;
  const owners = new Map(facts.models.map(({ id, owner }) => [id, owner]));
  const owner = ({ action }: Matter): string => {
    const name = action.modelId === null ? '' : (owners.get(action.modelId) ?? '');
    return name === '' ? '–' : redact.person(name);
  };
  return table({
    title: 'What asks for attention first',
    reading,
    columns: [left('Urgency', 1.3), left('Matter', 5.6), left('Owner', 2)],
    rows: list.map((one) => [MARKS[one.severity], write.sentence(one.title), owner(one)]),
    noun: ['matter', 'matters'],
  });
}
