import { describe, expect, it } from 'vitest';
import { sayDated } from './period';
import { readTypedPeriod } from './typed-period';

const rules = { order: null, latest: '2026-11-29', shortMonths: true } as const;

describe('a time in a file', () => {
  it.each([
    ['2024-05-31', '31 May 2024'],
    ['31.5.2024', '31 May 2024'],
    ['2024', '2024'],
    ['2024-05', 'May 2024'],
    ['05/2024', 'May 2024'],
    ['5.2024', 'May 2024'],
    ['Jan-03', 'Jan 2003'],
    ["May '24", 'May 2024'],
    ['mai 2024', 'May 2024'],
    ['März 2024', 'Mar 2024'],
    ['2024 Sept', 'Sep 2024'],
    ['Q1 2024', 'Q1 2024'],
    ['2024-Q3', 'Q3 2024'],
    ['2. Quartal 2025', 'Q2 2025'],
  ])('%s is kept as %s', (text, said) => {
    const read = readTypedPeriod(text, rules);
    expect(read.ok && sayDated(read.value)).toBe(said);
  });

  it.each([
    ['FY24 Q1', 'date_incomplete'],
    ['13/2024', 'date_incomplete'],
    ['03/04/2024', 'ambiguous_date'],
    ['2031', 'date_in_future'],
    ['12/2026', 'date_in_future'],
    ['1905', 'impossible_date'],
    ['soon', 'not_a_date'],
  ])('%s is refused as %s', (text, code) => {
    expect(readTypedPeriod(text, rules)).toMatchObject({ ok: false, code });
  });

  it('a year that is not over counts no later than today', () => {
    const read = readTypedPeriod('2026', { ...rules, latest: '2026-03-01' });
    expect(read.ok && read.value.at.slice(0, 10) <= '2026-03-01').toBe(true);
  });

  it('two digits of a year are refused where nobody said that they may stand', () => {
    expect(readTypedPeriod('Jan-03', { order: null })).toMatchObject({ ok: false, code: 'ambiguous_date' });
  });
});
