import fc from 'fast-check';
import type { Answer, Answers } from '../answer';
import { ANSWER_SCALE, EVIDENCE_GRADES } from '../questions/question';
import { CORE_QUESTIONS } from '../questions/question-sets';

export const QUESTION_IDS = CORE_QUESTIONS.questions.map(({ id }) => id);

const answer: fc.Arbitrary<Answer> = fc.record({
  value: fc.constantFrom(...ANSWER_SCALE, 'unknown' as const, 'not_applicable' as const),
  grade: fc.constantFrom(...EVIDENCE_GRADES),
});

/** All 30 answers, drawn freely; low and high runs are as likely as mixtures, so that every level occurs. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fc.array(answer, { minLength: 30, maxLength: 30 }), fc.constantFrom(0, 1, 2), fc.integer({ min: 0, max: 30 }))
  .map(([answers, floor, free]) =>
    Object.fromEntries(
      QUESTION_IDS.map((id, index): [string, Answer] => {
        const drawn = answers[index] ?? { value: 'unknown' };
        const raised = index >= free && typeof drawn.value === 'number' && drawn.value < floor;
        return [id, raised ? { ...drawn, value: floor } : drawn];
      }),
    ),
  );

export const anyQuestionId = fc.constantFrom(...QUESTION_IDS);
export const anyTarget = fc.constantFrom(1 as const, 2 as const, 3 as const);
