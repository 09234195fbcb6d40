import { statedModels } from '../../attention/headline';
import { verb } from '../../base/wording';
import { sayMonitoring } from '../../models/monitoring';
import { sayReadings } from '../../scenarios/plan/noted-incidents';
import { STAGE_LABELS, STAGES } from '../../vocabulary';
import type { KeyFigure, ReportBlock } from '../content';
import type { SummaryFacts } from '../facts';
import { chart, figure, type ReportKit, type SectionBuilder, sizeWords, source, text } from '../kit';
import { questionsAsked } from '../questions-asked';
import { againstWords } from './against-words';
import { sayLoad } from './say-load';

/** Units beyond these are drawn as one. */
const MOST_UNITS = 8;

export const glanceSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { summary } = facts;
  return {
    id: 'glance',
    title: 'Portfolio at a glance',
    headline: glanceHeadline(kit),
    lead: glanceLead(kit),
    blocks:
      summary.models === 0 && summary.size.basis === 'none'
        ? [
            text('No model yet', [
              'Stages, units, level and case are shown here as soon as the first model is in the inventory.',
            ]),
          ]
        : [{ kind: 'figures', figures: keyFigures(kit) }, ...(summary.models === 0 ? [] : [stages(kit), units(kit)])],
    sources: [
      source(
        'Models, stages, units',
        'overview.summary',
        'counts of the inventory',
        write.counted(summary.models, 'model'),
      ),
      source(
        'Level needed',
        'maturity.recommend',
        'the higher of the level by number of models and the level by updates a year',
        `${write.counted(summary.recommendation.models, 'model')}, ${sayLoad(kit)}, thresholds ${summary.recommendation.thresholdsVersion}`,
      ),
      source('Level held', 'assessments.get', 'the lowest staged level of the six components', held(kit)),
    ],
  };
};

const held = (kit: ReportKit): string =>
  kit.facts.summary.held === null ? 'no finished assessment of the whole organisation' : questionsAsked(kit);

export function glanceHeadline({ facts, write }: ReportKit): string {
  const { models, inProduction, recommendation, held: level, size } = facts.summary;
  const works =
    level === null
      ? ''
      : `; the organisation works ${level.level === 0 ? 'below level 1' : `at level ${write.count(level.level)}`}`;
  if (size.basis === 'stated' && size.stated !== null && recommendation.level !== null) {
    return `${statedModels(size.models, write.day(size.stated.finishedAt))} level ${recommendation.level} by the rule of thumb${works}`;
  }
  if (models === 0) return level === null ? 'Nothing is in this portfolio yet' : `No model is registered yet${works}`;
  if (inProduction === 0) return `${write.counted(models, 'model')}, none in production yet`;
  const serving = `${write.counted(inProduction, 'model')} in production`;
  if (recommendation.level === null) return serving;
  return `${serving} ${verb(inProduction, 'asks for', 'ask for')} level ${recommendation.level} by the rule of thumb${works}`;
}

export function glanceLead(kit: ReportKit): string {
  const { facts, write } = kit;
  const { models, size } = facts.summary;
  if (size.basis === 'stated') return sizeWords(kit);
  if (models === 0) return `No model was registered as of ${write.day(facts.now)}.`;
  const all = `${write.counted(models, 'model')} in all, as of ${write.day(facts.now)}.`;
  return [all, sayMonitoring(facts.summary, write.count), sizeWords(kit)].filter((part) => part !== '').join(' ');
}

function keyFigures({ facts, write }: ReportKit): KeyFigure[] {
  const { summary } = facts;
  const { level } = summary.recommendation;
  const open = Object.values(summary.openIncidentsBySeverity);
  return [
    summary.size.basis === 'stated'
      ? figure('Models', write.count(summary.size.models), `stated; ${write.count(summary.models)} registered`)
      : figure('Models', write.count(summary.models), `${write.count(summary.inProduction)} in production`),
    figure(
      'Not monitored',
      write.count(summary.notMonitored),
      summary.monitoringUnknown === 0
        ? 'in production'
        : `in production; of ${write.count(summary.monitoringUnknown)} more not known`,
    ),
    figure(
      'Level needed',
      level === null ? '–' : String(level),
      level === null ? 'no model in production' : levelDetail(summary),
    ),
    figure(
      'Level held',
      summary.held === null ? '–' : summary.held.level === 0 ? 'below 1' : String(summary.held.level),
      summary.held === null ? 'not assessed' : `assessed ${write.day(summary.held.finishedAt)}`,
    ),
    figure(
      'Open incidents',
      open.length === 0 ? '–' : write.count(open.reduce((sum, count) => sum + count, 0)),
      open.length === 0 ? 'none registered' : severe(summary.openIncidentsBySeverity, write.count),
    ),
    investmentFigure(write, summary.investment),
  ];
}

