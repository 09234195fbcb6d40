import { describe, expect, it } from 'vitest';
import { DEFAULT_LEVEL_THRESHOLDS, recommendLevel } from '#domain/level/level-recommendation';
import { flagsToShow, formulaLines, unknownWords, workedLines } from './level-formula';

const thresholds = { ...DEFAULT_LEVEL_THRESHOLDS };
const worked = (models: number, load: number, unknownFrequency = 0) =>
  workedLines(recommendLevel({ models, load, unknownFrequency, thresholds }), thresholds);

describe('level formula', () => {
  it('carries the thresholds in force', () => {
    expect(formulaLines({ ...thresholds, countLevel2: 25 })[0]).toBe('by count = 1 if n ≤ 3, 2 if n ≤ 25, else 3');
  });
  it('works through today', () => {
    expect(worked(29, 348)).toEqual([
      'n = 29 → by count 3',
      'U = 348 updates a year → by load 3',
      'level = max(3, 3) = 3',
    ]);
    expect(worked(2, 730).at(-1)).toBe('level = max(1, 3), capped because n < 5, = 2');
    expect(worked(0, 0)).toHaveLength(1);
    expect(worked(892, 0, 892).slice(1)).toEqual(['U is not known: the number of models alone decides', 'level = 3']);
  });
  it('says unknown plainly', () => {
    expect(unknownWords(recommendLevel({ models: 10, load: 40 }))).toBe('');
    expect(unknownWords(recommendLevel({ models: 10, load: 40, unknownFrequency: 4 }))).toContain('4 of the 10');
    expect(unknownWords(recommendLevel({ models: 10, load: 0, unknownFrequency: 10 }))).toContain('raise the level');
    expect(unknownWords(recommendLevel({ models: 892, load: 0, unknownFrequency: 892 }))).toBe('');
  });
  it('says unknown frequencies once', () => {
    const codes = (unknownFrequency: number) =>
      flagsToShow(recommendLevel({ models: 892, load: 10, unknownFrequency })).map(({ code }) => code);
    expect(codes(892)).toEqual([]);
    expect(codes(0)).toContain('two_apart');
  });
});
