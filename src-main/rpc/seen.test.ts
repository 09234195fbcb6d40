import { expect, it } from 'vitest';
import { readSeen } from './seen';

it.each([
  [0, 0],
  [1_016, 1_016],
  ['1016', 1_016],
  ['0', 0],
])('reads %j as entry %d', (given, seen) => {
  expect(readSeen(given)).toBe(seen);
});

it.each([undefined, null, '', ' 12', '-1', '1e3', '12.5', '9999999999999999', -1, 1.5, Number.NaN, {}, [3]])(
  'takes %j for no entry',
  (given) => {
    expect(readSeen(given)).toBeUndefined();
  },
);
