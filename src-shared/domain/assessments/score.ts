import type { MaturityLevel } from '../vocabulary';
import type { Answers } from './answer';
import { type ComponentScore, type StagedLevel, scoreComponent } from './component-score';
import { COMPONENTS, type Component, forEachComponent } from './components';
import { type Gap, sortGaps } from './gap';
import type { QuestionSet } from './questions/question';
import { CORE_QUESTIONS } from './questions/question-sets';

export interface ScoreInput {
  /** By question id; a question without an answer is unknown, an id that is not asked is left aside. */
  readonly answers: Answers;
  readonly target: MaturityLevel;
  readonly questions?: QuestionSet | undefined;
  /** Of the overall mean only, ≥ 0; a component without one weighs 1. */
  readonly weights?: Readonly<Partial<Record<Component, number>>> | undefined;
  readonly componentTargets?: Readonly<Partial<Record<Component, MaturityLevel>>> | undefined;
}

export interface Score {
  readonly questionVersion: number;
  readonly target: MaturityLevel;
  /** Minimum of the components that apply; 0 when none does. */
  readonly overallLevel: StagedLevel;
  /** The same with each unknown as 3. */
  readonly overallLevelIfUnknownsBest: StagedLevel;
  /** Weighted mean of the components' means, 0–3; `null`: no answer is known. */
  readonly overallMean: number | null;
  /** Mean of the components' percents, 0–1, never weighted; `null`: no question applies. */
  readonly percentToTarget: number | null;
  /** Mean of grade / 3 over all questions that apply, 0–1. It stands beside the score, never inside it. */
  readonly confidence: number;
  /** Share 0–1 of the questions that apply with a known answer; 1 when none applies. */
  readonly answered: number;
  readonly components: Readonly<Record<Component, ComponentScore>>;
  /** All of them: the largest first, then the lowest level held back, then component order. */
  readonly gaps: readonly Gap[];
}

/** What governance has to reach: one level more with a high-risk or regulated model, at most 3; rules.md 3. */
export function governanceTarget(target: MaturityLevel, hasHighRisk: boolean): MaturityLevel {
  if (!hasHighRisk) return target;
  return target === 1 ? 2 : 3;
}

/** Σ weight × value / Σ weight; `null` when there is nothing to weigh. */
function weightedMean(pairs: readonly { readonly value: number; readonly weight: number }[]): number | null {
  const weight = pairs.reduce((total, pair) => total + pair.weight, 0);
  return weight > 0 ? pairs.reduce((total, pair) => total + pair.value * pair.weight, 0) / weight : null;
}

function lowest(levels: readonly StagedLevel[]): StagedLevel {
  return levels.length === 0 ? 0 : levels.reduce((least, level) => (level < least ? level : least));
}

/** The mean over all questions that apply, from means by component. */
function overQuestions(
  scores: readonly ComponentScore[],
  pick: (score: ComponentScore) => number,
  whenNone: number,
): number {
  return weightedMean(scores.map((score) => ({ value: pick(score), weight: score.applicable }))) ?? whenNone;
}

/**
 * The result of an assessment: level and mean side by side, so that a strong component cannot hide a weak one and
 * progress still shows; rules.md 4. A component of which no question applies is left out of every overall figure.
 */
export function scoreAssessment(input: ScoreInput): Score {
  const set = input.questions ?? CORE_QUESTIONS;
  const components = forEachComponent((component) =>
    scoreComponent(component, set.questions, input.answers, input.componentTargets?.[component] ?? input.target),
  );
  const scores = COMPONENTS.map((component) => components[component]);
  return {
    questionVersion: set.version,
    target: input.target,
    overallLevel: lowest(scores.flatMap(({ level }) => level ?? [])),
    overallLevelIfUnknownsBest: lowest(scores.flatMap(({ levelIfUnknownsBest }) => levelIfUnknownsBest ?? [])),
    overallMean: weightedMean(
      COMPONENTS.flatMap((component) => {
        const value = components[component].mean;
        return value === null ? [] : [{ value, weight: input.weights?.[component] ?? 1 }];
      }),
    ),
    percentToTarget: weightedMean(
      scores.flatMap(({ percentToTarget: value }) => (value === null ? [] : [{ value, weight: 1 }])),
    ),
    confidence: overQuestions(scores, (score) => score.confidence, 0),
    answered: overQuestions(scores, (score) => score.answered, 1),
    components,
    gaps: sortGaps(scores.flatMap(({ gaps }) => gaps)),
  };
}
