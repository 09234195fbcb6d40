import { expect, it } from 'vitest';
import { counted, oneOf, sayCount, sayQuantity, smallNumber, verb } from './wording';

it('groups numbers and keeps one decimal of a quantity', () => {
  expect([sayCount(2133), sayQuantity(0.5), sayQuantity(1560.04)]).toEqual(['2,133', '0.5', '1,560']);
});

it('says small numbers as words', () => {
  expect([0, 1, 6, 7, 1200].map(smallNumber)).toEqual(['no', 'one', 'six', '7', '1,200']);
});

it('fits noun and verb to the number', () => {
  expect([counted(0, 'model'), counted(1, 'model'), counted(2, 'model')]).toEqual(['0 models', '1 model', '2 models']);
  expect(counted(2, 'agency', 'agencies')).toBe('2 agencies');
  expect([verb(1, 'is', 'are'), verb(0, 'is', 'are')]).toEqual(['is', 'are']);
});

it('lists alternatives', () => {
  expect([oneOf([]), oneOf(['a']), oneOf(['a', 'b']), oneOf(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a or b',
    'a, b or c',
  ]);
});