/** `by number 3, by updates noted 3, recorded 2`: what is not known is said, and is no level. */
function levelDetail({ recommendation: { byCount, byLoad, updates } }: SummaryFacts): string {
  const told = updates?.told ?? 'noted';
  const recorded = updates?.recorded.byUpdates ?? null;
  if (byLoad === null && recorded === null) return `by number ${byCount}; updates not known`;
  return `by number ${byCount}, by updates ${told} ${byLoad ?? 'not known'}, recorded ${recorded ?? 'not known'}`;
}

/** The same caution that withholds the headline of the plan withholds its sum here. */
function investmentFigure(write: ReportKit['write'], investment: SummaryFacts['investment']): KeyFigure {
  const label = 'Investment case';
  if (investment === null) return figure(label, '–', 'no scenario chosen');
  const { npv, compare, runs, currency, digits, years, withheld, cautions, readings } = investment;
  if (withheld !== null) return figure(label, '–', write.sentence(withheld));
  const said = cautions.length === 0 ? '' : `; ${write.counted(cautions.length, 'caution')}, see the costs`;
  const money = (amount: number): string => write.rounded(amount, currency, digits);
  const npvs = readings.map((reading) => reading.npv);
  const counted = sayReadings(npv, npvs, money);
  const beside = runs === null ? '' : `; mean of the runs ${money(runs.mean)}, median ${money(runs.p50)}`;
  return figure(
    label,
    money(npv),
    `value of ${againstWords(compare)} over ${write.counted(years, 'year')}${counted}${beside}${said}`,
  );
}

const severe = (open: Readonly<Record<string, number>>, count: (value: number) => string): string =>
  `${count((open['1'] ?? 0) + (open['2'] ?? 0))} of SEV 1 or 2`;

function stages({ facts, write }: ReportKit): ReportBlock {
  const counts = STAGES.map((stage) => facts.summary.byStage[stage] ?? 0);
  return chart({
    title: 'Models by stage of their life',
    reading: 'Deployed, monitored and retraining are in production.',
    shape: 'bars',
    categories: STAGES.map((stage) => STAGE_LABELS[stage]),
    series: [{ name: 'Models', values: counts, colour: 'accent' }],
    unit: 'models',
    format: 'count',
    alt: `Models by stage: ${STAGES.map((stage, at) => `${STAGE_LABELS[stage]} ${write.count(counts[at] ?? 0)}`).join(', ')}.`,
  });
}

function units({ facts, write, redact }: ReportKit): ReportBlock {
  const sorted = facts.summary.byUnit.toSorted((a, b) => b.models - a.models || b.inProduction - a.inProduction);
  const shown = sorted.length > MOST_UNITS ? sorted.slice(0, MOST_UNITS - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const rows = [
    ...shown.map(({ unit, models, inProduction }, at) => ({
      name: unit === '' ? 'No unit' : redact.typed(unit, `Unit ${write.count(at + 1)}`),
      models,
      inProduction,
    })),
    ...(rest.length === 0
      ? []
      : [
          {
            name: `${write.count(rest.length)} other units`,
            models: sum(rest.map(({ models }) => models)),
            inProduction: sum(rest.map(({ inProduction }) => inProduction)),
          },
        ]),
  ];
  return chart({
    title: 'Models by unit',
    reading: 'The units with the most models first.',
    shape: 'stacked_bars',
    categories: rows.map(({ name }) => name),
    series: [
      { name: 'In production', values: rows.map(({ inProduction }) => inProduction), colour: 'accent' },
      {
        name: 'Not in production',
        values: rows.map(({ models, inProduction }) => models - inProduction),
        colour: 'grey',
      },
    ],
    unit: 'models',
    format: 'count',
    alt: `Models by unit: ${rows.map(({ name, models, inProduction }) => `${name} ${write.count(models)}, ${write.count(inProduction)} in production`).join('; ')}.`,
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
