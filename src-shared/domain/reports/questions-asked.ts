import { questionSet } from '../assessments/questions/question-sets';
import type { ReportKit } from './kit';

/** `30 questions`: what the assessment of the report was asked; without one, what everybody is asked at least. */
export function questionsAsked({ facts, write }: ReportKit): string {
  const set = questionSet(facts.assessment?.questionVersion ?? 1);
  return set === null ? 'questions of a newer version' : write.counted(set.questions.length, 'question');
}
