import { describe, expect, it } from 'vitest';
import { formsOf, wellFormedLocale } from './forms';
import { rewritten } from './rewritten';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const said = (text: string, locale: string): string => plain(rewritten(text, formsOf(locale)));

describe('forms', () => {
  it('write a day in the order of the country, with English months', () => {
    const day = (locale: string) => formsOf(locale).day(2026, 3, 9);
    expect(['en-GB', 'de-DE', 'fr-FR', 'en-US', 'ja-JP', 'sv-SE'].map(day)).toEqual([
      '9 Mar 2026',
      '9 Mar 2026',
      '9 Mar 2026',
      'Mar 9, 2026',
      '2026-03-09',
      '2026-03-09',
    ]);
    expect(formsOf('en-US').dayOfYear(3, 9)).toBe('Mar 9');
    expect([formsOf('en-US').clock(15, 5), formsOf('en-US').clock(0, 5), formsOf('de-DE').clock(9, 5)]).toEqual([
      '3:05 PM',
      '12:05 AM',
      '09:05',
    ]);
  });

  it('write months as they write days', () => {
    expect(['en-GB', 'en-US', 'ja-JP'].map((locale) => formsOf(locale).month(2026, 3))).toEqual([
      'Mar 2026',
      'Mar 2026',
      '2026-03',
    ]);
    const words = 'From Dec 2026 to 9 Mar 2027, 1–23 Nov 2027, in 2028';
    expect(said(words, 'ja-JP')).toBe('From 2026-12 to 2027-03-09, 2027-11-01 – 2027-11-23, in 2028');
    expect(said(words, 'en-US')).toBe('From Dec 2026 to Mar 9, 2027, Nov 1–23, 2027, in 2028');
  });

  it('write Latin digits in every country, and take no calendar over', () => {
    expect(formsOf('ar-EG').numbers().format(1234)).toMatch(/^[\d.,\u066c]+$/);
    expect(formsOf('th-TH-u-ca-buddhist').locale).toBe('th-TH');
  });

  it('are found for whatever a computer calls its language', () => {
    expect(['en-US@posix', 'de_DE.UTF-8', 'C', 'POSIX', '', '*', 'x'].map(wellFormedLocale)).toEqual([
      'en-US',
      'de-DE',
      'en-GB',
      'en-GB',
      'en-GB',
      'en-GB',
      'en-GB',
    ]);
  });
});

describe('a sentence that is rewritten', () => {
  it('has amounts, numbers, shares and days in the reader’s forms', () => {
    expect(said('at 10%, 1,234, and 4.5.', 'de-DE')).toBe('at 10 %, 1.234, and 4,5.');
    const text = 'Level 3 returns €5.09M by 23 Nov 2026: 2,133 models, 4.5% of 1.25 runs, 10% at €2,885.50.';
    expect(said(text, 'en-GB')).toBe(text);
    expect(said(text, 'en-US')).toBe(text.replace('23 Nov 2026', 'Nov 23, 2026'));
    expect(said(text, 'de-DE')).toBe(
      'Level 3 returns 5,09M € by 23 Nov 2026: 2.133 models, 4,5 % of 1,25 runs, 10 % at 2.885,50 €.',
    );
    expect(said(text, 'ja-JP')).toBe(text.replace('23 Nov 2026', '2026-11-23'));
  });

  it('keeps what is no number of the program: quotes, versions, years, ids, times', () => {
    const text = '“Model 1.5, 2,000” v1.5 2.1.3 3.4.5 in 2026, year 2 of 5, 10:05, ISO-27001, run-1.2';
    for (const locale of ['de-DE', 'en-US', 'fr-FR']) expect(said(text, locale)).toBe(text);
  });

  it('keeps every digit of a formula', () => {
    const formula = '2,140,000 / 1.10^2 + 0.2963 × 12 = 1,768,599.04 (10%)';
    expect(said(formula, 'de-DE')).toBe('2.140.000 / 1,10^2 + 0,2963 × 12 = 1.768.599,04 (10 %)');
  });

  it('writes spans and days without a year in the order of the country', () => {
    expect(said('from 3–14 Oct 2026 or on 1 Aug', 'en-US')).toBe('from Oct 3–14, 2026 or on Aug 1');
    expect(said('Nov 2026–Oct 2027', 'en-US')).toBe('Nov 2026–Oct 2027');
  });
});
