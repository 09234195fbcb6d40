import { counted, oneOf, verb } from '../base/wording';
import type { MaturityLevel } from '../vocabulary';
import { type AnswerChoice, type Answers, choiceOf } from './answer';
import type { StagedLevel } from './component-score';
import { COMPONENTS, type Component, forEachComponent } from './components';
import type { Question, QuestionSet } from './questions/question';
import { findQuestion } from './questions/question-sets';
import { type Score, scoreAssessment } from './score';

/** One of several assessments: at different dates, or of different units. */
export interface ComparedAssessment {
  readonly id: string;
  /** `Spring 2027`, `Retail`. */
  readonly label: string;
  readonly answers: Answers;
  readonly target: MaturityLevel;
  /** The set of the version that it was answered with. */
  readonly questions: QuestionSet;
  readonly weights?: Readonly<Partial<Record<Component, number>>> | undefined;
  readonly componentTargets?: Readonly<Partial<Record<Component, MaturityLevel>>> | undefined;
}

export interface Figures {
  readonly mean: number | null;
  readonly level: StagedLevel | null;
  /** Share 0–1 of what its own target needs. */
  readonly percentToTarget: number | null;
}

/** This minus the other; `null`: one of the two has no such figure. */
export interface Difference {
  readonly mean: number | null;
  readonly level: number | null;
  /** Also `null` where the two had different targets. */
  readonly percentToTarget: number | null;
}

export interface ComparedFigures extends Figures {
  /** `null` for the first. */
  readonly toFirst: Difference | null;
  readonly toPrevious: Difference | null;
}

export interface ComparedScore {
  readonly id: string;
  readonly label: string;
  readonly questionVersion: number;
  /** Over the questions that all of them ask alike, as are the components. */
  readonly overall: ComparedFigures;
  /** Its own result, over every question that it was asked, and how many those are. */
  readonly own: Figures & { readonly questions: number };
  readonly components: Readonly<Record<Component, ComparedFigures>>;
}

export interface ComparedQuestion {
  readonly id: string;
  readonly component: Component;
  readonly topic: string;
  /** In the order of the assessments; `null`: the version did not ask it. */
  readonly values: readonly (AnswerChoice | null)[];
}

export interface Comparison {
  /** In the order given: by date, or by unit. */
  readonly assessments: readonly ComparedScore[];
  /** Questions that all of them ask alike: what every figure of the comparison is computed over. */
  readonly commonQuestions: number;
  /** Questions in common whose answers are not all the same, in the order of the questions. */
  readonly changed: readonly ComparedQuestion[];
  /** Questions that one version asks differently, or not at all. */
  readonly notComparable: readonly ComparedQuestion[];
  readonly words: readonly string[];
}

interface Scored {
  readonly assessment: ComparedAssessment;
  /** Over the questions in common. */
  readonly score: Score;
  readonly own: Score;
}

/** The questions of all the sets, each once, in the order in which they first occur. */
function askedIn(assessments: readonly ComparedAssessment[]): Question[] {
  const byId = new Map<string, Question>();
  for (const { questions } of assessments) {
    for (const question of questions.questions) if (!byId.has(question.id)) byId.set(question.id, question);
  }
  return [...byId.values()];
}

/** What makes an answer mean something: another text, other anchors or other needs make it another question. */
function meaning({ component, question, anchors, need }: Question): string {
  return JSON.stringify([component, question, anchors, need.L1, need.L2, need.L3]);
}

function sameEverywhere(question: Question, assessments: readonly ComparedAssessment[]): boolean {
  return assessments.every(({ questions }) => {
    const other = findQuestion(questions, question.id);
    return other !== null && meaning(other) === meaning(question);
  });
}

function minus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function difference(now: Figures, then: Figures, sameTarget: boolean): Difference {
  return {
    mean: minus(now.mean, then.mean),
    level: minus(now.level, then.level),
    percentToTarget: sameTarget ? minus(now.percentToTarget, then.percentToTarget) : null,
  };
}

