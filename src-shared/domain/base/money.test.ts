import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMinor, minorDigits, toMinor } from './money';

it('knows the minor units of currencies', () => {
  expect(['EUR', 'JPY', 'KWD'].map(minorDigits)).toEqual([2, 0, 3]);
});

it('writes amounts as the locale does', () => {
  expect(formatMinor(123_456, 'EUR', 'en-US')).toBe('€1,234.56');
  expect(formatMinor(123_456, 'EUR', 'de-DE')).toBe('1.234,56\u00a0€');
  expect(formatMinor(-123_456, 'JPY', 'en-US')).toBe('-¥123,456');
  expect(formatMinor(1_234_567, 'KWD', 'en-US')).toContain('1,234.567');
});

describe('toMinor', () => {
  it.each([
    [12.34, 1234],
    [1.005, 101],
    [-1.005, -101],
    [0.29, 29],
    [-0.001, 0],
    [1e-9, 0],
    [1_000_000_000_000, 100_000_000_000_000],
  ])('%d euros are %d cents', (major, minor) => {
    expect(toMinor(major, 'EUR')).toBe(minor);
  });

  it('takes back what minor units make', () => {
    const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(amount, fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
        expect(toMinor(minor / 10 ** minorDigits(currency), currency)).toBe(minor);
      }),
    );
  });
});
