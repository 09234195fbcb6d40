import { type ReviewMonths, reviewDue } from '#domain/models/review';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import { asTier } from './cells';
import { lastReviews } from './last-reviews';

const IDS_PER_STATEMENT = 900;

/**
 * After a change of the intervals the due date of every model again, after one of evidence that of its models. Models with the
 * same date are written together.
 */
export async function refreshReviewDates(
  write: WriteHandle,
  reviewMonths: ReviewMonths,
  modelIds: readonly string[] | null = null,
): Promise<void> {
  const reviews = await lastReviews(write.read, modelIds);
  const asked = tables(write.read)
    .selectFrom('models')
    .select(['id', 'tier', 'stage', 'next_review', 'first_deployed_at', 'last_approval_at', 'review_due']);
  const models = [];
  if (modelIds === null) models.push(...(await asked.execute()));
  else
    for (const ids of chunks(modelIds, IDS_PER_STATEMENT))
      models.push(...(await asked.where('id', 'in', [...ids]).execute()));
  const byDate = new Map<string | null, string[]>();
  for (const model of models) {
    const { due } = reviewDue({
      typed: model.next_review,
      tier: asTier(model.tier),
      stage: model.stage,
      firstDeployedAt: model.first_deployed_at,
      lastApprovalAt: model.last_approval_at,
      lastReviewOn: reviews.get(model.id) ?? null,
      reviewMonths,
    });
    if (due === model.review_due) continue;
    const ids = byDate.get(due);
    if (ids) ids.push(model.id);
    else byDate.set(due, [model.id]);
  }
  for (const [review_due, ids] of byDate) await write.update('models', ids, { review_due });
}
