import { expect, it } from 'vitest';
import { sayLimit, sayOtherLimit } from './say-limit';

const pair = { a: 'L1', b: 'L3' } as const;
const limit = { label: 'level 1: people per model', value: 0.5, breakEven: 0.2193, within: true };
const said = (change: Partial<typeof limit>, npv = 1, digits = 2) =>
  sayLimit({ ...limit, ...change }, { pair, npv, digits, say: String });

it('names the comparison that a limit is of, with as many figures as the plan carries', () => {
  expect(said({})).toBe(
    'What must be true, level 3 against level 1: level 1, people per model above 0.22; taken as 0.5.',
  );
  expect(said({ breakEven: 0.7, within: false }, -1)).toBe(
    'What would turn it, level 3 against level 1: level 1, people per model above 0.7, which lies outside its believed range; taken as 0.5.',
  );
  expect(said({ breakEven: 0.4999 }, 1)).toContain('above 0.4999;');
  expect(sayLimit(null, { pair, npv: 1, digits: 2, say: String })).toBe(
    'No single uncertain input can turn the result of level 3 against level 1.',
  );
});

it('says why the options turn elsewhere, where there is a third level', () => {
  const levels = ['L1', 'L2', 'L3'] as const;
  expect(sayOtherLimit('L2', pair, levels)).toBe(
    'The options turn elsewhere: there level 2, which costs least, is the one to beat.',
  );
  expect(sayOtherLimit('L3', pair, levels)).toBe(
    'The options turn elsewhere: there level 3 has to beat level 2 as well.',
  );
  expect(sayOtherLimit('L3', pair, ['L1', 'L3'])).toBe('');
  expect(sayOtherLimit(null, pair, levels)).toBe('');
});
