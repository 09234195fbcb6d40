import { sayCount } from '#domain/base/wording';
import type { AssessmentHead } from './assessment-types';

/** At most this many are compared at once. */
export const MOST_COMPARED = 20;

/** Below this share of answers the level says more about what is not known than about how one works. */
const WELL_ANSWERED = 0.8;

/** The finding of the history: where the latest finished one stands, or that one is under way. */
export const historyHeadline = (heads: readonly AssessmentHead[]): string => {
  const last = heads
    .filter(({ status }) => status === 'finished')
    .toSorted((a, b) => (b.finishedAt ?? '').localeCompare(a.finishedAt ?? ''))[0];
  const about = last?.unit ? `${last.unit} works` : 'You work';
  if (last) {
    const level = last.overallLevel === 0 ? 'below level 1' : `at level ${last.overallLevel}`;
    // Questions without an answer count as 0: that is not the same as "no".
    if (last.answered < WELL_ANSWERED) {
      return `${about} ${level} as far as ${Math.round(last.answered * 100)}% of the answers show`;
    }
    return last.overallLevel >= last.target
      ? `${about} ${level}: the target is reached`
      : `${about} ${level}; the target is level ${last.target}`;
  }
  return heads.length === 1 ? 'One assessment is under way' : `${sayCount(heads.length)} assessments are under way`;
};

export const historySubline = (heads: readonly AssessmentHead[]): string => {
  const finished = heads.filter(({ status }) => status === 'finished').length;
  const open = heads.length - finished;
  return `${sayCount(finished)} finished, ${sayCount(open)} open. Select two or more to compare them over time or between units.`;
};

/** Why the selected ones cannot be compared; '' when they can. */
export const compareProblem = (count: number): string => {
  if (count < 2) return 'Select two or more assessments to compare them.';
  return count > MOST_COMPARED ? `At most ${MOST_COMPARED} assessments are compared at once.` : '';
};
