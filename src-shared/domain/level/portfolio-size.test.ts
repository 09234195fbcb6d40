import { describe, expect, it } from 'vitest';
import { demandOf, portfolioSize, type RegisteredSize, type StatedSize } from './portfolio-size';

const EMPTY: RegisteredSize = { models: 0, inProduction: 0, load: 0, unknownFrequency: 0 };
const STATED: StatedSize = {
  assessmentId: 'a1',
  name: 'First workshop',
  finishedAt: '2026-11-28T16:00:00.000Z',
  models: 14,
  updatesPerYear: 12,
};

describe('portfolioSize', () => {
  it('is what was stated while no model is in production, and says so', () => {
    const size = portfolioSize(EMPTY, STATED);
    expect(size).toMatchObject({ basis: 'stated', models: 14, load: 168, unknownFrequency: 0, updatesPerYear: 12 });
    expect(size.words).toBe(
      '14 models, each updated 12 times a year, are stated in the assessment “First workshop” of 28 Nov 2026; none is registered here yet.',
    );
    expect(demandOf(size)).toEqual({ models: 14, load: 168, unknownFrequency: 0, told: 'stated' });
    expect(portfolioSize({ ...EMPTY, models: 5 }, STATED).words).toContain(
      'of the 5 models registered here none is in production yet',
    );
  });

  it('is what is registered as soon as one model is in production, and says what was stated otherwise', () => {
    const registered = { models: 20, inProduction: 9, load: 9, unknownFrequency: 0 };
    const size = portfolioSize(registered, STATED);
    expect(size).toMatchObject({ basis: 'registered', models: 9, load: 9, stated: STATED });
    expect(size.words).toBe(
      '9 models are registered in production, updated 1 time a year as noted; the assessment “First workshop” of 28 Nov 2026 was told 14, each updated 12 times a year. What is registered counts.',
    );
    const same = portfolioSize({ ...registered, inProduction: 14, load: 14 * 12 }, STATED);
    expect(same).toMatchObject({ words: '', stated: null });
  });

  it('is none where neither is known, and has no pace where nobody stated one', () => {
    expect(portfolioSize(EMPTY, null)).toMatchObject({ basis: 'none', models: 0, words: '' });
    expect(portfolioSize(EMPTY, { ...STATED, models: 0 }).basis).toBe('none');
    const unpaced = portfolioSize(EMPTY, { ...STATED, updatesPerYear: 0 });
    expect(unpaced).toMatchObject({ basis: 'stated', updatesPerYear: null, unknownFrequency: 14, load: 0 });
    expect(unpaced.words).toContain('14 models are stated');
  });
});
