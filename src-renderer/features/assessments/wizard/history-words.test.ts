import { describe, expect, it } from 'vitest';
import type { AssessmentHead } from './assessment-types';
import { compareProblem, historyHeadline, historySubline } from './history-words';

const head = (change: Partial<AssessmentHead>): AssessmentHead => ({
  id: 'a',
  name: 'Autumn',
  unit: '',
  status: 'finished',
  startedAt: '2026-11-01T09:00:00.000Z',
  finishedAt: '2026-11-02T09:00:00.000Z',
  questionVersion: 1,
  target: 2,
  respondents: [],
  overallLevel: 1,
  overallMean: 1.2,
  percentToTarget: 0.7,
  answered: 1,
  questionsAnswered: 30,
  questions: 30,
  ...change,
});

describe('historyHeadline', () => {
  it('says where the latest finished assessment stands', () => {
    const newer = head({ id: 'b', unit: 'Cards', overallLevel: 2, finishedAt: '2026-11-20T09:00:00.000Z' });
    expect(historyHeadline([head({})])).toBe('You work at level 1; the target is level 2');
    expect(historyHeadline([head({}), newer])).toBe('Cards works at level 2: the target is reached');
    expect(historyHeadline([head({ overallLevel: 0 })])).toContain('below level 1');
    expect(historyHeadline([head({ overallLevel: 0, answered: 0.14 })])).toBe(
      'You work below level 1 as far as 14% of the answers show',
    );
  });

  it('says what is under way while none is finished', () => {
    const open = head({ status: 'open', finishedAt: null });
    expect(historyHeadline([open])).toBe('One assessment is under way');
    expect(historyHeadline([open, open])).toBe('2 assessments are under way');
    expect(historySubline([open, head({})])).toMatch(/^1 finished, 1 open\./);
  });
});

it('compares from two to twenty', () => {
  expect(compareProblem(1)).not.toBe('');
  expect(compareProblem(2)).toBe('');
  expect(compareProblem(20)).toBe('');
  expect(compareProblem(21)).toContain('At most 20');
});
