import { DomainError } from '../../failure/domain-error';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { AssessmentAnswerRow, AssessmentRow, VendorOfferRow } from './tables';

/** Newest first. */
export function listAssessments(read: ReadHandle): Promise<AssessmentRow[]> {
  return tables(read).selectFrom('assessments').selectAll().orderBy('started_at', 'desc').orderBy('id').execute();
}

/**
 * Finished ones in the order in which plans and reports take them: those of the whole organisation before those of
 * units, the latest first.
 */
export function listFinishedAssessments(read: ReadHandle): Promise<AssessmentRow[]> {
  return finished(read)
    .orderBy((eb) => eb('unit', '=', ''), 'desc')
    .orderBy('finished_at', 'desc')
    .orderBy('started_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The latest finished one of the whole organisation, on or before `until`; that of a unit never stands in for it. */
export async function findOrganisationAssessment(read: ReadHandle, until?: string): Promise<FinishedAssessment | null> {
  let whole = finished(read).where('unit', '=', '');
  if (until !== undefined) whole = whole.where('finished_at', '<=', until);
  const row = await whole.orderBy('finished_at', 'desc').limit(1).executeTakeFirst();
  return row?.finished_at ? { ...row, finished_at: row.finished_at } : null;
}

export interface FinishedAssessment extends AssessmentRow {
  finished_at: string;
}

const finished = (read: ReadHandle) =>
  tables(read).selectFrom('assessments').selectAll().where('status', '=', 'finished');

export async function getAssessment(read: ReadHandle, id: string): Promise<AssessmentRow> {
  const row = await tables(read).selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row)
    throw new DomainError(
      'not_found',
      'This assessment is not in the portfolio; it may have been deleted. Undo brings it back.',
    );
  return row;
}

export function listAnswers(read: ReadHandle, assessmentId: string): Promise<AssessmentAnswerRow[]> {
  return tables(read)
    .selectFrom('assessment_answers')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('answered_at')
    .orderBy('id')
    .execute();
}

export function listOffers(read: ReadHandle): Promise<VendorOfferRow[]> {
  return tables(read).selectFrom('vendor_offers').selectAll().orderBy('created_at').orderBy('id').execute();
}
