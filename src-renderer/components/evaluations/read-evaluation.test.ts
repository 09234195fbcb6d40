import { expect, it } from 'vitest';
import { notationOf } from '../../lib/typed';
import { sayRate } from '../../lib/rate-words';
import { readEvaluation } from './read-evaluation';

const english = notationOf('en-US');

it('reads a rate as so many of so many, and a score as a mean', () => {
  expect(readEvaluation('passRate', '96', '120', english)).toEqual({ ok: true, value: 0.8, n: 120 });
  expect(readEvaluation('judgeScore', '4.25', '', english)).toEqual({ ok: true, value: 4.25, n: null });
  expect(readEvaluation('judgeScore', '4,25', '40', notationOf('de-DE'))).toEqual({ ok: true, value: 4.25, n: 40 });
});

it('refuses what is no such number', () => {
  for (const [first, count] of [
    ['121', '120'],
    ['0.8', '120'],
    ['-1', '120'],
    ['96', ''],
    ['96', '12.5'],
    ['many', '120'],
  ] as const)
    expect(readEvaluation('passRate', first, count, english).ok, `${first} of ${count}`).toBe(false);
});

it('says what stands behind a rate', () => {
  expect(sayRate(0.8, 120)).toBe('96 of 120 passed, 95 % interval 72% to 86.2%'.replace('95 %', '95 %'));
  expect(sayRate(0.8, null)).toBe('of how many answers is not said');
});
