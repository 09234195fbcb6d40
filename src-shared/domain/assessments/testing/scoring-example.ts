import type { Answer, Answers } from '../answer';
import type { AnswerValue, EvidenceGrade } from '../questions/question';

/** The worked example: question, answer (`null` = unknown), evidence grade. */
const ROWS: readonly (readonly [id: string, value: AnswerValue | null, grade: EvidenceGrade])[] = [
  ['FS1', 1, 2],
  ['FS2', 0, 1],
  ['FS3', 1, 0],
  ['FS4', 1, 2],
  ['FS5', 1, 1],
  ['MR1', 2, 0],
  ['MR2', 2, 2],
  ['MR3', 2, 1],
  ['MR4', 2, 0],
  ['MR5', 1, 2],
  ['ET1', 2, 1],
  ['ET2', 2, 0],
  ['ET3', 1, 2],
  ['ET4', 1, 1],
  ['ET5', null, 0],
  ['CD1', 1, 2],
  ['CD2', 1, 1],
  ['CD3', 2, 0],
  ['CD4', 1, 2],
  ['CD5', 0, 1],
  ['MM1', 2, 0],
  ['MM2', 1, 2],
  ['MM3', 1, 1],
  ['MM4', 0, 0],
  ['MM5', 1, 2],
  ['MG1', 2, 1],
  ['MG2', 2, 0],
  ['MG3', 1, 2],
  ['MG4', 1, 1],
  ['MG5', 2, 0],
];

export const EXAMPLE_ANSWERS: Answers = Object.fromEntries(
  ROWS.map(([id, value, grade]): [string, Answer] => [id, { value: value ?? 'unknown', grade }]),
);

/** The results by component at target 2: mean, range, share of the target, confidence, gaps as [id, have, need, short]. */
export const EXAMPLE_COMPONENTS = {
  feature_store: {
    mean: 0.8,
    range: [0.8, 0.8],
    level: 1,
    best: 1,
    percent: 0.8,
    confidence: 0.39999999999999997,
    gaps: [['FS2', 0, 1, 1]],
  },
  model_registry: {
    mean: 1.8,
    range: [1.8, 1.8],
    level: 1,
    best: 1,
    percent: 0.9,
    confidence: 0.3333333333333333,
    gaps: [['MR5', 1, 2, 1]],
  },
  experiment_tracking: {
    mean: 1.5,
    range: [1.2, 1.8],
    level: 1,
    best: 1,
    percent: 0.75,
    confidence: 0.26666666666666666,
    gaps: [
      ['ET3', 1, 2, 1],
      ['ET5', null, 1, 1],
    ],
  },
  cicd_pipelines: {
    mean: 1.0,
    range: [1.0, 1.0],
    level: 1,
    best: 1,
    percent: 0.5,
    confidence: 0.39999999999999997,
    gaps: [
      ['CD1', 1, 2, 1],
      ['CD2', 1, 2, 1],
      ['CD4', 1, 2, 1],
      ['CD5', 0, 2, 2],
    ],
  },
  model_monitoring: {
    mean: 1.0,
    range: [1.0, 1.0],
    level: 1,
    best: 1,
    percent: 0.5555555555555556,
    confidence: 0.3333333333333333,
    gaps: [
      ['MM2', 1, 2, 1],
      ['MM3', 1, 2, 1],
      ['MM4', 0, 1, 1],
      ['MM5', 1, 2, 1],
    ],
  },
  model_governance: {
    mean: 1.6,
    range: [1.6, 1.6],
    level: 1,
    best: 1,
    percent: 0.8,
    confidence: 0.26666666666666666,
    gaps: [
      ['MG3', 1, 2, 1],
      ['MG4', 1, 2, 1],
    ],
  },
} as const;

export const EXAMPLE_TOTAL = {
  mean: 1.2833333333333332,
  level: 1,
  percent: 0.7175925925925926,
  answered: 0.9666666666666667,
  confidence: 0.3333333333333333,
} as const;
