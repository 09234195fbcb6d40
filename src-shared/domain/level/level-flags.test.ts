import { expect, it } from 'vitest';
import { recommendLevel } from './level-recommendation';

const flagsOf = (models: number, load: number, unknownFrequency = 0) =>
  recommendLevel({ models, load, unknownFrequency }).flags;
const codesOf = (models: number, load: number) => flagsOf(models, load).map((flag) => flag.code);

it('raises none where nothing is unclear', () => {
  expect(codesOf(10, 40)).toEqual([]);
});

it('3 and 20 models are borderline, their neighbours are not', () => {
  const numbers = [1, 2, 3, 4, 19, 20, 21];
  expect(numbers.filter((models) => codesOf(models, models * 4).includes('borderline_count'))).toEqual([3, 20]);
  expect(flagsOf(20, 80)[0]?.message).toBe('20 models are borderline: the ranges of level 2 and level 3 meet there.');
  expect(flagsOf(3, 3)[0]?.message).toContain('level 1 and level 2 meet');
});

it('4 and 5 models with few updates are at the ceiling of level 1', () => {
  const numbers = [3, 4, 5, 6];
  expect(numbers.filter((models) => codesOf(models, 12).includes('at_the_ceiling'))).toEqual([4, 5]);
  expect(codesOf(4, 13)).toEqual([]);
  expect(flagsOf(4, 4)[0]?.message).toContain('Four or five models are the ceiling of level 1');
});

it('says which of number and load drove it when they are two levels apart', () => {
  expect(flagsOf(21, 12)).toEqual([
    {
      code: 'two_apart',
      message:
        'Number and load are two levels apart: the number of models (21) alone would need level 3, the load (12 updates a year) alone level 1.',
    },
  ]);
  expect(codesOf(21, 13)).toEqual([]);
  expect(codesOf(3, 261)).toContain('two_apart');
});

it('says that the load is a lower bound when frequencies are not known', () => {
  expect(flagsOf(10, 24, 3)).toEqual([
    {
      code: 'unknown_frequency',
      message: 'How often 3 of 10 models are updated is not known; the load is at least 24 updates a year.',
    },
  ]);
  expect(flagsOf(1, 0, 1)[0]?.message).toBe(
    'How often the model is updated is not known: only the number of models decides.',
  );
  expect(flagsOf(4, 0, 4).map(({ message }) => message)).toEqual([
    expect.stringContaining('as far as their updates are known'),
    'How often the 4 models are updated is not known: only the number of models decides.',
  ]);
});

it('does not call number and load two levels apart while nothing is known of the load', () => {
  const codes = (unknown: number) => flagsOf(892, 10, unknown).map(({ code }) => code);
  expect(codes(892)).toEqual(['unknown_frequency']);
  expect(codes(891)).toEqual(['two_apart', 'unknown_frequency']);
  expect(flagsOf(892, 10, 891)[0]?.message).toContain('the load (at least 10 updates a year) alone level 1');
});

it('says where the cap held the level down', () => {
  expect(codesOf(4, 1460)).toEqual(['capped']);
  expect(flagsOf(4, 1460)[0]?.message).toContain('fewer than 5 models do not repay it');
  expect(codesOf(5, 1825)).toEqual([]);
});
