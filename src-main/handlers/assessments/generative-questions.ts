import { findQuestion, questionsFor } from '#domain/assessments/questions/question-sets';
import { DomainError } from '../../failure/domain-error';
import { listAnswers } from '../../store/assessments/assessments';
import type { AssessmentRow } from '../../store/assessments/tables';
import type { ReadHandle } from '../../store/journal/handle';

/** The version with or without the questions on generative AI; an answer that was given is never left without its question. */
export async function versionWith(read: ReadHandle, row: AssessmentRow, generative: boolean): Promise<number> {
  const set = questionsFor(generative);
  const lost = (await listAnswers(read, row.id)).filter((answer) => findQuestion(set, answer.question_id) === null);
  if (lost.length > 0) {
    const ids = [...new Set(lost.map((answer) => answer.question_id))].sort();
    throw new DomainError(
      'conflict',
      `${ids.join(', ')} of the questions on generative AI ${ids.length === 1 ? 'is' : 'are'} answered. Take the answers back first, or answer “not applicable” with the reason.`,
    );
  }
  return set.version;
}
