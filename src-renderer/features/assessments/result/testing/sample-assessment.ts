import type { Assessment } from '#contract/assessments';
import type { AnswerChoice } from '#domain/assessments/answer';
import { scoreAssessment } from '#domain/assessments/score';
import { EXAMPLE_ANSWERS } from '#domain/assessments/testing/scoring-example';
import { DEFAULT_LEVEL_THRESHOLDS, recommendLevel } from '#domain/level/level-recommendation';
import { type Result, readResult } from '../result-score';

/** What a test says differently from the sample. */
export interface SampleChange {
  readonly answers?: Readonly<Record<string, AnswerChoice>>;
  readonly models?: number;
  readonly updatesPerYear?: number;
  readonly part?: Partial<Assessment>;
}

/** An assessment as the engine answers it: the worked example of the rules, for 29 models with monthly updates. */
export function sampleAssessment(change: SampleChange = {}): Assessment {
  const given = change.answers
    ? Object.entries(change.answers).map(([id, value]) => [id, { value, grade: 0 }] as const)
    : Object.entries(EXAMPLE_ANSWERS).map(([id, { value, grade }]) => [id, { value, grade: grade ?? 0 }] as const);
  const answers: Assessment['answers'] = Object.fromEntries(given);
  const models = change.models ?? 12;
  const updatesPerYear = change.updatesPerYear ?? 12;
  const part = change.part ?? {};
  const { target = 2, weights = {}, componentTargets = {} } = part;
  const score = scoreAssessment({ answers, target, weights, componentTargets });
  return {
    id: 'a1',
    name: 'Spring 2027',
    unit: '',
    status: 'open',
    startedAt: '2027-03-01T09:00:00.000Z',
    finishedAt: null,
    questionVersion: 1,
    target,
    respondents: [],
    overallLevel: score.overallLevel,
    overallMean: score.overallMean,
    percentToTarget: score.percentToTarget,
    answered: score.answered,
    questionsAnswered: 30,
    questions: 30,
    inputs: {
      models,
      updatesPerYear,
      source: 'typed',
      growthModels: 0,
      growthUpdatesPerYear: updatesPerYear,
      highRisk: false,
    },
    componentTargets,
    weights,
    position: '',
    responses: [],
    roadmap: null,
    answers,
    score,
    recommendation: recommendLevel({ models, load: models * updatesPerYear }),
    thresholds: DEFAULT_LEVEL_THRESHOLDS,
    evidence: [],
    evidenceSummary: '',
    counted: { size: '', evidence: '' },
    ...part,
  };
}

export function sampleResult(change: SampleChange = {}): Result {
  const result = readResult(sampleAssessment(change));
  if (result === null) throw new Error('the sample has a known version of the questions');
  return result;
}
