import { expect, it } from 'vitest';
import { crossingOf } from './crossings';

it('finds where a running sum falls below another for good', () => {
  expect(crossingOf([4, 5, 6], [0, 4, 8])).toEqual({ at: 1 + 1 / 3, value: 5 + 1 / 3 });
  expect(crossingOf([1, 0, 3, 2], [0, 1, 2, 5])).toEqual({ at: 2.25, value: 2.75 });
});

it('has none where it never falls below, or always was', () => {
  expect(crossingOf([4, 5, 6], [0, 1, 2])).toBeNull();
  expect(crossingOf([0, 1, 2], [4, 5, 6])).toBeNull();
  expect(crossingOf([], [])).toBeNull();
});
