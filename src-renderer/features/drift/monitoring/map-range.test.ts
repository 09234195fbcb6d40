import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, isoDay } from '#domain/base/calendar';
import { ownForms, writeFor } from '#domain/base/forms';
import { bucketStarts } from '#domain/drift/heatmap';
import { columnLabels, earlier, later, mapRange, sayBucket } from './map-range';

const day = fc.integer({ min: 10_000, max: 40_000 }).map(isoDay);
const bucket = fc.constantFrom('week' as const, 'month' as const, 'quarter' as const);

describe('the time that the map covers', () => {
  it('is half a year of weeks, two years of months, four of quarters', () => {
    expect(mapRange('week', '2026-11-23')).toEqual({ from: '2026-06-01', to: '2026-11-23' });
    expect(mapRange('month', '2026-11-23')).toEqual({ from: '2024-12-01', to: '2026-11-23' });
    expect(mapRange('quarter', '2026-11-23')).toEqual({ from: '2023-02-01', to: '2026-11-23' });
  });

  it('has the same number of columns wherever it lies', () => {
    const columns = { week: 26, month: 24, quarter: 16 };
    fc.assert(
      fc.property(day, bucket, (until, by) => {
        const { from, to } = mapRange(by, until);
        const starts = bucketStarts(Date.parse(from) / DAY_MS, Date.parse(to) / DAY_MS, by);
        expect(starts.length - 1).toBe(columns[by]);
      }),
    );
  });

  it('goes back by half of it, and forward until it follows today again', () => {
    expect(earlier('week', '2026-11-23')).toBe('2026-08-24');
    expect(later('week', '2026-08-24', '2026-11-23')).toBeNull();
    expect(later('week', '2026-05-25', '2026-11-23')).toBe('2026-08-24');
    fc.assert(
      fc.property(day, bucket, (today, by) => {
        const once = earlier(by, today);
        expect(once < today).toBe(true);
        expect(later(by, earlier(by, once), today)).not.toBeNull();
      }),
    );
  });
});

describe('the names over the columns', () => {
  it('are months where they begin, and years', () => {
    const weeks = ['2025-12-22', '2025-12-29', '2026-01-05', '2026-01-12', '2026-02-02'];
    expect(columnLabels(weeks, 'week')).toEqual(['Dec', '', '2026', '', 'Feb']);
    const quarters = ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01', '2026-04-01'];
    expect(columnLabels(quarters, 'quarter')).toEqual(['', 'Q3', '', '2026', '']);
    const months = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    expect(columnLabels(months, 'month')).toEqual(['Nov', '', '2026', '', '', 'Apr']);
  });

  it('never stand side by side', () => {
    fc.assert(
      fc.property(day, bucket, (until, by) => {
        const { from, to } = mapRange(by, until);
        const starts = bucketStarts(Date.parse(from) / DAY_MS, Date.parse(to) / DAY_MS, by).slice(0, -1);
        const labels = columnLabels(starts.map(isoDay), by);
        for (const [index, label] of labels.entries()) if (label !== '') expect(labels[index + 1] ?? '').toBe('');
      }),
    );
  });
});

it('says a column’s time', () => {
  expect(sayBucket('2026-11-16', 'week')).toBe('week of 16 Nov 2026');
  expect(sayBucket('2026-11-01', 'month')).toBe('Nov 2026');
  expect(sayBucket('2026-10-01', 'quarter')).toBe('quarter 4 of 2026');
});

it('says a week as the person writes a day', () => {
  const { locale } = ownForms();
  try {
    writeFor('en-US');
    expect(sayBucket('2026-11-16', 'week')).toBe('week of Nov 16, 2026');
  } finally {
    writeFor(locale);
  }
});
