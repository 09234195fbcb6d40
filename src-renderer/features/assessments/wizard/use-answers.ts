import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { AnswerChoice } from '#domain/assessments/answer';
import { send, sentenceOf } from '../../../client/call';
import { perform } from '../../../client/perform';
import { queryClient } from '../../../client/query-client';
import { type AnswerDraft, draftOf, NO_ANSWER, toKeep } from './answer-draft';
import { type AnswerSaver, answerKey, createAnswerSaver, type UnsavedAnswers } from './answer-saver';
import type { Assessment } from './assessment-types';
import type { Choices } from './progress';

/** Puts a reply in place of the copy; a copy that is being fetched would be older. */
export async function keepAssessment(assessment: Assessment): Promise<void> {
  const queryKey = ['assessments.get', { id: assessment.id }];
  await queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData(queryKey, assessment);
}

const saverFor = (id: string): AnswerSaver =>
  createAnswerSaver({
    sentenceOf,
    send: async ({ questionId, respondent, draft }) => {
      const { value, grade, reason, comment, link, owner } = toKeep(draft);
      const answer = { id, questionId, respondent, value, grade, reason, comment, link, owner };
      // Answers, saved while they are typed: the question itself says that they are kept.
      await keepAssessment((await send('assessments.answer', answer)).value);
    },
  });

/** Nothing that was typed is lost with the window: what waits is sent before it goes. */
function useFlushOnLeave(saver: AnswerSaver): void {
  useEffect(() => {
    const flush = (): void => void saver.flush();
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [saver]);
}

/** What one person has said, as the screen shows it: also what is on its way to be kept. */
export const choicesOf = (assessment: Assessment, respondent: string, unsaved: UnsavedAnswers): Choices => {
  const choices = new Map<string, AnswerChoice>();
  for (const response of assessment.responses) {
    if (response.respondent === respondent) choices.set(response.questionId, response.value);
  }
  for (const entry of unsaved.values()) {
    if (entry.respondent === respondent && entry.state !== 'held') {
      choices.set(entry.questionId, toKeep(entry.draft).value);
    }
  }
  return choices;
};

export interface AnswersOfOne {
  readonly choices: Choices;
  readonly draft: (questionId: string) => AnswerDraft;
  readonly change: (questionId: string, patch: Partial<AnswerDraft>, when: 'now' | 'soon') => void;
  /** Takes the answer away, as if the question had never been answered. */
  readonly clear: (questionId: string) => Promise<void>;
  readonly saver: AnswerSaver;
  readonly unsaved: UnsavedAnswers;
}

/** The answers of one respondent as the screen shows them: what the engine keeps, and over it what is on its way. */
export function useAnswers(assessment: Assessment, respondent: string): AnswersOfOne {
  const { id, responses } = assessment;
  const saver = useMemo(() => saverFor(id), [id]);
  const unsaved = useSyncExternalStore(saver.subscribe, saver.unsaved);
  useFlushOnLeave(saver);
  const draft = useCallback(
    (questionId: string): AnswerDraft =>
      saver.unsaved().get(answerKey(questionId, respondent))?.draft ??
      draftOf(responses, questionId, respondent) ??
      NO_ANSWER,
    [saver, responses, respondent],
  );
  return {
    choices: choicesOf(assessment, respondent, unsaved),
    draft,
    change: (questionId, patch, when) => saver.change(questionId, respondent, { ...draft(questionId), ...patch }, when),
    clear: async (questionId) => {
      await saver.flush();
      saver.forget(questionId, respondent);
      await keepAssessment(await perform('assessments.clearAnswer', { id, questionId, respondent }));
    },
    saver,
    unsaved,
  };
}
