import type { MaturityLevel } from '../vocabulary';
import { type Answers, choiceOf, knownValue } from './answer';
import { COMPONENTS, type Component } from './components';
import { type AnswerValue, needFor, type Question } from './questions/question';

/** An answer below what the target needs. */
export interface Gap {
  /** Of the question. */
  readonly id: string;
  readonly component: Component;
  /** `null` = unknown. */
  readonly have: AnswerValue | null;
  readonly need: AnswerValue;
  /** need − have, with unknown as 0: 1 to 3. */
  readonly short: 1 | 2 | 3;
  /** The lowest level that this answer keeps the component from. */
  readonly gatingLevel: MaturityLevel;
}

function stepsShort(have: AnswerValue, need: AnswerValue): 1 | 2 | 3 | null {
  const short = need - have;
  if (short >= 3) return 3;
  if (short === 2 || short === 1) return short;
  return null;
}

function lowestUnmet(question: Question, have: AnswerValue, target: MaturityLevel): MaturityLevel {
  if (needFor(question, 1) > have) return 1;
  return target > 2 && needFor(question, 2) <= have ? 3 : 2;
}

/** The gap of a question towards a target; `null` when the answer suffices or the question does not apply. */
export function gapOf(question: Question, answers: Answers, target: MaturityLevel): Gap | null {
  const choice = choiceOf(answers, question);
  if (choice === 'not_applicable') return null;
  const have = knownValue(choice);
  const need = needFor(question, target);
  const short = stepsShort(have ?? 0, need);
  if (short === null) return null;
  const gatingLevel = lowestUnmet(question, have ?? 0, target);
  return { id: question.id, component: question.component, have, need, short, gatingLevel };
}

/** Largest shortfall first, then the lowest level held back, then component order, then question order; rules.md 4. */
export function sortGaps(gaps: readonly Gap[]): Gap[] {
  const position = (gap: Gap): number => COMPONENTS.indexOf(gap.component);
  return gaps.toSorted((a, b) => b.short - a.short || a.gatingLevel - b.gatingLevel || position(a) - position(b));
}
