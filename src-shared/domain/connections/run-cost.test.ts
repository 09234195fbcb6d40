import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costWindow, runCostOf } from './run-cost';

const window = costWindow('2026-12-01T06:00:00.000Z');
const everyDay = (usd: number): { day: string; usd: number }[] =>
  Array.from({ length: window.days }, (_, at) => ({
    day: new Date(Date.parse(window.from) + at * 86_400_000).toISOString().slice(0, 10),
    usd,
  }));

describe('the run cost of an application', () => {
  it('is of the last three whole months, which change once a month', () => {
    expect(window).toEqual({ from: '2026-09-01', to: '2026-11-30', days: 91, settled: false });
    expect(costWindow('2026-12-31T23:59:59.000Z')).toEqual({ ...window, settled: true });
    expect(costWindow('2027-02-01T00:00:00.000Z')).toMatchObject({ from: '2026-11-01', to: '2027-01-31', days: 92 });
    expect(costWindow('2028-04-10T00:00:00.000Z')).toMatchObject({ from: '2028-01-01', to: '2028-03-31', days: 91 });
  });

  it('is what was paid, as if it went on for a year', () => {
    expect(runCostOf(everyDay(2), { priced: 91, calls: 91 }, window)).toBeCloseTo(730, 9);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (cents) => {
        const year = runCostOf(everyDay(cents / 100), { priced: 1, calls: 1 }, window);
        expect(Number(year)).toBeCloseTo((cents / 100) * 365, 4);
      }),
    );
  });

  it('is not said where it would be too little or too much', () => {
    const all = { priced: 91, calls: 91 };
    expect(runCostOf([], all, window)).toBe('no_cost');
    expect(runCostOf(everyDay(0), all, window)).toBe('no_cost');
    // It began later, or has ended.
    expect(
      runCostOf(
        everyDay(1).filter(({ day }) => day >= '2026-09-08'),
        all,
        window,
      ),
    ).toBe('too_short');
    expect(
      runCostOf(
        everyDay(1).filter(({ day }) => day < '2026-11-01'),
        all,
        window,
      ),
    ).toBe('too_short');
    expect(runCostOf(everyDay(1), { priced: 90, calls: 91 }, window)).toBe('partly_priced');
    // Once a week is as often in a year.
    const weekly = everyDay(7).filter((_, at) => at % 7 === 0);
    expect(runCostOf(weekly, { priced: 13, calls: 13 }, window)).toBeCloseTo(365, 9);
  });
});
