import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clock, mergedResults, PointCollector } from './point-collector';
import { POINT_COLUMNS, type PointColumns, type PointValues, TOOL_VERDICTS } from './result-columns';

const DAY = 86_400_000;
const size = fc.option(fc.integer({ min: 0, max: 3 }), { nil: null });
const limit = fc.constantFrom(null, 0.25, -0, 0.1);
const result: fc.Arbitrary<PointValues> = fc.record({
  at: fc.integer({ min: 0, max: 40 }).map((day) => new Date(day * DAY).toISOString()),
  windowStart: fc.constantFrom(null, '1969-12-01T00:00:00.000Z'),
  value: fc.oneof(fc.constant(null), fc.double({ noNaN: true, noDefaultInfinity: true })),
  nRef: size,
  nCur: size,
  nBins: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
  lower: limit,
  upper: limit,
  verdict: fc.option(fc.constantFrom(...TOOL_VERDICTS), { nil: null }),
  row: fc.constant(null),
  distribution: fc.option(
    fc.nat(5).map((n) => ({ bins: ['a'], edges: null, reference: [n], current: [n] })),
    { nil: null, freq: 2 },
  ),
});
const results = fc.array(result, { minLength: 1, maxLength: 120 });

const collected = (list: readonly PointValues[]) => {
  const collector = new PointCollector(new Clock());
  for (const one of list) collector.add(one);
  return collector.finish(new Map());
};

const known = (value: number | null): number => (value === null ? Number.NaN : value + 0);

/** The last of each time, in the order of time. */
function expected(list: readonly PointValues[]) {
  const last = new Map(list.map((one) => [Date.parse(one.at), one]));
  return [...last].sort(([a], [b]) => a - b);
}

function sameAs(points: PointColumns, list: readonly PointValues[]): void {
  const rows = expected(list).map(([at, one]) => [
    at,
    one.windowStart === null ? Number.NaN : at - Date.parse(one.windowStart),
    known(one.value),
    known(one.nRef),
    known(one.nCur),
    known(one.nBins),
    known(one.lower),
    known(one.upper),
    one.verdict === null ? Number.NaN : TOOL_VERDICTS.indexOf(one.verdict),
    known(one.row),
  ]);
  for (const [index, name] of POINT_COLUMNS.entries())
    expect([...points[name]], name).toEqual(rows.map((row) => row[index]));
}

describe('points that are collected', () => {
  it('come out in the order of time, the last of each time, as exactly the numbers they were (property)', () => {
    fc.assert(
      fc.property(results, (list) => {
        const { points, distributions } = collected(list);
        sameAs(points, list);
        const kept = expected(list).flatMap(([at, { distribution }]) => (distribution ? [[at, distribution]] : []));
        expect([...distributions].sort(([a], [b]) => a - b)).toEqual(kept);
      }),
    );
  });

  it('take memory only for columns that are not all alike', () => {
    const collector = new PointCollector(new Clock());
    for (let day = 0; day < 1000; day += 1)
      collector.add({
        ...{
          at: new Date(day * DAY).toISOString(),
          windowStart: null,
          value: day / 7,
          nRef: 9000,
          nCur: 500,
          nBins: null,
        },
        ...{ lower: null, upper: 0.25, verdict: null, row: null, distribution: null },
      });
    expect(collector.bytes).toBe(2 * 1024 * 8);
    const { points } = collector.finish(new Map());
    expect(new Set(points.upper)).toEqual(new Set([0.25]));
    expect(points.nRef).toHaveLength(1000);
  });
});

it('merges what came under several names as if it had come under one, by its rows (property)', () => {
  const named = fc.array(fc.tuple(result, fc.nat(2)), { minLength: 1, maxLength: 80 });
  fc.assert(
    fc.property(named, (list) => {
      const rows = list.map(([one, name], row) => ({ one: { ...one, row }, name }));
      const parts = [0, 1, 2]
        .map((name) => rows.flatMap((row) => (row.name === name ? [row.one] : [])))
        .filter((part) => part.length > 0)
        .map(collected);
      const all = rows.map(({ one }) => one);
      const { points, distributions } = mergedResults(parts);
      sameAs(points, all);
      const kept = expected(all).flatMap(([at, { distribution }]) => (distribution ? [[at, distribution]] : []));
      expect([...distributions]).toEqual(kept);
    }),
  );
});
