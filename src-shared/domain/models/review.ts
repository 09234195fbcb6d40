import { addMonths, instantMs, utcDay } from '../base/calendar';
import { PRODUCTION_STAGES, type Stage, type Tier } from '../vocabulary';

export interface ReviewMonths {
  readonly tier1: number;
  readonly tier2: number;
  readonly tier3: number;
}

export interface ReviewInput {
  /** The date that a person typed (`2026-11-23`); kept of a retired model, in case that it comes back. */
  readonly typed: string | null;
  readonly tier: Tier | null;
  readonly stage: Stage;
  readonly firstDeployedAt: string | null;
  readonly lastApprovalAt: string | null;
  /** Day of the last review or validation that evidence shows and that did not fail; left out: none. */
  readonly lastReviewOn?: string | null;
  readonly reviewMonths: ReviewMonths;
}

export interface ReviewDue {
  /** Calendar date; `null`: nothing says when. */
  readonly due: string | null;
  readonly source: 'typed' | 'tier' | 'none';
}

/** Months between the reviews of a model; rules.md 1. */
export const DEFAULT_REVIEW_MONTHS: ReviewMonths = { tier1: 12, tier2: 24, tier3: 36 };

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return instantMs(a) >= instantMs(b) ? a : b;
}

/**
 * When the next review is due: none of a retired model; the typed date, until a review was held on it or later; else for a
 * model in production the tier's interval after the latest of its first deployment, its last approval and its last review (UTC days); rules.md 1.
 */
export function reviewDue(input: ReviewInput): ReviewDue {
  const { typed, lastReviewOn = null } = input;
  if (input.stage === 'retired') return { due: null, source: 'none' };
  if (typed !== null && (lastReviewOn === null || lastReviewOn < typed)) return { due: typed, source: 'typed' };
  const base = later(later(input.lastApprovalAt, input.firstDeployedAt), lastReviewOn);
  const serves = PRODUCTION_STAGES.some((stage) => stage === input.stage);
  if (!serves || input.tier === null || base === null) return { due: null, source: 'none' };
  return { due: addMonths(utcDay(base), input.reviewMonths[`tier${input.tier}`]), source: 'tier' };
}
