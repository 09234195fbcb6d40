import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '../base/calendar';
import { bandInForce } from './bands';
import { daysUpTo, hasToolDrift, NO_DAYS, verdictCodes, verdictOfCode, withPoints } from './day-verdicts';
import { driftVerdict } from './verdict';

const psi = bandInForce([], { id: 'm', tier: null }, 'psi');

describe('codes of points', () => {
  it('say what the verdict of each figure says, and take the word of the tool only where we have none (property)', () => {
    const figure = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN));
    const rows = fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constant(Number.NaN));
    const tool = fc.constantFrom(Number.NaN, 0, 1, 2);
    fc.assert(
      fc.property(figure, rows, rows, tool, (value, nRef, nCur, verdict) => {
        const columns = { value, nRef, nCur, verdict };
        const arrays = Object.fromEntries(Object.entries(columns).map(([name, one]) => [name, Float64Array.of(one)]));
        const [code = 0] = verdictCodes(arrays as { [K in keyof typeof columns]: Float64Array }, psi);
        const known = (one: number): number | null => (Number.isNaN(one) ? null : one);
        const own = driftVerdict(known(value), psi.bands, psi.direction, {
          reference: known(nRef),
          current: known(nCur),
        });
        const ofTool = Number.isNaN(verdict) ? 'none' : verdict === 0 ? 'ok' : 'watch';
        expect(verdictOfCode(code)).toBe(own === 'none' ? ofTool : own);
        expect(hasToolDrift(code)).toBe(verdict === 2);
      }),
    );
  });
});

describe('the worst of each day', () => {
  it('does not depend on the order in which points come (property)', () => {
    const points = fc.uniqueArray(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.constantFrom(1, 3, 4, 5, 12, 13)), {
      minLength: 1,
      selector: ([hour]) => hour,
    });
    const fold = (parts: readonly (readonly (readonly [number, number])[])[]) =>
      parts.reduce((days, part) => {
        const sorted = part.toSorted(([a], [b]) => a - b);
        const at = Float64Array.from(sorted, ([hour]) => hour * 8 * 3_600_000);
        return withPoints(
          days,
          at,
          Uint8Array.from(sorted, ([, code]) => code),
        );
      }, NO_DAYS);
    fc.assert(
      fc.property(points, (all) => {
        const whole = fold([all]);
        expect(fold(all.map((one) => [one]))).toEqual(whole);
        for (const [hour, code] of all) {
          const day = whole.codes[dayNumber(hour * 8 * 3_600_000) - whole.firstDay] ?? 0;
          expect(day & 7).toBeGreaterThanOrEqual(code & 7);
        }
      }),
    );
  });

  it('end with a result when they are cut', () => {
    const days = { firstDay: 100, codes: Uint8Array.of(3, 0, 0, 5) };
    expect(daysUpTo(days, 102)).toEqual({ firstDay: 100, codes: Uint8Array.of(3) });
    expect(daysUpTo(days, 99)).toEqual(NO_DAYS);
    expect(daysUpTo(days, 500)).toEqual(days);
  });
});
