import { useEffect, useState } from 'react';
import type { Assessment } from './assessment-types';

/** Who can answer: the people named, and the room as a whole while nobody is named or where it has answered. */
export const respondentsOf = ({ respondents, responses }: Pick<Assessment, 'respondents' | 'responses'>): string[] => {
  const others = responses.map(({ respondent }) => respondent).filter((name) => name !== '');
  const named = [...new Set([...respondents, ...others])];
  const together = named.length === 0 || responses.some(({ respondent }) => respondent === '');
  return together ? ['', ...named] : named;
};

const keyOf = (id: string): string => `modelfolio.answering-as.${id}`;

/** Who answers now; remembered on this computer, so that a workshop goes on where it stopped. */
export function useRespondent(assessment: Assessment): readonly [string, (respondent: string) => void] {
  const key = keyOf(assessment.id);
  const [chosen, setChosen] = useState(() => window.localStorage.getItem(key));
  const all = respondentsOf(assessment);
  const current = chosen !== null && all.includes(chosen) ? chosen : (all[0] ?? '');
  const choose = (respondent: string): void => {
    window.localStorage.setItem(key, respondent);
    setChosen(respondent);
  };
  return [current, choose];
}

const placeOf = (id: string): string => `modelfolio.question.${id}`;

/** The question that was shown last on this computer, so that an assessment goes on at the same place. */
export const lastShown = (assessmentId: string): string | null => window.localStorage.getItem(placeOf(assessmentId));

export function useRememberPlace(assessmentId: string, questionId: string): void {
  useEffect(() => window.localStorage.setItem(placeOf(assessmentId), questionId), [assessmentId, questionId]);
}
