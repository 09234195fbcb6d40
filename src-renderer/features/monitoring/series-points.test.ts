import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianSize, pointsOf, type SeriesPoint, spliced, withGaps } from './series-points';
import { sampleSeries } from './testing/sample-series';

const point = (at: number, value: number | null = at): SeriesPoint => ({
  at,
  value,
  nRef: null,
  nCur: null,
  noise: null,
  verdict: 'ok',
  tool: null,
});
const times = (max: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max }), { maxLength: 40 }).map((list) => list.sort((a, b) => a - b));

it('turns the columns of a series into points', () => {
  const [first, second] = pointsOf(sampleSeries({ v: [0.1, null], verdict: ['watch', 'none'] }));
  expect(first).toMatchObject({ at: Date.parse('2026-11-02'), value: 0.1, nRef: 10_000, verdict: 'watch' });
  expect(second).toMatchObject({ value: null, verdict: 'none' });
});

describe('spliced', () => {
  it('puts the detail in the place of what it covers', () => {
    const whole = [0, 10, 20, 30, 40].map((at) => point(at));
    const detail = [11, 14, 20, 29].map((at) => point(at));
    expect(spliced(whole, detail).map(({ at }) => at)).toEqual([0, 10, 11, 14, 20, 29, 30, 40]);
    expect(spliced(whole, [])).toBe(whole);
  });

  it('keeps every point of the detail, the order of time, and each time once', () => {
    fc.assert(
      fc.property(times(100), times(60), (whole, part) => {
        const found = spliced(
          whole.map((at) => point(at)),
          part.map((at) => point(at + 20, -1)),
        );
        const at = found.map((one) => one.at);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        expect(found.filter(({ value }) => value === -1)).toHaveLength(part.length);
      }),
    );
  });
});

describe('withGaps', () => {
  const day = 86_400_000;
  it('breaks the line where nothing came for too long', () => {
    const line = withGaps([point(0), point(7 * day), point(30 * day)], 14, () => 1);
    expect(line).toEqual([
      [0, 1],
      [7 * day, 1],
      [18.5 * day, null],
      [30 * day, 1],
    ]);
  });

  it('keeps every point, with at most one break between two', () => {
    fc.assert(
      fc.property(times(200), fc.integer({ min: 1, max: 50 }), (days, longest) => {
        const line = withGaps(
          days.map((at) => point(at * day, 1)),
          longest,
          ({ value }) => value,
        );
        expect(line.filter(([, y]) => y !== null).map(([x]) => x)).toEqual(days.map((at) => at * day));
        const wide = days.filter((at, index) => index > 0 && at - (days[index - 1] ?? 0) > longest);
        expect(line.length - days.length).toBe(wide.length);
      }),
    );
  });
});

it('finds the middle size of those that are known', () => {
  expect(medianSize([null, 9, 1, 5])).toBe(5);
  expect(medianSize([null])).toBeNull();
});
