import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexed, moneyBand } from './money-band';

const amount = fc.double({ min: 1e-6, max: 1e15, noNaN: true });

describe('moneyBand', () => {
  it.each([
    [1, 1, 2],
    [1.99, 1, 2],
    [2, 2, 5],
    [450_000, 200_000, 500_000],
    [999_999, 500_000, 1_000_000],
    [-1_000_000, 1_000_000, 2_000_000],
  ])('%d lies in %d to %d', (value, low, high) => expect(moneyBand(value)).toEqual({ low, high }));

  it('has none for 0', () => expect(moneyBand(0)).toBeNull());

  it('holds every amount, at most 2.5 times as wide as its lower end, and says the same of all amounts in it', () => {
    fc.assert(
      fc.property(amount, fc.double({ min: 0, max: 0.999, noNaN: true }), (value, place) => {
        const band = moneyBand(value);
        if (band === null) throw new Error('an amount without a band');
        expect(band.low).toBeLessThanOrEqual(value * (1 + 1e-12));
        expect(band.high).toBeGreaterThanOrEqual(value * (1 - 1e-12));
        expect(band.high / band.low).toBeLessThanOrEqual(2.5 + 1e-9);
        const other = moneyBand(band.low * (1 + 1e-9) + place * (band.high - band.low) * 0.999);
        expect(other?.high).toBeCloseTo(band.high, 6);
      }),
    );
  });
});

describe('indexed', () => {
  it('keeps the shape, not the money', () => {
    expect(
      indexed([
        [10, null, -20],
        [5, 0],
      ]),
    ).toEqual([
      [0.5, null, -1],
      [0.25, 0],
    ]);
    expect(indexed([[0, null]])).toEqual([[0, null]]);
  });
});
