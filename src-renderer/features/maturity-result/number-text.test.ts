import { expect, it } from 'vitest';
import { readNumber } from './number-text';

const RANGE = { min: 0.5, max: 10, whole: false };

it('reads a number with a point or a comma', () => {
  expect(readNumber(' 2,5 ', RANGE)).toEqual({ ok: true, value: 2.5 });
  expect(readNumber('2.5', RANGE)).toEqual({ ok: true, value: 2.5 });
});

it('says what is asked for instead of guessing', () => {
  for (const text of ['', 'two', '0', '11']) expect(readNumber(text, RANGE)).toMatchObject({ ok: false });
  expect(readNumber('2.5', { min: 1, max: 50, whole: true })).toEqual({
    ok: false,
    problem: 'Give a whole number from 1 to 50.',
  });
});
