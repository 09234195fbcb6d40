import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../base/calendar';
import { cadenceDays, silentAfter, usualGap } from './cadence';
import { VERDICT_CODES } from './day-verdicts';
import { modelHealth, type SeriesState, seriesState } from './health';

const { act, ok, watch, too_few_rows } = VERDICT_CODES;

describe('the cadence', () => {
  it('of a feed of working days bears a weekend, and an outage does not become usual', () => {
    const workdays = Array.from({ length: 40 }, (_, day) => day).filter((day) => day % 7 < 5);
    expect(usualGap(workdays)).toBe(3);
    const daily = [...Array(10).keys(), ...Array.from({ length: 11 }, (_, i) => 60 + i)];
    expect(usualGap(daily)).toBe(1);
  });

  it('is not known from two days, then follows from the update frequency', () => {
    expect(usualGap([1, 8])).toBeNull();
    expect(usualGap([1, 8, 15])).toBe(7);
    expect(cadenceDays(null, 'monthly')).toBe(30);
    expect(cadenceDays(null, 'on_drift')).toBeNull();
    expect(cadenceDays(7, 'monthly')).toBe(7);
    expect([silentAfter(null), silentAfter(7)]).toEqual([90, 14]);
  });

  it('is one of the gaps, and at least nine of ten are not longer (property)', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 21 });
    fc.assert(
      fc.property(days, (some) => {
        const sorted = some.toSorted((a, b) => a - b);
        const gaps = sorted.slice(1).map((day, i) => day - (sorted[i] ?? 0));
        const usual = usualGap(sorted) ?? 0;
        expect(gaps).toContain(usual);
        expect(gaps.filter((gap) => gap <= usual).length).toBeGreaterThanOrEqual(gaps.length * 0.9);
      }),
    );
  });
});

const state = (seriesId: number, day: number, lastCode: number, gap: number | null = 1): SeriesState => ({
  seriesId,
  lastAt: day * DAY_MS,
  lastCode,
  lastValue: 0.1,
  gap,
});
const daily = (...codes: number[]) => ({ firstDay: 100, codes: Uint8Array.from(codes) });
const base = { stage: 'monitored', updateFrequency: null } as const;

describe('the health of a model', () => {
  it('is the worst of what its series said last', () => {
    const days = daily(ok, ok, act, act);
    const health = modelHealth({ ...base, days, series: [state(1, 103, ok), state(2, 103, act)], today: 104 });
    expect(health).toMatchObject({
      health: 'act',
      reason: 'judged',
      sinceDay: 102,
      worst: { seriesId: 2 },
      cadence: 1,
    });
  });

  it('remembers a monthly series beside daily ones, and forgets one that is not measured any more', () => {
    const days = daily(act, ...Array<number>(40).fill(ok));
    const monthly = modelHealth({ ...base, days, series: [state(1, 140, ok), state(2, 100, act, 30)], today: 140 });
    expect(monthly.health).toBe('act');
    const given = modelHealth({ ...base, days, series: [state(1, 140, ok), state(2, 100, act, 1)], today: 140 });
    expect(given.health).toBe('ok');
  });

  it('is silence after twice the cadence for a model in production only', () => {
    const input = { ...base, days: daily(ok, ok, act), series: [state(1, 102, act)] };
    expect(modelHealth({ ...input, today: 104 }).health).toBe('act');
    expect(modelHealth({ ...input, today: 105 })).toMatchObject({ health: 'silent', sinceDay: 105 });
    expect(modelHealth({ ...input, today: 500, stage: 'validation' }).health).toBe('act');
    expect(modelHealth({ ...input, today: 500, stage: 'retired' })).toMatchObject({
      health: 'unknown',
      reason: 'retired',
    });
  });

  it('waits 90 days where nothing tells a rhythm', () => {
    const input = { ...base, days: daily(ok), series: [state(1, 100, ok, null)] };
    expect(modelHealth({ ...input, today: 190 }).health).toBe('ok');
    expect(modelHealth({ ...input, today: 191 }).health).toBe('silent');
    expect(modelHealth({ ...input, today: 191, updateFrequency: 'yearly' }).health).toBe('ok');
  });

  it('is unknown without results, and with results that say nothing', () => {
    const none = modelHealth({ ...base, days: { firstDay: 0, codes: new Uint8Array(0) }, series: [], today: 5 });
    expect(none).toMatchObject({ health: 'unknown', reason: 'never' });
    const few = modelHealth({ ...base, days: daily(too_few_rows), series: [state(1, 100, too_few_rows)], today: 100 });
    expect(few).toMatchObject({ health: 'unknown', reason: 'too_few_rows' });
  });
});

it('a series speaks with its last point', () => {
  const at = Float64Array.of(1, 2.5, 3).map((day) => day * DAY_MS);
  expect(seriesState(7, at, Uint8Array.of(act, ok, watch), Float64Array.of(1, 2, 3))).toEqual({
    seriesId: 7,
    lastAt: 3 * DAY_MS,
    lastCode: watch,
    lastValue: 3,
    gap: 1,
  });
});
