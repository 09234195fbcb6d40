import { isReviewKind } from '#domain/governance/review-kinds';
import type { WriteHandle } from '../journal/handle';
import { refreshReviewDates } from '../models/refresh-reviews';
import { getSettings } from '../portfolio/settings';
import type { EvidenceTableRow } from './tables';

/** What shows that a review was held moves the day of the next one. */
export async function refreshReviewed(
  write: WriteHandle,
  rows: readonly Pick<EvidenceTableRow, 'kind' | 'model_id'>[],
): Promise<void> {
  const ids = rows.flatMap(({ kind, model_id: id }) => (id !== null && isReviewKind(kind) ? [id] : []));
  if (ids.length === 0) return;
  const { reviewMonths } = await getSettings(write.read);
  await refreshReviewDates(write, reviewMonths, [...new Set(ids)]);
}
