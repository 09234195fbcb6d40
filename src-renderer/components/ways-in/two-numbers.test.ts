import { expect, it } from 'vitest';
import { readNumbers } from './two-numbers';

const level = (models: string, updates: string) => readNumbers({ models, updates }).recommendation?.level;

it('says the level of two numbers at once', () => {
  expect([level('14', '12'), level('31', '1'), level('3', '4')]).toEqual([2, 3, 1]);
});

it('says nothing while a number is missing, and what is wrong with one that is no number', () => {
  expect(readNumbers({ models: '14', updates: '' })).toEqual({ recommendation: null, problems: {} });
  const found = readNumbers({ models: 'many', updates: '12' });
  expect(found.recommendation).toBeNull();
  expect(found.problems.models).toMatch(/\w/);
});

it('goes by the thresholds of the portfolio', () => {
  const strict = { version: 'x', countLevel1: 1, countLevel2: 2, loadLevel1: 1, loadLevel2: 2, capBelow: 0 };
  expect(readNumbers({ models: '14', updates: '12' }, strict).recommendation?.level).toBe(3);
});
