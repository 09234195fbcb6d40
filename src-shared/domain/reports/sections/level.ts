import { COMPONENT_LABELS, COMPONENTS } from '../../assessments/components';
import type { ReportBlock } from '../content';
import { chart, left, type ReportKit, right, type SectionBuilder, source, table, text } from '../kit';

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
        : write.sentence(recommendation.reason),
    blocks: assessment === null ? [demand(kit), notAssessed(kit)] : [components(kit), scores(kit), demand(kit)],
    sources: [
      source(
        'Level needed',
        'maturity.recommend',
        'the higher of the level by number of models and the level by updates a year, at most 2 below 5 models',
        `${write.counted(recommendation.models, 'model')}, ${write.counted(recommendation.load, 'update')} a year, thresholds ${recommendation.thresholdsVersion}`,
      ),
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

function levelHeadline({ facts, write }: ReportKit): string {
  const { level } = facts.summary.recommendation;
  const { assessment } = facts;
  const needs = level === null ? 'No level is needed yet' : `The portfolio needs level ${level}`;
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

function demand({ facts, write }: ReportKit): ReportBlock {
  const { costOfBeingWrong, flags, sensitivity } = facts.summary.recommendation;
  return text('What the recommendation hangs on', [
    ...[costOfBeingWrong, ...sensitivity.words, ...flags.map(({ message }) => message)].map(write.sentence),
  ]);
}

function notAssessed({ facts }: ReportKit): ReportBlock {
  return text('Not assessed yet', [
    facts.assessmentsOpen > 0
      ? 'An assessment is open but not finished. When it is, the six components stand here with their levels.'
      : 'No assessment has been finished. Thirty questions on six components show which level is held, and what is missing to the next one.',
  ]);
}

function components({ facts, write }: ReportKit): ReportBlock {
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
