import { EVIDENCE_OUTCOMES, REVIEW_KINDS, type ReviewKind } from './vocabulary';

export const isReviewKind = (kind: string): kind is ReviewKind => REVIEW_KINDS.some((one) => one === kind);

/** A review that failed is to be held again. */
export const HELD_OUTCOMES = EVIDENCE_OUTCOMES.filter((outcome) => outcome !== 'failed' && outcome !== 'no');

export const isHeldReview = ({ kind, outcome }: { readonly kind: string; readonly outcome: string }): boolean =>
  isReviewKind(kind) && HELD_OUTCOMES.some((one) => one === outcome);
