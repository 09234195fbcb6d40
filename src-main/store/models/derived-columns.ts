import { derive } from '#domain/models/lifecycle';
import { type ReviewMonths, reviewDue } from '#domain/models/review';
import { asTier } from './cells';
import { toLifecycleMove } from './moves';
import type { ModelTableRow, MoveRow } from './tables';

export interface DerivedFrom {
  readonly moves: readonly MoveRow[];
  readonly tier: number | null;
  readonly nextReview: string | null;
  readonly lastApprovalAt: string | null;
  readonly lastReviewOn?: string | null;
  readonly reviewMonths: ReviewMonths;
}

export type DerivedColumns = Pick<
  ModelTableRow,
  | 'stage'
  | 'stage_since'
  | 'first_development_at'
  | 'first_deployed_at'
  | 'time_to_production_days'
  | 'version'
  | 'version_since'
  | 'last_move_at'
  | 'last_approval_at'
  | 'review_due'
  | 'stage_since_precision'
  | 'version_since_precision'
  | 'first_deployed_precision'
  | 'monitoring_known'
>;

/**
 * What the rules derive from the moves, kept beside the model so that lists can filter and sort by it. The store asks the
 * domain for it, not each handler, so that no way of changing a model can forget it.
 */
export function derivedColumns(from: DerivedFrom): DerivedColumns {
  const derived = derive(from.moves.map(toLifecycleMove));
  const review = reviewDue({
    typed: from.nextReview,
    tier: asTier(from.tier),
    stage: derived.stage,
    firstDeployedAt: derived.firstDeployedAt,
    lastApprovalAt: from.lastApprovalAt,
    lastReviewOn: from.lastReviewOn ?? null,
    reviewMonths: from.reviewMonths,
  });
  return {
    stage: derived.stage,
    stage_since: derived.stageSince,
    first_development_at: derived.firstDevelopmentAt,
    first_deployed_at: derived.firstDeployedAt,
    time_to_production_days: derived.timeToProductionDays,
    version: derived.version,
    version_since: derived.versionSince,
    last_move_at: derived.lastMoveAt,
    last_approval_at: from.lastApprovalAt,
    review_due: review.due,
    stage_since_precision: derived.stageSincePrecision,
    version_since_precision: derived.versionSincePrecision,
    first_deployed_precision: derived.firstDeployedPrecision,
    monitoring_known: derived.monitoringKnown ? 1 : 0,
  };
}
