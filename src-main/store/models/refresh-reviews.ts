import { type ReviewMonths, reviewDue } from '#domain/models/review';
import { tables } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { asTier } from './cells';

/** After a change of the intervals: the due date of every model again. Models with the same date are written together. */
export async function refreshReviewDates(write: WriteHandle, reviewMonths: ReviewMonths): Promise<void> {
  const models = await tables(write.read)
    .selectFrom('models')
    .select(['id', 'tier', 'stage', 'next_review', 'first_deployed_at', 'last_approval_at', 'review_due'])
    .execute();
  const byDate = new Map<string | null, string[]>();
  for (const model of models) {
    const { due } = reviewDue({
      typed: model.next_review,
      tier: asTier(model.tier),
      stage: model.stage,
      firstDeployedAt: model.first_deployed_at,
      lastApprovalAt: model.last_approval_at,
      reviewMonths,
    });
    if (due === model.review_due) continue;
    const ids = byDate.get(due);
    if (ids) ids.push(model.id);
    else byDate.set(due, [model.id]);
  }
  for (const [review_due, ids] of byDate) await write.update('models', ids, { review_due });
}
