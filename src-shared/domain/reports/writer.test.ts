import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportWriter } from './writer';

const writer = (locale: string, bandMoney = false) => reportWriter({ locale, currency: 'EUR', bandMoney });
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('reportWriter', () => {
  it('writes numbers, shares and days as the reader does', () => {
    expect(writer('en-GB').count(1234)).toBe('1,234');
    expect(writer('de-DE').count(1234)).toBe('1.234');
    expect(writer('de-DE').quantity(2.55, 2)).toBe('2,55');
    expect(plain(writer('de-DE').percent(0.356, 1))).toBe('35,6 %');
    const at = '2024-02-15T00:00:00.000Z';
    expect(writer('en-GB').dated(at, 'month')).toBe('Feb 2024');
    expect(writer('de-DE').dated(at, 'quarter')).toBe('Q1 2024');
    expect(writer('en-GB').dated(at, 'year')).toBe('2024');
    expect(writer('en-GB').dated(at, 'day')).toBe('15 Feb 2024');
    expect(writer('en-GB').day('2026-11-26T23:30:00Z')).toBe('26 Nov 2026');
    expect(writer('de-DE').day('2026-11-26T00:00:00Z')).toBe('26 Nov 2026');
    expect(writer('ja-JP').day('2026-11-26T00:00:00Z')).toBe('2026-11-26');
    expect(writer('ja-JP').month('2026-11')).toBe('2026-11');
  });

  it('writes money with its currency, minor units of any currency among them', () => {
    expect(writer('en-GB').money(950)).toBe('€950');
    expect(writer('en-GB').money(7_570_000)).toBe('€7.57M');
    expect(plain(writer('de-DE').money(7_570_000))).toBe('7,57M €');
    expect(plain(writer('de-DE').sentence('Level 2 costs €7.57M, 1.5 times “€7.57M”'))).toBe(
      'Level 2 costs 7,57M €, 1,5 times “€7.57M”',
    );
    expect(writer('ja-JP').money(12_345_678, 'JPY')).toMatch(/^[¥￥]12\.3M$/);
    expect(reportWriter({ locale: 'en-GB', currency: 'JPY', bandMoney: false }).minor(500)).toBe('¥500');
  });

  it('writes ranges and the months of an axis', () => {
    expect(writer('en-GB').moneyRange(40_000, 250_000, 'EUR')).toBe('€40K – €250K');
    expect(writer('en-GB', true).moneyRange(40_000, 250_000, 'EUR')).toBe('€20K – €500K');
    const months = ['2025-12-01', '2026-01-01', '2026-02-01'];
    expect(writer('en-US').monthAxis(months)).toEqual(['Dec 2025', 'Jan 2026', 'Feb']);
    expect(writer('ja-JP').monthAxis(months)).toEqual(['2025-12', '2026-01', '02']);
  });

  it('gives money in bands where it is not to leave', () => {
    const { money } = writer('en-GB', true);
    expect(money(7_570_000)).toBe('€5M – €10M');
    expect(money(-450)).toBe('−(€200 – €500)');
    expect(money(0)).toBe('€0');
  });

  it('never writes an amount that lies within its band and is no end of it', () => {
    const { money } = writer('en-GB', true);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (amount) => {
        expect(money(amount)).toMatch(/^€[125][0,]*[KMB]? – €[125][0,]*[KMB]?$/);
      }),
    );
  });

  it('turns the numbers of an English sentence, but not names, versions and ranges of letters', () => {
    const { sentence } = writer('de-DE');
    expect(sentence('1,560 updates a year is more than 260.5')).toBe('1.560 updates a year is more than 260,5');
    expect(sentence('“Model 1,560.5” is at 0.31')).toBe('“Model 1,560.5” is at 0,31');
    expect(sentence('version 1.2.3 of 2026-11-1')).toBe('version 1.2.3 of 2026-11-1');
    expect(writer('en-GB').sentence('1,560 at 0.31')).toBe('1,560 at 0.31');
  });

  it('refuses what is no locale', () => expect(() => writer('not a locale')).toThrow(RangeError));
});
