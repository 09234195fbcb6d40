import { describe, expect, it } from 'vitest';
import {
  formatAboutDays,
  formatAgo,
  formatBytes,
  formatCompactMoney,
  formatCount,
  formatDate,
  formatDated,
  formatDays,
  formatMoney,
  formatNumber,
  formatShare,
} from './format';

describe('format', () => {
  it('writes numbers in the locale', () => {
    expect(formatNumber(1234567, 0, 'en')).toBe('1,234,567');
    expect(formatNumber(1234.5, 1, 'de')).toBe('1.234,5');
    expect(formatNumber(-0.004, 1, 'en')).toBe('0');
    expect(formatShare(0.379, 'en')).toBe('38%');
  });

  it('writes money from minor units, with the digits of the currency', () => {
    expect(formatMoney(123_400, 'EUR', 'en')).toBe('€1,234');
    expect(formatMoney(123_456, 'EUR', 'en')).toBe('€1,234.56');
    expect(formatMoney(1234, 'JPY', 'en')).toBe('¥1,234');
  });

  it('writes short English amounts as the sentences beside them do, others in the locale', () => {
    for (const locale of ['en-US', 'en-GB', 'en-IN']) expect(formatCompactMoney(847_223, 'EUR', locale)).toBe('€847K');
    expect(formatCompactMoney(-5_089_000, 'EUR', 'en-GB')).toBe('−€5.09M');
    expect(formatCompactMoney(5_089_000, 'EUR', 'de')).toContain('5,09');
  });

  it('keeps a calendar date on its day in every time zone', () => {
    expect(formatDate('2026-11-23', 'en-GB')).toBe('23 Nov 2026');
  });

  it('shows a time no finer than it is known, in the locale and whatever the time zone', () => {
    const said = (at: string, locale: string) =>
      (['day', 'month', 'quarter', 'year'] as const).map((precision) => formatDated(at, precision, locale));
    expect(said('2024-02-15', 'en-GB')).toEqual(['15 Feb 2024', 'Feb 2024', 'Q1 2024', '2024']);
    expect(said('2024-07-02', 'de')).toEqual(['2 Jul 2024', 'Jul 2024', 'Q3 2024', '2024']);
    // The first minute of a span is in another year west of Greenwich; the span is not.
    expect(formatDated('2024-01-01T00:00:00.000Z', 'month', 'en-GB')).toBe('Jan 2024');
    expect(formatAboutDays(91, 'day', 'en')).toBe('3 months');
    expect(formatAboutDays(91, 'quarter', 'en')).toBe('about 3 months');
  });

  it('says spans in words', () => {
    expect(formatDays(0.2, 'en')).toBe('less than a day');
    expect(formatDays(1, 'en')).toBe('1 day');
    expect(formatDays(60, 'en')).toBe('60 days');
    expect(formatDays(91, 'en')).toBe('3 months');
    expect(formatDays(800, 'en')).toBe('2 years');
  });

  it('says how long ago', () => {
    const now = new Date('2026-11-23T12:00:00Z');
    expect(formatAgo('2026-11-23T11:59:40Z', now, 'en')).toBe('just now');
    expect(formatAgo('2026-11-23T10:00:00Z', now, 'en')).toBe('2 hours ago');
    expect(formatAgo('2026-11-20T12:00:00Z', now, 'en')).toBe('3 days ago');
  });

  it('counts with the right plural', () => {
    expect(formatCount(1, 'model')).toBe('1 model');
    expect(formatCount(12_000, 'entry', 'entries', 'en')).toBe('12,000 entries');
    expect(formatBytes(1_250_000, 'en')).toBe('1.3 MB');
  });
});
