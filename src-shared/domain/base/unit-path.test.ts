import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithinUnit, topUnit, unitPath } from './unit-path';

it.each([
  ['Treasury / Internal Revenue / East', 'Treasury'],
  [' Treasury ', 'Treasury'],
  ['R/D', 'R/D'],
  ['', ''],
])('the top unit of %j is %j', (unit, top) => {
  expect(topUnit(unit)).toBe(top);
});

it('leads from the top to the unit', () => {
  expect(unitPath('Treasury / Internal Revenue / East')).toEqual([
    'Treasury',
    'Treasury / Internal Revenue',
    'Treasury / Internal Revenue / East',
  ]);
  expect(unitPath('R/D')).toEqual(['R/D']);
  expect(unitPath('')).toEqual(['']);
});

describe('a unit', () => {
  it.each([
    ['Treasury / Internal Revenue', 'Treasury', true],
    ['Treasury', 'Treasury', true],
    ['Treasury', 'Treas', false],
    ['Treasury/Mint', 'Treasury', false],
    ['Treasury', 'Treasury / Internal Revenue', false],
    ['Treasury', '', false],
    ['', '', true],
    ['', 'Treasury', false],
  ])('%j is within %j: %s', (unit, above, within) => {
    expect(isWithinUnit(unit, above)).toBe(within);
  });

  it('is within those on its path, and no others', () => {
    const part = fc.stringMatching(/^[ab]([ -]?[ab])?$/);
    const unit = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' / '));
    fc.assert(
      fc.property(unit, unit, (below, above) => {
        expect(isWithinUnit(below, above)).toBe(unitPath(below).includes(above));
        for (const each of unitPath(below)) expect(isWithinUnit(below, each)).toBe(true);
      }),
    );
  });
});
