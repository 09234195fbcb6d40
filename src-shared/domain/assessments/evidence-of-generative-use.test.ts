import { describe, expect, it } from 'vitest';
import type { Answers } from './answer';
import { evidencedAnswers } from './evidence';
import { type EvidenceFacts, NO_FACTS } from './evidence-facts';
import type { EvidencedAnswer } from './evidenced-answer';
import { CORE_QUESTIONS, GENERATIVE_QUESTIONS } from './questions/question-sets';

function ask(id: string, facts: Partial<EvidenceFacts>, answers: Answers = {}): EvidencedAnswer | undefined {
  const all = evidencedAnswers({ ...NO_FACTS, ...facts }, answers, GENERATIVE_QUESTIONS);
  return all.find(({ questionId }) => questionId === id);
}

describe('questions on generative AI', () => {
  const uses = { generative: 5, generativeEvaluated: 4, evaluations: 9, agents: 2, agentsDescribed: 1 };

  it('are answered by results, by what a use relies on, and by what is said of agents', () => {
    expect(ask('ET6', uses, { ET6: { value: 3 } })).toMatchObject({
      suggests: 2,
      contradiction: false,
      words: '4 of 5 generative models and agents in production have a result of an evaluation within twelve months',
    });
    expect(ask('ET6', { ...uses, generativeEvaluated: 1 }, { ET6: { value: 2 } })).toMatchObject({
      suggests: 1,
      contradiction: true,
    });
    expect(ask('CD6', { ...uses, providers: 6, generativeWithProvider: 5 })).toMatchObject({ suggests: 1 });
    expect(ask('CD6', { ...uses, providers: 6, generativeWithProvider: 5, providerChanges: 1 })).toMatchObject({
      suggests: 2,
      also: ["A change of a provider's model is recorded as a release 1 time"],
    });
    expect(ask('MG6', uses)).toMatchObject({
      suggests: 1,
      words: '1 of 2 agents in production has a stated autonomy and an overseer',
    });
  });

  it('are silent where nobody told, and where there is nothing to count', () => {
    expect(ask('ET6', { generative: 5 }, { ET6: { value: 3 } })).toMatchObject({
      suggests: null,
      contradiction: false,
      words: 'No evidence: no result of an evaluation has been recorded here',
    });
    expect(ask('MG6', {})?.words).toBe('No evidence: there are no agents in production to count');
  });

  it('are not answered in an assessment that does not ask them', () => {
    const ids = evidencedAnswers(NO_FACTS, {}, CORE_QUESTIONS).map(({ questionId }) => questionId);
    expect(ids).not.toContain('ET6');
    expect(evidencedAnswers(NO_FACTS, {}, GENERATIVE_QUESTIONS).map(({ questionId }) => questionId)).toContain('ET6');
  });
});
