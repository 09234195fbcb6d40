import type { MaturityLevel } from '../../vocabulary';
import type { Component } from '../components';

/** 0 absent or ad hoc, 1 scripts and notebooks, 2 automated and recorded, 3 enforced and continuous. */
export const ANSWER_SCALE = [0, 1, 2, 3] as const;
export type AnswerValue = (typeof ANSWER_SCALE)[number];

export const ANSWER_SCALE_LABELS: Readonly<Record<AnswerValue, string>> = {
  0: 'absent or ad hoc',
  1: 'level 1: scripts and notebooks',
  2: 'level 2: automated, recorded',
  3: 'level 3: enforced, continuous',
};

/** 0 said so, 1 a second person agrees, 2 artefact linked, 3 checked by somebody else in the last 12 months. */
export const EVIDENCE_GRADES = [0, 1, 2, 3] as const;
export type EvidenceGrade = (typeof EVIDENCE_GRADES)[number];

export const EVIDENCE_GRADE_LABELS: Readonly<Record<EvidenceGrade, string>> = {
  0: 'said so',
  1: 'a second person agrees',
  2: 'artefact linked',
  3: 'checked by somebody else in the last 12 months',
};

export interface Question {
  /** `FS1`: stays the same from version to version. */
  readonly id: string;
  readonly component: Component;
  /** Two to four words for charts and lists. */
  readonly topic: string;
  readonly question: string;
  /** What is true at the answers 0 to 3. */
  readonly anchors: readonly [string, string, string, string];
  /** The lowest answer that satisfies each level; it never falls from one level to the next. */
  readonly need: Readonly<Record<`L${MaturityLevel}`, AnswerValue>>;
  /** What would show that the answer is true. */
  readonly evidence: string;
  /** Where the question comes from. */
  readonly basis: string;
}

/** An assessment keeps the version that it was answered with. */
export interface QuestionSet {
  readonly version: number;
  readonly questions: readonly Question[];
}

/** The lowest answer that satisfies the level. */
export function needFor(question: Question, level: MaturityLevel): AnswerValue {
  return question.need[`L${level}`];
}
