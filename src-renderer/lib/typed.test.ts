import { describe, expect, it } from 'vitest';
import { notationOf, typedMajor } from './typed';

describe('the notation of a locale', () => {
  it.each([
    ['en-US', '.', 'mdy'],
    ['en-GB', '.', 'dmy'],
    ['de-DE', ',', 'dmy'],
    ['de-CH', '.', 'dmy'],
    ['fr-FR', ',', 'dmy'],
    ['sv-SE', ',', 'ymd'],
    ['ja-JP', '.', 'ymd'],
    ['hi-IN', '.', 'dmy'],
    ['ar-EG', '.', 'dmy'],
  ] as const)('of %s: %s, %s', (locale, mark, order) => expect(notationOf(locale)).toMatchObject({ mark, order }));
});

it('reads money in major units within its range', () => {
  const english = notationOf('en-US');
  expect(typedMajor('1,250.50', 'EUR', { min: 0, max: 1e12 }, english)).toEqual({ ok: true, value: 1250.5 });
  expect(typedMajor('-1', 'EUR', { min: 0, max: 10 }, english)).toMatchObject({
    message: 'Write an amount from 0 to 10.',
  });
});
