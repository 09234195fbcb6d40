import type { ReportSection } from '../content';
import { left, type ReportKit, sizeWords, source, table, text, told } from '../kit';
import { questionsAsked } from '../questions-asked';
import { unsharedWords } from '../unshared-words';

interface Part {
  readonly name: string;
  readonly state: string;
  /** What would fill it; '' = nothing is missing. */
  readonly missing: string;
}

/** How every part was made, how sure it is, and what is left out for want of data: said once, here. */
export function boardMethod(kit: ReportKit): ReportSection {
  const { facts, write } = kit;
  const { investment } = facts;
  const parts = partsOf(kit);
  const left_ = parts.filter(({ missing }) => missing !== '').length;
  const unshared = unsharedWords(facts.unshared ?? 0, write.counted);
  const origins = investment?.scenario.origins;
  const inputs = origins ? origins.assumption + origins.measured + origins.entered : 0;
  const headline = origins
    ? `Method: every figure is computed from the portfolio of ${write.day(facts.now)}; ${write.count(origins.assumption)} of ${write.counted(inputs, 'input')} of the case are assumptions`
    : facts.summary.models === 0
      ? `Method: nothing could be counted yet; ${write.counted(left_, 'part')} ${left_ === 1 ? 'waits' : 'wait'} for data`
      : `Method: counted from ${write.counted(facts.summary.models, 'model')} of the inventory${left_ === 0 ? '' : `; ${write.counted(left_, 'part')} ${left_ === 1 ? 'is' : 'are'} left out for want of data`}`;
  return {
    id: 'method',
    title: 'Method',
    headline,
    lead: '',
    blocks: [
      table({
        title: '',
        reading: '',
        columns: [
          left('Part', 2),
          left('How it is made, and how sure it is', 6.6),
          ...(left_ === 0 ? [] : [left('What would fill it', 3.2)]),
        ],
        rows: parts.map(({ name, state, missing }) => [
          name,
          state,
          ...(left_ === 0 ? [] : [missing === '' ? '–' : missing]),
        ]),
        noun: ['part', 'parts'],
      }),
      text('', [
        `Content of the portfolio file: ${facts.contentHash}. Two papers that name the same content say the same.${unshared === '' ? '' : ` ${unshared}: what the others who share the portfolio make of theirs does not hold them.`}${kit.redact.words === '' ? '' : ` ${kit.redact.words}`}`,
      ]),
    ],
    sources: [
      source(
        'Thresholds of the levels',
        'settings.get',
        'a heuristic: nobody publishes numeric cut-offs',
        `version ${facts.settings.levelThresholds.version}`,
      ),
      source(
        'Inputs with their origin',
        'scenarios.get',
        'assumption, measured or entered, each with its trail',
        investment === null ? 'no scenario chosen' : write.counted(investment.scenario.items.length, 'input'),
      ),
    ],
  };
}

function partsOf(kit: ReportKit): Part[] {
  const { facts, write } = kit;
  const { summary, incidents, assessment, investment, settings } = facts;
  const t = settings.levelThresholds;
  const verdicts = summary.inProduction - (summary.byHealth.unknown ?? 0);
  const plan = investment?.scenario;
  return [
    {
      name: 'Models, stages, tiers',
      state:
        summary.size.basis === 'stated'
          ? sizeWords(kit)
          : `Counted from ${write.counted(summary.models, 'model')} of the inventory on ${write.day(facts.now)}.`,
      missing: summary.models === 0 ? 'An inventory, or the first model' : '',
    },
    {
      name: 'Health',
      state:
        verdicts === 0
          ? 'No drift result gives a verdict on a model in production.'
          : `The worst verdict of the newest results under the bands of the portfolio; silent when none came within twice the cadence, or 90 days. ${write.count(verdicts)} of ${write.counted(summary.inProduction, 'model')} have a verdict.`,
      missing: verdicts === 0 ? 'Drift results of the tier 1 models' : '',
    },
    {
      name: 'Incidents',
      state:
        incidents.total === 0
          ? 'None is registered: that none is known does not say that there was none.'
          : `Medians with their n; open ones are counted by age, not dropped; shares with their ${write.percent(0.95)} interval (Wilson).`,
      missing: incidents.total === 0 ? 'The register of incidents' : '',
    },
    {
      name: 'Level needed',
      state: `A heuristic, version ${t.version}: up to ${write.counted(t.countLevel1, 'model')} and ${write.counted(t.loadLevel1, 'update')} a year level 1, up to ${write.count(t.countLevel2)} and ${write.count(t.loadLevel2)} level 2, beyond that level 3; below ${write.counted(t.capBelow, 'model')} at most level 2.`,
      missing: summary.recommendation.level === null || summary.size.basis === 'stated' ? 'A model in production' : '',
    },
    {
      name: 'Level held, claims',
      state:
        assessment === null
          ? 'No assessment has been finished.'
          : `${questionsAsked(kit)} on six components; the lowest component is the level of the whole. Answers are held against rows.`,
      missing: assessment === null ? 'One day of answers' : '',
    },
    {
      name: 'Costs, options, value',
      state: plan
        ? `Year 0 undiscounted, later years at their end, ${write.percent(plan.inputs.discountRate, 1)} a year. ${plan.result.cautions.map(({ sentence, parts }) => told(kit, sentence, parts)).join(' ')}`.trim()
        : 'No plan has been chosen.',
      missing: plan ? '' : 'A scenario, once a level is held',
    },
  ];
}
