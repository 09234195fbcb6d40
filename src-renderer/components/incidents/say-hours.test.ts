import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayHours, sayRange } from './say-hours';

describe('hours in words', () => {
  it.each([
    [0, '0 minutes'],
    [0.25, '15 minutes'],
    [1, '1 hour'],
    [1.94, '1.9 hours'],
    [47.9, '47.9 hours'],
    [48, '2 days'],
    [100, '4.2 days'],
  ])('%d is %s', (hours, words) => {
    expect(sayHours(hours)).toBe(words);
  });

  it('says the unit of a range once where it is the same', () => {
    expect(sayRange(1.7, 2.8)).toBe('1.7 to 2.8 hours');
    expect(sayRange(17.4, 52.8)).toBe('17.4 hours to 2.2 days');
  });

  it('never says a whole hour as 60 minutes, nor two days as 48 hours', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.02, max: 0.02, noNaN: true }), fc.constantFrom(1, 48), (by, edge) => {
        const hours = edge * (1 + by);
        expect(sayHours(hours)).not.toMatch(/^(60 minutes|48 hours)$/);
      }),
    );
  });
});