/** The figures of one subject (a component, or all) through the assessments. */
function through(
  scored: readonly Scored[],
  figuresOf: (score: Score) => Figures,
  targetsOf: (score: Score) => string,
): ComparedFigures[] {
  return scored.map(({ score }, index) => {
    const against = (other: Scored | undefined): Difference | null => {
      if (index === 0 || !other) return null;
      return difference(figuresOf(score), figuresOf(other.score), targetsOf(score) === targetsOf(other.score));
    };
    const { mean, level, percentToTarget } = figuresOf(score);
    return { mean, level, percentToTarget, toFirst: against(scored[0]), toPrevious: against(scored[index - 1]) };
  });
}

function overallFigures(score: Score): Figures {
  const applies = COMPONENTS.some((component) => score.components[component].applicable > 0);
  return {
    mean: score.overallMean,
    level: applies ? score.overallLevel : null,
    percentToTarget: score.percentToTarget,
  };
}

function allTargets(score: Score): string {
  return COMPONENTS.map((component) => score.components[component].target).join();
}

/** Of whom the figures stand on fewer questions than its own result does. */
function commonWords(common: number, notComparable: readonly ComparedQuestion[]): string[] {
  if (notComparable.length === 0) return [];
  const ids = oneOf(
    notComparable.map(({ id }) => id),
    'and',
  );
  if (common === 0) return [`The versions of the questions have none in common: ${ids} cannot be compared.`];
  return [
    `Compared over the ${counted(common, 'question')} that all of them ask alike, without ${ids}: figures here may differ from a result's own page.`,
  ];
}

function wordsOf(scored: readonly Scored[], changed: number): string[] {
  const targets = new Set(scored.map(({ score }) => allTargets(score)));
  const weights = new Set(scored.map(({ assessment }) => COMPONENTS.map((c) => assessment.weights?.[c] ?? 1).join()));
  return [
    scored.length < 2
      ? 'A comparison needs two assessments.'
      : `${counted(changed, 'answer')} ${verb(changed, 'differs', 'differ')} between the ${scored.length} assessments.`,
    ...(targets.size > 1 ? ['The targets differ: the shares of the target cannot be compared.'] : []),
    ...(weights.size > 1 ? ['The weights differ: the overall mean moves with them as well as with the answers.'] : []),
  ];
}

/**
 * Scores several assessments over the questions that all of them ask alike and sets each beside the first and the one
 * before it; rules.md 4.
 */
export function compareAssessments(assessments: readonly ComparedAssessment[]): Comparison {
  const rows = askedIn(assessments).map((question) => ({
    question,
    comparable: sameEverywhere(question, assessments),
    row: {
      id: question.id,
      component: question.component,
      topic: question.topic,
      values: assessments.map(({ answers, questions }) =>
        findQuestion(questions, question.id) ? choiceOf(answers, question) : null,
      ),
    },
  }));
  const common = rows.flatMap(({ comparable, question }) => (comparable ? [question] : []));
  const notComparable = rows.filter(({ comparable }) => !comparable).map(({ row }) => row);
  const changed = rows
    .filter(({ comparable, row }) => comparable && new Set(row.values).size > 1)
    .map(({ row }) => row);
  const scored = assessments.map((assessment): Scored => {
    const own = scoreAssessment(assessment);
    if (notComparable.length === 0) return { assessment, own, score: own };
    const questions = { version: assessment.questions.version, questions: common };
    return { assessment, own, score: scoreAssessment({ ...assessment, questions }) };
  });
  const overall = through(scored, overallFigures, allTargets);
  const byComponent = forEachComponent((component) =>
    through(
      scored,
      (score) => score.components[component],
      (score) => String(score.components[component].target),
    ),
  );
  const nothing: ComparedFigures = { mean: null, level: null, percentToTarget: null, toFirst: null, toPrevious: null };
  return {
    assessments: scored.map(({ assessment, own }, index) => ({
      id: assessment.id,
      label: assessment.label,
      questionVersion: own.questionVersion,
      overall: overall[index] ?? nothing,
      own: { ...overallFigures(own), questions: assessment.questions.questions.length },
      components: forEachComponent((component) => byComponent[component][index] ?? nothing),
    })),
    commonQuestions: common.length,
    changed,
    notComparable,
    words: [...wordsOf(scored, changed.length), ...commonWords(common.length, notComparable)],
  };
}
