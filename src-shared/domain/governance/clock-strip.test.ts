import { describe, expect, it } from 'vitest';
import { clockStrip } from './clock-strip';

const classes = [
  { value: 'critical', label: 'Widespread', due: '2026-11-22' },
  { value: 'death', label: 'Somebody died', due: '2026-11-30' },
  { value: 'other', label: 'Other', due: '2026-12-05' },
];
const clock = {
  awareOn: '2026-11-20',
  due: '2026-12-05',
  reportedOn: null,
  today: '2026-11-26',
  classes,
  class: 'other',
};

describe('the strip of a clock', () => {
  it('has today, its end, and the ends of the other classes on one scale', () => {
    const strip = clockStrip(clock);
    expect(strip.today).toBeCloseTo(6 / 16);
    expect(strip.end).toMatchObject({ day: '2026-12-05', passed: false });
    expect(strip.end?.at).toBeCloseTo(15 / 16);
    expect(strip.rings.map(({ day, passed }) => [day, passed])).toEqual([
      ['2026-11-22', true],
      ['2026-11-30', false],
    ]);
    expect(strip.daysLeft).toBe(9);
  });

  it('goes on past its end while nobody has reported', () => {
    const strip = clockStrip({ ...clock, today: '2026-12-24' });
    expect(strip.daysLeft).toBe(-19);
    expect(strip.today).toBeLessThanOrEqual(1);
    expect(strip.end?.at).toBeLessThan(strip.today);
  });

  it('without a class has no end, and all others as rings', () => {
    const strip = clockStrip({ ...clock, class: '', due: null });
    expect(strip.end).toBeNull();
    expect(strip.rings).toHaveLength(3);
    expect(strip.daysLeft).toBeNull();
  });

  it('counts no days any more when it was reported', () =>
    expect(clockStrip({ ...clock, reportedOn: '2026-11-25' }).daysLeft).toBeNull());
});
