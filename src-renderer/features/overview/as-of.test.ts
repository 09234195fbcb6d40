import { describe, expect, it } from 'vitest';
import { dayOfSearch, endOfDay } from './as-of';
import { buttonWords, sinceWords } from './since';

describe('dayOfSearch', () => {
  it('takes a day and nothing else', () => {
    expect(dayOfSearch({ at: '2025-06-30' })).toBe('2025-06-30');
    expect(dayOfSearch({ at: '2025-13-45' })).toBeNull();
    expect(dayOfSearch({ at: 2025 })).toBeNull();
    expect(dayOfSearch({})).toBeNull();
    expect(endOfDay('2025-06-30')).toBe('2025-06-30T23:59:59.999Z');
  });
});

describe('sinceWords', () => {
  const at = '2026-11-23T12:00:00Z';
  it('says how long, when to come, or nothing', () => {
    expect(sinceWords('2026-10-13T12:00:00Z', at, 'en-US')).toBe('41 days');
    expect(sinceWords('2026-12-04', at, 'en-US')).toBe('on Dec 4, 2026');
    expect(sinceWords(null, at, 'en-US')).toBe('');
  });
});

describe('buttonWords', () => {
  it('keeps buttons short', () => {
    expect(buttonWords('Open the model')).toBe('Open the model');
    expect(buttonWords('Open the models in validation under a gate')).toBe('Open');
  });
});
