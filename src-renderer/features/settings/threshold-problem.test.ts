import { expect, it } from 'vitest';
import { thresholdProblem } from './threshold-problem';

const levels = { countLevel1: 3, countLevel2: 20, loadLevel1: 12, loadLevel2: 260, capBelow: 5 };

it('refuses thresholds that cross', () => {
  expect(thresholdProblem(levels)).toBe('');
  expect(thresholdProblem({ ...levels, countLevel1: 20 })).toBe('');
  expect(thresholdProblem({ ...levels, countLevel1: 21 })).toContain('models');
  expect(thresholdProblem({ ...levels, loadLevel2: 11 })).toContain('releases');
});
