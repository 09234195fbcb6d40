import type { Gap } from '../../assessments/gap';
import { needFor, type Question, type QuestionSet } from '../../assessments/questions/question';
import { findQuestion } from '../../assessments/questions/question-sets';
import type { Roadmap } from '../../assessments/roadmap-item';
import { counted } from '../../base/wording';
import { type CostLine, type InvestmentInputs, type LevelKey, levelKeys, levelOf } from './inputs';

/** A gap of an assessment as a cost of the plan. */
export interface GapLine {
  readonly questionId: string;
  readonly title: string;
  readonly outcome: string;
  /** The levels of the case that need the gap closed this far. */
  readonly levels: readonly LevelKey[];
  readonly effortWeeks: number;
  readonly startMonth: number;
  readonly months: number;
  /** Effort × what a person-week costs. */
  readonly oneOff: number;
}

const LEVELS = [1, 2, 3] as const;

/** A level needs the answer when its own need is no lower: what only level 3 asks for is not paid at level 2. */
function levelsThatNeed(question: Question | null, gap: Gap, given: readonly LevelKey[]): LevelKey[] {
  const needing = LEVELS.filter((level) => question !== null && needFor(question, level) >= gap.need);
  return given.filter((key) => needing.some((level) => key === `L${level}`));
}

/** Gaps with the months and the effort of the roadmap; month 0 of the roadmap is the first month of the plan. */
export function gapLines(
  gaps: readonly Gap[],
  roadmap: Roadmap,
  questions: QuestionSet,
  inputs: InvestmentInputs,
): GapLine[] {
  const week = inputs.loadedAnnual / inputs.weeksPerYear;
  const keys = levelKeys(inputs);
  return roadmap.items.flatMap((item) => {
    const gap = gaps.find(({ id }) => id === item.questionId);
    if (!gap) return [];
    const { questionId, title, outcome, effortWeeks, startMonth, months } = item;
    const levels = levelsThatNeed(findQuestion(questions, questionId) ?? null, gap, keys);
    return [{ questionId, title, outcome, levels, effortWeeks, startMonth, months, oneOff: effortWeeks * week }];
  });
}

/** The id of the cost line that a gap becomes: taking it over again replaces it. */
export const gapLineId = (questionId: string): string => `gap:${questionId}`;

/** Whether a cost line was a gap of an assessment. */
export const isGapLine = ({ id }: Pick<CostLine, 'id'>): boolean => id.startsWith(gapLineId(''));

const TAKEN = 'of the assessment now stand in the plan as cost lines.';

/** Why an investment was lowered when gaps were taken over; kept in the trail of the input. */
export const gapsTakenNote = (count: number): string => `${counted(count, 'gap')} ${TAKEN}`;

export const saysGapsTaken = (note: string): boolean => note.endsWith(TAKEN);

export function toCostLine(gap: GapLine, yearly: number): CostLine {
  const { questionId, title, levels, startMonth, months, oneOff } = gap;
  return { id: gapLineId(questionId), label: `${questionId} ${title}`, levels, startMonth, months, oneOff, yearly };
}

/** The investment of each level without what these lines now pay for, so that nothing is paid twice; never below 0. */
export function investmentWithout(inputs: InvestmentInputs, lines: readonly CostLine[]): InvestmentInputs {
  const levels = levelKeys(inputs).map((key) => {
    const level = levelOf(inputs, key);
    const paid = lines.reduce((sum, line) => sum + (line.levels.includes(key) ? line.oneOff : 0), 0);
    return [key, { ...level, investment: Math.max(0, level.investment - paid) }] as const;
  });
  return { ...inputs, levels: Object.fromEntries(levels) };
}
