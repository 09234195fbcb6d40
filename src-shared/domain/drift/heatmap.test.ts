import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, isoDay } from '../base/calendar';
import { VERDICT_CODES } from './day-verdicts';
import { type Bucket, bucketStarts, heatmapRow, SILENT_CELL } from './heatmap';

const day = (text: string): number => Date.parse(text) / DAY_MS;

describe('buckets', () => {
  it('begin on Mondays, firsts of months and of quarters', () => {
    expect(bucketStarts(day('2026-11-22'), day('2026-11-23'), 'week').map(isoDay)).toEqual([
      '2026-11-16',
      '2026-11-23',
      '2026-11-30',
    ]);
    expect(bucketStarts(day('2026-12-31'), day('2027-01-01'), 'month').map(isoDay)).toEqual([
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ]);
    expect(bucketStarts(day('2026-11-22'), day('2026-11-23'), 'quarter').map(isoDay)).toEqual([
      '2026-10-01',
      '2027-01-01',
    ]);
    expect(bucketStarts(day('1969-12-31'), day('1969-12-31'), 'week').map(isoDay)).toEqual([
      '1969-12-29',
      '1970-01-05',
    ]);
  });

  it('cover the whole time without gap or overlap (property)', () => {
    const buckets = fc.constantFrom<Bucket>('week', 'month', 'quarter');
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 40_000 }), fc.nat(800), buckets, (from, length, bucket) => {
        const starts = bucketStarts(from, from + length, bucket);
        expect(starts[0]).toBeLessThanOrEqual(from);
        expect(starts.at(-1)).toBeGreaterThan(from + length);
        expect(starts.at(-2)).toBeLessThanOrEqual(from + length);
        for (const [i, start] of starts.slice(1).entries()) expect(start).toBeGreaterThan(starts[i] ?? 0);
      }),
    );
  });
});

describe('a row', () => {
  const row = (codes: number[], today: number, expected = true, starts = [7, 14, 21, 28, 35]) => {
    const [cells, tool] = [new Uint8Array(starts.length - 1), new Uint8Array(starts.length - 1)];
    heatmapRow(
      { days: { firstDay: 10, codes: Uint8Array.from(codes) }, silentAfter: 6, expected, today },
      starts,
      cells,
      tool,
    );
    return { cells: [...cells], tool: [...tool] };
  };
  const { ok, act } = VERDICT_CODES;

  it('has the worst of each bucket, silence once it has lasted, and nothing after today', () => {
    expect(row([ok, act | 8, ok], 30)).toEqual({
      cells: [act, SILENT_CELL, SILENT_CELL, SILENT_CELL],
      tool: [1, 0, 0, 0],
    });
    expect(row([ok, act, ok], 18).cells).toEqual([act, 0, 0, 0]);
    expect(row([ok, act, ok], 30, false).cells).toEqual([act, 0, 0, 0]);
  });

  it('is empty before the first result', () => {
    expect(row([ok], 30, true, [0, 7, 14]).cells).toEqual([0, ok]);
  });
});
