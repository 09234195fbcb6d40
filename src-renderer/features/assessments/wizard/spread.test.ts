import { describe, expect, it } from 'vitest';
import type { AnswerChoice } from '#domain/assessments/answer';
import { spreadOf } from './spread';

const said = (respondent: string, value: AnswerChoice, questionId = 'MM2') => ({
  questionId,
  respondent,
  value,
  grade: 0 as const,
  reason: value === 'not_applicable' ? 'vendor models only' : '',
  comment: '',
  link: '',
  owner: '',
  answeredAt: '2026-11-23T09:00:00.000Z',
});

describe('spreadOf', () => {
  it('is nothing while one person has answered', () => {
    expect(spreadOf([said('Ana', 3), said('Ben', 1, 'MM3')], 'MM2')).toBeNull();
  });

  it('says who said what, the highest first, and asks for a talk from two steps on', () => {
    const spread = spreadOf([said('Ben', 1), said('', 'unknown'), said('Ana', 3)], 'MM2');
    expect(spread?.said.map(({ who, what }) => `${who}: ${what}`)).toEqual([
      'Ana: 3',
      'Ben: 1',
      'All together: unknown',
    ]);
    expect(spread?.disagree).toBe(true);
    expect(spread?.words).toContain('2 steps apart');
    expect(spread?.words).toContain('Scored as 1');
  });

  it('lets shades pass', () => {
    expect(spreadOf([said('Ana', 2), said('Ben', 1)], 'MM2')).toMatchObject({
      disagree: false,
      words: 'Scored as 1, the lower middle of the known answers.',
    });
  });

  it('asks whether it applies', () => {
    const spread = spreadOf([said('Ana', 2), said('Ben', 'not_applicable')], 'MM2');
    expect(spread?.words).toContain('whether this applies');
    expect(spread?.said.at(-1)?.comment).toBe('vendor models only');
  });
});
