import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnLetters, columnNumber, serialDate } from './cells';

describe('columns', () => {
  it.each([
    [1, 'A'],
    [26, 'Z'],
    [27, 'AA'],
    [52, 'AZ'],
    [53, 'BA'],
    [702, 'ZZ'],
    [703, 'AAA'],
    [16_384, 'XFD'],
  ])('%i is %s', (number, letters) => {
    expect(columnLetters(number)).toBe(letters);
    expect(columnNumber(letters)).toBe(number);
  });

  it('are the same there and back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 20_000 }), (n) => columnNumber(columnLetters(n)) === n));
  });
});

describe('dates', () => {
  it.each([
    ['1900-03-01', 61],
    ['1970-01-01', 25_569],
    ['2000-02-29', 36_585],
    ['2026-11-26', 46_352],
    ['9999-12-31', 2_958_465],
    ['2026-11-26T06:00:00.000Z', 46_352.25],
    ['2026-11-26T23:59:59.000Z', 46_352 + 86_399 / 86_400],
  ])('%s is day %d', (iso, serial) => {
    expect(serialDate(iso)).toBeCloseTo(serial, 9);
  });

  it.each(['1899-12-31', '1900-02-28', '1900-02-28T12:00:00.000Z', '+010000-01-01', 'soon', ''])(
    'a spreadsheet has no day for “%s”',
    (iso) => expect(serialDate(iso)).toBeNull(),
  );
});
