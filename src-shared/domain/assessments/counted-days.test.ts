import { describe, expect, it } from 'vitest';
import { type CountedInput, countedDays } from './counted-days';

const input: CountedInput = {
  source: 'portfolio',
  startedAt: '2026-10-01T09:00:00.000Z',
  finishedAt: '2026-10-07T16:00:00.000Z',
  start: { models: 30, load: 637, unknownFrequency: 0 },
  production: 31,
  today: { models: 31, load: 1053, unknownFrequency: 0 },
  now: '2026-11-29T10:00:00.000Z',
};

describe('countedDays', () => {
  it('gives each count its day, and today’s where it is another', () => {
    expect(countedDays(input)).toEqual({
      size: '30 models with 637 updates a year were counted in production on 1 Oct 2026, when it was started. Today, 29 Nov 2026, the portfolio counts 31 models with 1,053 updates a year.',
      evidence: 'Rows are those of 7 Oct 2026, when it was finished, with 31 models in production.',
    });
    expect(countedDays({ ...input, today: { ...input.today, models: 33 } }).evidence).toContain(
      'Today it is 33 models.',
    );
  });

  it('says nothing of today where nothing is another', () => {
    expect(countedDays({ ...input, today: input.start }).size).not.toContain('Today');
  });

  it('calls what was typed typed, and holds nothing against an empty portfolio', () => {
    const typed = { ...input, source: 'typed', today: { models: 0, load: 0, unknownFrequency: 0 } } as const;
    expect(countedDays(typed).size).toBe(
      '30 models with 637 updates a year were typed in on 1 Oct 2026, when it was started.',
    );
  });

  it('counts an open one today, and says of unknown updates that they are', () => {
    const open = { ...input, finishedAt: null, start: { models: 2, load: 0, unknownFrequency: 2 } };
    expect(countedDays(open).evidence).toBe(
      'Rows are those of 29 Nov 2026, as of today, with 31 models in production.',
    );
    expect(countedDays(open).size).toContain('2 models with unknown updates were counted');
  });
});
