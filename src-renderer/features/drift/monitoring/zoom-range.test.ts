import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWhole, lastDays, moved, wholeRange, zoomed } from './zoom-range';

const DAY = 86_400_000;

describe('the time that a chart shows', () => {
  it('reaches from the first point until today, and is never empty', () => {
    expect(wholeRange([DAY, 9 * DAY], 20 * DAY)).toEqual({ from: DAY, to: 20 * DAY });
    expect(wholeRange([DAY, 30 * DAY], 20 * DAY)).toEqual({ from: DAY, to: 30 * DAY });
    expect(wholeRange([20 * DAY], 20 * DAY)).toEqual({ from: 19 * DAY, to: 21 * DAY });
    expect(wholeRange([], 20 * DAY)).toEqual({ from: 19 * DAY, to: 21 * DAY });
  });

  it('shows the last days, or all where there are fewer', () => {
    const range = { from: 0, to: 100 * DAY };
    expect(lastDays(range, 30)).toEqual({ from: 70 * DAY, to: 100 * DAY });
    expect(lastDays(range, 365)).toEqual(range);
  });

  it('stays within the range however it is zoomed and moved', () => {
    const step = fc.oneof(
      fc.double({ min: 0.1, max: 4, noNaN: true }).map((factor) => ({ factor })),
      fc.double({ min: -3, max: 3, noNaN: true }).map((share) => ({ share })),
    );
    const range = { from: 1000 * DAY, to: 1400 * DAY };
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let zoom = range;
        for (const one of steps)
          zoom = 'factor' in one ? zoomed(range, zoom, one.factor) : moved(range, zoom, one.share);
        expect(zoom.from).toBeGreaterThanOrEqual(range.from - 1e-3);
        expect(zoom.to).toBeLessThanOrEqual(range.to + 1e-3);
        expect(zoom.to - zoom.from).toBeGreaterThanOrEqual(59_999);
        expect(isWhole(range, zoomed(range, zoom, 1e6))).toBe(true);
      }),
    );
  });
});
