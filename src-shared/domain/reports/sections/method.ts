import type { ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import { capital, isRate, left, type ReportKit, right, type SectionBuilder, source, table, text } from '../kit';
import { questionsAsked } from '../questions-asked';

export const methodSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment, settings } = facts;
  const { levelThresholds } = settings;
  return {
    id: 'method',
    title: 'Method, assumptions and sources',
    headline:
      investment === null
        ? 'Every figure comes from the rows of the portfolio, by rules that are written down'
        : `${write.count(investment.scenario.origins.assumption)} of ${write.counted(givenInputs(investment), 'input')} of the case are assumptions until somebody replaces them`,
    lead: '',
    blocks: [method(kit), ...(investment === null ? [] : [assumptions(kit, investment)])],
    sources: [
      source(
        'Thresholds of the levels',
        'settings.get',
        'a heuristic: nobody publishes numeric cut-offs',
        `version ${levelThresholds.version}`,
      ),
      source(
        'Inputs with their origin',
        'scenarios.get',
        'assumption, measured or entered, each with its trail',
        investment === null ? 'no scenario chosen' : write.counted(investment.scenario.items.length, 'input'),
      ),
    ],
  };
};

function method(kit: ReportKit): ReportBlock {
  const { facts, write } = kit;
  const t = facts.settings.levelThresholds;
  return text('How the figures are made', [
    `Level needed: up to ${write.counted(t.countLevel1, 'model')} and ${write.counted(t.loadLevel1, 'update')} a year level 1, up to ${write.count(t.countLevel2)} and ${write.count(t.loadLevel2)} level 2, beyond that level 3; below ${write.counted(t.capBelow, 'model')} at most level 2. A heuristic, version ${t.version}.`,
    `Level held: ${questionsAsked(kit)} on six components; a level is held when every answer meets its need, unknown counting as 0. The whole is as high as its lowest component.`,
    'Health: the worst verdict of the newest drift results under the bands of the portfolio; silent when none came within twice the cadence, or 90 days.',
    'Incidents: medians with their n; open ones are counted by age, not dropped; intervals of shares are those of Wilson.',
    'Money: year 0 undiscounted, later years at their end; no rounding before display.',
  ]);
}

const givenInputs = ({ scenario: { origins } }: ScenarioFacts): number =>
  origins.assumption + origins.measured + origins.entered;

interface Valued {
  readonly path: string;
  readonly money: boolean;
  readonly value: number;
}

function valueText(write: ReportKit['write'], currency: string, { path, money, value }: Valued): string {
  if (money) return write.money(value, currency);
  return isRate(path) ? write.percent(value, 1) : write.quantity(value, Math.abs(value) < 10 ? 2 : 0);
}

/** What the preset left out has no unit, and nobody could doubt it. */
function assumptions({ write }: ReportKit, { scenario, sensitivity }: ScenarioFacts): ReportBlock {
  const swing = new Map(sensitivity.rows.map((row) => [row.path, row.swing]));
  const rows = scenario.items
    .flatMap((item) =>
      item.origin.kind === 'assumption' && item.origin.unit !== '' && item.value !== null
        ? [{ ...item, value: item.value, origin: item.origin }]
        : [],
    )
    .toSorted(
      (a, b) => (swing.get(b.path) ?? 0) - (swing.get(a.path) ?? 0) || a.origin.grade.localeCompare(b.origin.grade),
    );
  if (rows.length === 0)
    return text('Assumptions', ['No input is an assumption any more: each is measured or entered.']);
  return table({
    title: 'Assumptions, the most influential first',
    reading: 'Grade: A official statistics, B primary source, C secondary source, D assumption without a source.',
    columns: [left('Input', 3), right('Value', 1.6), left('Grade', 0.9), left('Source', 4)],
    rows: rows.map(({ path, label, value, money, origin }) => [
      capital(label),
      valueText(write, scenario.currency, { path, money, value }),
      origin.grade,
      origin.source,
    ]),
    noun: ['assumption', 'assumptions'],
  });
}
