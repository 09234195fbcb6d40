import { describe, expect, it } from 'vitest';
import type { AnswerChoice } from '#domain/assessments/answer';
import { finishTitle, finishWords, leftBy } from './finish-words';

const questions = ['A', 'B', 'C'].map((id) => ({ id }));
const person = (respondent: string, said: Readonly<Record<string, AnswerChoice>>) => ({
  respondent,
  choices: new Map(Object.entries(said)),
});
const all = { A: 1, B: 'not_applicable', C: 0 } as const;

describe('what is said before an assessment is finished', () => {
  it('says that every question is answered only of one who has, or of all who have', () => {
    expect(finishTitle(0, [person('', all)], questions)).toBe('Every question is answered');
    expect(finishTitle(0, [person('Ada', all), person('Grace', all)], questions)).toBe(
      'Everybody has answered every question',
    );
  });

  it('names the one who has answered in part, though each question has an answer', () => {
    const persons = [person('Ada', all), person('Grace', { A: 2, B: 'unknown' })];
    expect(finishTitle(0, persons, questions)).toBe('Grace has answered only in part');
    expect(finishWords(0, persons, questions)).toContain('not counted there');
    expect(leftBy(persons, questions)).toEqual([{ respondent: 'Grace', open: 2, first: 'B' }]);
    expect(finishTitle(0, [...persons, person('Alan', {})], questions)).toBe(
      '2 of 3 people have answered only in part',
    );
  });

  it('says first what nobody has answered', () => {
    expect(finishTitle(1, [person('Ada', {})], questions)).toBe('1 question without an answer');
    expect(finishWords(1, [], questions)).toMatch(/^It counts as 0/);
    expect(finishWords(2, [], questions)).toMatch(/^They count as 0/);
  });
});
