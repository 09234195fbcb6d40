import { DomainError } from '../../failure/domain-error';
import type { ReadHandle } from '../journal/handle';
import type { AssessmentAnswerRow, AssessmentRow, VendorOfferRow } from '../tables';

/** Newest first. */
export function listAssessments(read: ReadHandle): Promise<AssessmentRow[]> {
  return read.selectFrom('assessments').selectAll().orderBy('started_at', 'desc').orderBy('id').execute();
}

export async function getAssessment(read: ReadHandle, id: string): Promise<AssessmentRow> {
  const row = await read.selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row)
    throw new DomainError(
      'not_found',
      'This assessment is not in the portfolio; it may have been deleted. Undo brings it back.',
    );
  return row;
}

export function listAnswers(read: ReadHandle, assessmentId: string): Promise<AssessmentAnswerRow[]> {
  return read
    .selectFrom('assessment_answers')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
}

export function listOffers(read: ReadHandle): Promise<VendorOfferRow[]> {
  return read.selectFrom('vendor_offers').selectAll().orderBy('created_at').orderBy('id').execute();
}
