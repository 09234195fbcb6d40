import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from './place-labels';

const room = { top: 0, bottom: 200, gap: 15 };

describe('placeLabels', () => {
  it('leaves labels alone that have room', () => {
    expect(placeLabels([10, 100, 60], room)).toEqual([10, 100, 60]);
    expect(placeLabels([], room)).toEqual([]);
  });

  it('moves two that meet apart, each by half', () => {
    expect(placeLabels([100, 105], room)).toEqual([95, 110]);
    expect(placeLabels([105, 100], room)).toEqual([110, 95]);
  });

  it('keeps the first above the second where both want one place', () => {
    expect(placeLabels([50, 50, 50], room)).toEqual([35, 50, 65]);
  });

  it('moves a group off the edge as a whole', () => {
    expect(placeLabels([199, 200], room)).toEqual([185, 200]);
    expect(placeLabels([0, 1], room)).toEqual([0, 15]);
  });

  it('shares a room that is too small evenly', () => {
    expect(placeLabels([10, 10, 10], { top: 0, bottom: 10, gap: 15 })).toEqual([0, 5, 10]);
  });

  const wanted = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 12 });
  const roomy = { top: 0, bottom: 400, gap: 15 };

  it('never lets labels meet, leave the room, or change their order', () => {
    fc.assert(
      fc.property(wanted, (places) => {
        const placed = placeLabels(places, roomy);
        const sorted = [...placed].sort((a, b) => a - b);
        for (const [index, at] of sorted.entries()) {
          expect(at).toBeGreaterThanOrEqual(roomy.top - 1e-9);
          expect(at).toBeLessThanOrEqual(roomy.bottom + 1e-9);
          if (index > 0) expect(at - (sorted[index - 1] ?? 0)).toBeGreaterThanOrEqual(roomy.gap - 1e-9);
        }
        for (const [a, at] of places.entries()) {
          for (const [b, other] of places.entries()) {
            if (at < other) expect(placed[a] ?? 0).toBeLessThan(placed[b] ?? 0);
          }
        }
      }),
    );
  });

  it('shifts less, in squares, than any other arrangement that was tried', () => {
    const nudges = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 12, maxLength: 12 });
    const cost = (at: readonly number[], places: readonly number[]) =>
      at.reduce((sum, one, index) => sum + (one - (places[index] ?? 0)) ** 2, 0);
    fc.assert(
      fc.property(wanted, nudges, (places, by) => {
        const best = placeLabels(places, roomy);
        const other = placeLabels(
          best.map((at, index) => at + (by[index] ?? 0)),
          roomy,
        );
        expect(cost(best, places)).toBeLessThanOrEqual(cost(other, places) + 1e-6);
      }),
    );
  });
});
