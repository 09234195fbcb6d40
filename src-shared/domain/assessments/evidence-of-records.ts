import { counted, verb } from '../base/wording';
import { EVIDENCE_SHARES, type EvidenceRule, of, ofModels } from './evidence-rule';

const { most } = EVIDENCE_SHARES;

/** Questions that what somebody vouched for answers: records of an end, validations, reviews of rights. */
export const ROLLBACK_AND_RETIREMENT: EvidenceRule = {
  questionId: 'MR5',
  ceiling: 2,
  unit: 'retired models or versions taken back',
  count: ({ retirementsRecorded, retired, rollbacks }) => ({
    part: retirementsRecorded + rollbacks,
    whole: retired + rollbacks,
  }),
  silence: ({ retirementRecords, rollbacks }) =>
    retirementRecords + rollbacks > 0
      ? null
      : 'no end of a model and no return to an earlier version has been recorded here',
  // Both halves of the question: what a model left behind, and that going back was ever done.
  suggests: ({ retirementsRecorded, retired, rollbacks }) =>
    rollbacks > 0 && retirementsRecorded >= most * retired ? 2 : 1,
  words: ({ retirementsRecorded: part, retired }) =>
    `${of(part, retired, 'retired model')} ${verb(part, 'has', 'have')} a record of what ended with it`,
  also: ({ rollbacks }) => [
    rollbacks === 0
      ? 'No return to an earlier version is recorded'
      : `An earlier version went live again ${counted(rollbacks, 'time')}`,
  ],
};

export const QUALITY_AFTER_RELEASE: EvidenceRule = {
  questionId: 'MM3',
  // That somebody looked does not show that outcomes are joined on a schedule.
  ceiling: 1,
  unit: 'production models',
  count: (facts) => ({ part: facts.lookedAtSince, whole: facts.production }),
  silence: ({ looks }) => (looks > 0 ? null : 'no validation or review has been recorded here'),
  suggests: (_facts, share) => (share > 0 ? 1 : 0),
  words: (facts) =>
    `${ofModels(facts.lookedAtSince, facts, 'was', 'were')} validated or reviewed within twelve months, after going live`,
};

export const ACCESS_RIGHTS: EvidenceRule = {
  questionId: 'MG5',
  ceiling: 2,
  unit: 'access reviews',
  count: ({ accessReviewsInTime: part, accessReviews: whole }) => ({ part, whole }),
  suggests: ({ accessReviewsInTime }) => (accessReviewsInTime > 0 ? 2 : 1),
  words: ({ accessReviewsInTime: part, accessReviews }) =>
    `${of(part, accessReviews, 'recorded access review')} ${verb(part, 'is', 'are')} of the last twelve months`,
};
