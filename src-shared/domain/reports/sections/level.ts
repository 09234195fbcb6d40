import { COMPONENT_LABELS, COMPONENTS } from '../../assessments/components';
import { verb } from '../../base/wording';
import type { Recommendation } from '../../level/level-recommendation';
import { QUANTITIES } from '../../quantities/quantities';
import type { ReportBlock } from '../content';
import { chart, left, type ReportKit, right, type SectionBuilder, sizeWords, source, table, text } from '../kit';
import { sayLoad } from './say-load';

export const levelSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { assessment, summary } = facts;
  const { recommendation } = summary;
  return {
    id: 'level',
    title: 'Level needed against level held',
    headline: levelHeadline(kit),
    lead:
      recommendation.level === null
        ? 'A level is recommended once a model is in production.'
        : [write.sentence(recommendation.reason), sizeWords(kit)].filter((words) => words !== '').join(' '),
    blocks: assessment === null ? [demand(kit), notAssessed(kit)] : [componentChart(kit), scores(kit), demand(kit)],
    sources: [
      source(
        'Level needed',
        'maturity.recommend',
        QUANTITIES.levelNeeded.definition,
        `${write.counted(recommendation.models, 'model')}, ${sayLoad(kit)}, thresholds ${recommendation.thresholdsVersion}`,
      ),
      source('Updates noted', 'maturity.recommend', QUANTITIES.updatesNoted.definition, noted(kit)),
      source('Updates recorded', 'maturity.recommend', QUANTITIES.updatesRecorded.definition, recorded(kit)),
      source(
        'Level held',
        'assessments.get',
        'staged level = the highest level whose needs every answer of the component meets; overall = the lowest of the six',
        assessment === null
          ? 'no finished assessment'
          : `version ${write.count(assessment.questionVersion)} of the questions, ${write.percent(assessment.score.answered)} answered`,
      ),
    ],
  };
};

function noted({ facts, write }: ReportKit): string {
  const updates = facts.summary.recommendation.updates;
  if (!updates || updates.noted.load === null) return 'not known';
  const least = updates.noted.unknown === undefined ? '' : 'at least ';
  return `${least}${write.counted(updates.noted.load, 'update')} a year of all models, ${updates.told}`;
}

function recorded({ facts, write }: ReportKit): string {
  const shown = facts.summary.recommendation.updates?.recorded;
  if (!shown || shown.perModel === null) return 'not recorded';
  return `${write.counted(shown.updates, 'update')} in ${write.quantity(shown.years)} model-years`;
}

function levelHeadline({ facts, write }: ReportKit): string {
  const { level } = facts.summary.recommendation;
  const { assessment } = facts;
  const { size } = facts.summary;
  const who = size.basis === 'stated' ? `The ${write.counted(size.models, 'stated model')}` : 'The portfolio';
  const needs =
    level === null
      ? 'No level is needed yet'
      : `${who} ${size.basis === 'stated' ? verb(size.models, 'asks for', 'ask for') : 'asks for'} level ${level} by the rule of thumb`;
  if (assessment === null) return `${needs}; which level is held has not been assessed`;
  const heldWords =
    assessment.overallLevel === 0 ? 'below level 1' : `at level ${write.count(assessment.overallLevel)}`;
  const where = assessment.unit === '' ? 'the organisation works' : 'the unit assessed works';
  const behind = COMPONENTS.filter((component) => {
    const score = assessment.score.components[component];
    return score.level !== null && score.level < score.target;
  });
  return `${needs}; ${where} ${heldWords}, with ${behind.length === 0 ? 'no component' : `${write.count(behind.length)} of 6 components`} short of the target`;
}

type Flags = Recommendation['flags'];
const RATES = 'noted_and_recorded';
const rates = (flags: Flags): string[] => flags.flatMap(({ code, message }) => (code === RATES ? [message] : []));
const others = (flags: Flags): string[] => flags.flatMap(({ code, message }) => (code === RATES ? [] : [message]));

function demand({ facts, write }: ReportKit): ReportBlock {
  const { costOfBeingWrong, flags, sensitivity } = facts.summary.recommendation;
  return text('What the recommendation hangs on', [
    // The two update rates first: who has room for one paragraph more needs that one.
    ...[...rates(flags), costOfBeingWrong, ...sensitivity.words, ...others(flags)].map(write.sentence),
  ]);
}

function notAssessed({ facts }: ReportKit): ReportBlock {
  return text('Not assessed yet', [
    facts.assessmentsOpen > 0
      ? 'An assessment is open but not finished. When it is, the six components stand here with their levels.'
      : 'No assessment has been finished. Thirty questions on six components show which level is held, and what is missing to the next one.',
  ]);
}

/** Held beside aimed at, a pair of bars a component. */
export function componentChart({ facts, write }: ReportKit): ReportBlock {
  const scores = COMPONENTS.map((component) => facts.assessment?.score.components[component]);
  const held = scores.map((score) => score?.level ?? null);
  const target = scores.map((score) => score?.target ?? null);
  return chart({
    title: 'Level held and target by component',
    reading: '0 = not even level 1. The lowest component is the level of the whole.',
    shape: 'bars',
    categories: COMPONENTS.map((component) => COMPONENT_LABELS[component]),
    series: [
      { name: 'Held', values: held, colour: 'accent' },
      { name: 'Target', values: target, colour: 'grey' },
    ],
    unit: 'level',
    format: 'count',
    max: 3,
    alt: `Level held and target: ${COMPONENTS.map((component, at) => `${COMPONENT_LABELS[component]} ${held[at] == null ? 'not applicable' : write.count(held[at] ?? 0)} of ${write.count(target[at] ?? 0)}`).join(', ')}.`,
  });
}

function scores({ facts, write }: ReportKit): ReportBlock {
  const share = (value: number | null): string => (value === null ? '–' : write.percent(value));
  return table({
    title: 'The six components',
    reading: 'Confidence is the evidence behind the answers; it stands beside the score, never inside it.',
    columns: [
      left('Component', 3),
      right('Level', 1),
      right('Mean 0–3', 1.3),
      right('To target', 1.3),
      right('Confidence', 1.5),
      right('Gaps', 0.9),
    ],
    rows: COMPONENTS.map((component) => {
      const score = facts.assessment?.score.components[component];
      if (!score || score.level === null) return [COMPONENT_LABELS[component], '–', '–', '–', '–', '–'];
      return [
        COMPONENT_LABELS[component],
        `${write.count(score.level)} of ${write.count(score.target)}`,
        score.mean === null ? '–' : write.quantity(score.mean),
        share(score.percentToTarget),
        share(score.confidence),
        write.count(score.gaps.length),
      ];
    }),
    noun: ['component', 'components'],
  });
}
