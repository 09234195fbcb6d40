import { expect, it } from 'vitest';
import { topUnit } from './unit-path';

it.each([
  ['Treasury / Internal Revenue / East', 'Treasury'],
  [' Treasury ', 'Treasury'],
  ['R/D', 'R/D'],
  ['', ''],
])('the top unit of %j is %j', (unit, top) => {
  expect(topUnit(unit)).toBe(top);
});
