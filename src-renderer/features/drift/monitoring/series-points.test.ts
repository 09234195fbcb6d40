import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineNear, medianSize, pointsOf, type SeriesPoint, spliced, thinnedLine, withGaps } from './series-points';
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

describe('a line that is drawn with fewer points', () => {
  const value = fc.option(fc.double({ min: -100, max: 100, noNaN: true }), { nil: null, freq: 9 });
  const lines = fc.array(value, { maxLength: 400 }).map((values) => values.map((y, x) => [x, y] as const));
  /** Lowest, highest and length of what lies between two breaks. */
  const runs = (line: readonly (readonly [number, number | null])[]) => {
    const found: number[][] = [[]];
    for (const [, y] of line) {
      if (y === null) found.push([]);
      else found.at(-1)?.push(y);
    }
    return found.filter((run) => run.length > 0).map((run) => [Math.min(...run), Math.max(...run)]);
  };

  it('keeps each stretch between two breaks with its lowest and highest (property)', () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 4, max: 60 }), (line, most) => {
        const thinned = thinnedLine(line, most);
        expect(runs(thinned)).toEqual(runs(line));
        expect(thinned.every((one) => line.includes(one))).toBe(true);
        expect(thinned.map(([x]) => x)).toEqual(thinned.map(([x]) => x).toSorted((a, b) => a - b));
      }),
    );
  });

  it('has fewer', () => {
    const line = Array.from({ length: 5000 }, (_, x) => [x, Math.sin(x)] as const);
    expect(thinnedLine(line, 600).length).toBeLessThanOrEqual(600);
  });

  it('keeps every point near what is shown, and every spike beyond', () => {
    const line = Array.from({ length: 9000 }, (_, x) => [x, x === 7777 ? 99 : Math.sin(x)] as const);
    const drawn = lineNear(line, { from: 4000, to: 4100 });
    expect(drawn.length).toBeLessThan(900);
    expect(drawn.filter(([x]) => x >= 3850 && x <= 4250)).toHaveLength(401);
    expect(drawn.some(([, y]) => y === 99)).toBe(true);
    expect(drawn.at(0)).toEqual(line[0]);
    expect(drawn.at(-1)).toEqual(line.at(-1));
    expect(lineNear(line, { from: 0, to: 9000 })).toEqual(line);
    expect(lineNear([], { from: 0, to: 1 })).toEqual([]);
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
