import { describe, expect, it } from 'vitest';
import { dayOfSearch, endOfDay } from './as-of';
import { buttonWords, howLongWords, sinceDate } from './since';

describe('dayOfSearch', () => {
  it('takes a day and nothing else', () => {
    expect(dayOfSearch({ at: '2025-06-30' })).toBe('2025-06-30');
    expect(dayOfSearch({ at: '2025-13-45' })).toBeNull();
    expect(dayOfSearch({ at: 2025 })).toBeNull();
    expect(dayOfSearch({})).toBeNull();
    expect(endOfDay('2025-06-30')).toBe('2025-06-30T23:59:59.999Z');
  });
});

describe('since when a row is so', () => {
  const at = '2026-11-23T12:00:00Z';
  const dated = (since: string | null, rest = {}) =>
    ({ since, sincePrecision: 'day', doubtful: false, ...rest }) as const;
  it('says the day and how long ago it is', () => {
    const day = dated('2026-10-13T12:00:00Z');
    expect([sinceDate(day, 'en-US'), howLongWords(day, at, 'en-US')]).toEqual(['Oct 13, 2026', '41 days']);
    expect(howLongWords(dated('2026-11-23'), at)).toBe('');
    expect([sinceDate(dated(null)), howLongWords(dated(null), at)]).toEqual(['–', '']);
  });
  it('questions a date that is rather a slip', () => {
    const slip = dated('1997-02-01', { doubtful: true });
    expect([sinceDate(slip, 'en-US'), howLongWords(slip, at)]).toEqual(['Feb 1, 1997?', 'date to be checked']);
  });
});

describe('buttonWords', () => {
  it('keeps buttons short', () => {
    expect(buttonWords('Open the model')).toBe('Open the model');
    expect(buttonWords('Open the models in validation under a gate')).toBe('Open');
  });
});
