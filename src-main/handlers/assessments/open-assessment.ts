import { DomainError } from '../../failure/domain-error';
import { getAssessment } from '../../store/assessments/assessments';
import type { AssessmentRow } from '../../store/assessments/tables';
import type { WriteHandle } from '../../store/journal/handle';

/** A finished assessment is a record: it is opened again before it is changed. */
export async function openAssessment(write: WriteHandle, id: string): Promise<AssessmentRow> {
  const row = await getAssessment(write.read, id);
  if (row.status === 'finished') {
    throw new DomainError(
      'conflict',
      `“${row.name}” is finished and keeps its result. Open it again to change it, or start a new assessment.`,
    );
  }
  return row;
}

export const answerId = (assessmentId: string, questionId: string, respondent: string): string =>
  `${assessmentId}:${questionId}:${respondent}`;
