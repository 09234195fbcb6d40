import type { MaturityLevel } from '../vocabulary';
import { type Answers, choiceOf, knownValue } from './answer';
import type { Component } from './components';
import { type Gap, gapOf } from './gap';
import { type AnswerValue, needFor, type Question } from './questions/question';

/** The staged level: 0 = not even level 1. */
export type StagedLevel = 0 | MaturityLevel;

export interface ComponentScore {
  /** Questions that apply; 0 = the component is out of the assessment, and its level, mean, range and percent are null. */
  readonly applicable: number;
  /** Mean of the known answers, 0–3; `null`: none is known. */
  readonly mean: number | null;
  /** The mean with each unknown as 0 and as 3; `null`: no question applies. */
  readonly range: readonly [number, number] | null;
  /** Highest level whose need every question meets, unknown as 0; `null`: no question applies. */
  readonly level: StagedLevel | null;
  /** The same with each unknown as 3. */
  readonly levelIfUnknownsBest: StagedLevel | null;
  readonly target: MaturityLevel;
  /** Share 0–1 of what the target needs, 1 when it needs nothing; 1 exactly when level ≥ target. `null`: none applies. */
  readonly percentToTarget: number | null;
  /** Mean of grade / 3 over the questions that apply, 0–1, unknown as 0; 0 when none applies. */
  readonly confidence: number;
  /** Share 0–1 of the questions that apply with a known answer; 1 when none applies. */
  readonly answered: number;
  /** In the order of the questions. */
  readonly gaps: readonly Gap[];
}

/** A question that applies, with what is known of it. */
interface Row {
  readonly question: Question;
  readonly value: AnswerValue | null;
  readonly grade: number;
}

/** A component of which no question applies: it neither holds the overall level down nor lifts it. */
function outOfScope(target: MaturityLevel): ComponentScore {
  return {
    applicable: 0,
    mean: null,
    range: null,
    level: null,
    levelIfUnknownsBest: null,
    target,
    percentToTarget: null,
    confidence: 0,
    answered: 1,
    gaps: [],
  };
}

function rowsOf(questions: readonly Question[], answers: Answers): Row[] {
  return questions.flatMap((question) => {
    const choice = choiceOf(answers, question);
    if (choice === 'not_applicable') return [];
    const value = knownValue(choice);
    // A grade beside an unknown answer is evidence of nothing.
    return [{ question, value, grade: value === null ? 0 : (answers[question.id]?.grade ?? 0) }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function stagedLevel(rows: readonly Row[], unknownAs: AnswerValue): StagedLevel {
  const meets = (level: MaturityLevel): boolean =>
    rows.every(({ question, value }) => (value ?? unknownAs) >= needFor(question, level));
  if (!meets(1)) return 0;
  if (!meets(2)) return 1;
  return meets(3) ? 3 : 2;
}

function shareOfNeed(rows: readonly Row[], target: MaturityLevel): number {
  const need = sum(rows.map(({ question }) => needFor(question, target)));
  const met = sum(rows.map(({ question, value }) => Math.min(value ?? 0, needFor(question, target))));
  return need === 0 ? 1 : met / need;
}

/** Scores the questions of one component against its target; rules.md 4. */
export function scoreComponent(
  component: Component,
  questions: readonly Question[],
  answers: Answers,
  target: MaturityLevel,
): ComponentScore {
  const asked = questions.filter((question) => question.component === component);
  const rows = rowsOf(asked, answers);
  if (rows.length === 0) return outOfScope(target);
  const known = rows.flatMap(({ value }) => value ?? []);
  const unknown = rows.length - known.length;
  return {
    applicable: rows.length,
    mean: known.length === 0 ? null : sum(known) / known.length,
    range: [sum(known) / rows.length, (sum(known) + 3 * unknown) / rows.length],
    level: stagedLevel(rows, 0),
    levelIfUnknownsBest: stagedLevel(rows, 3),
    target,
    percentToTarget: shareOfNeed(rows, target),
    confidence: sum(rows.map(({ grade }) => grade / 3)) / rows.length,
    answered: known.length / rows.length,
    gaps: asked.flatMap((question) => gapOf(question, answers, target) ?? []),
  };
}
