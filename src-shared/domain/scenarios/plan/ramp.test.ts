import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { rampShare } from './ramp';

/** How far the capability is after `month` of `months`. */
function rampAt(month: number, months: number): number {
  const x = Math.min(1, month / months);
  return x * x * (3 - 2 * x);
}

describe('the smoothstep', () => {
  it('is where the vectors say, month by month', () => {
    for (const [month, share] of Object.entries(vectors.ramp.smoothstep_18)) {
      expect(rampAt(Number(month), 18)).toBeCloseTo(share, 12);
    }
  });

  it.each([
    [12, 0, vectors.ramp.year_avg_12],
    [18, 0, vectors.ramp.year_avg_18],
    [24, 0, vectors.ramp.year_avg_24],
    [18, 6, vectors.ramp.year_avg_18_start6],
  ] as const)('has the yearly means of %i months from month %i', (months, start, shares) => {
    shares.forEach((share, at) => {
      expect(rampShare(at + 1, months, start)).toBeCloseTo(share, 12);
    });
  });

  it('is the mean of its months', () => {
    const steps = 12_000;
    for (const months of [1, 7, 18, 31]) {
      for (const year of [1, 2, 3]) {
        let sum = 0;
        for (let step = 0; step < steps; step++) sum += rampAt(12 * (year - 1) + (12 * (step + 0.5)) / steps, months);
        expect(rampShare(year, months)).toBeCloseTo(sum / steps, 6);
      }
    }
  });

  it('is there at once without months, and not before it starts', () => {
    expect(rampShare(1, 0)).toBe(1);
    expect(rampShare(1, 0, 3)).toBe(0.75);
  });
});
