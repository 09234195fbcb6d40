import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf } from './forms';
import { amountsIn, fullMoney, shortMoney } from './short-money';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

describe('a short amount', () => {
  it('has one form in English of every country, small ones to the unit', () => {
    for (const locale of ['en', 'en-US', 'en-GB', 'en-IN', 'en-AU']) {
      const say = (major: number, currency = 'EUR', digits = 3) => shortMoney(major, currency, digits, locale);
      expect([847_223, 5_089_000, -12_345, 2_885, 0].map((major) => say(major))).toEqual([
        '€847K',
        '€5.09M',
        '−€12.3K',
        '€2,885',
        '€0',
      ]);
      expect(say(847_223, 'EUR', 2)).toBe('€850K');
      expect(say(582_000_000, 'USD')).toBe('$582M');
    }
    expect(shortMoney(112_000, null)).toBe('112K');
  });

  it('has the digits and the place of the locale in others, and the letter of the sentences', () => {
    expect(plain(shortMoney(7_570_000, 'EUR', 3, 'de-DE'))).toBe('7,57M €');
    expect(plain(shortMoney(-850_000, 'EUR', 3, 'de-DE'))).toBe('−850K €');
    expect(plain(shortMoney(4_120_000, 'EUR', 3, 'ja-JP'))).toBe('€4.12M');
    expect(plain(shortMoney(2_885, 'EUR', 3, 'fr-FR'))).toBe('2 885 €');
    expect(shortMoney(999_950, 'EUR', 3, 'de-DE').replace(/\s/g, ' ')).toBe('1M €');
  });
});

describe('the sign of a currency', () => {
  it('is that of the sentences where the locale is English', () => {
    const full = (currency: string, locale: string) => plain(fullMoney(1234.5, currency, 2, formsOf(locale)));
    expect(full('USD', 'en-GB')).toBe('$1,234.50');
    expect(full('AUD', 'en-AU')).toBe('A$1,234.50');
    expect(full('EUR', 'en-AU')).toBe('€1,234.50');
    expect(full('USD', 'de-DE')).toBe('1.234,50 $');
    expect(fullMoney(-0.3, 'EUR', 0, formsOf('en-GB'))).toBe('€0');
  });
});

describe('the amounts of a sentence', () => {
  const german = (text: string) => plain(amountsIn(text, 'de-DE'));

  it('are written for its reader, and nothing else of it', () => {
    const said =
      'level 2 costs least, €850K less than level 3, €440K to €480K if counted; above $5.09M or €2,885 a year.';
    expect(german(said)).toBe(
      'level 2 costs least, 850K € less than level 3, 440K € to 480K € if counted; above 5,09M $ or 2.885 € a year.',
    );
    expect(german('0.253 people per model; version 1.2K')).toBe('0.253 people per model; version 1.2K');
    expect(german('CHF\u00a012.3K and A$1.2M')).toBe(
      plain(`${shortMoney(12_300, 'CHF', 3, 'de-DE')} and ${shortMoney(1_200_000, 'AUD', 2, 'de-DE')}`),
    );
    expect(amountsIn(said, 'en-GB')).toBe(said);
  });

  it('are those that a figure beside it has', () => {
    const money = fc.double({ min: 0, max: 9e12, noNaN: true });
    fc.assert(
      fc.property(
        money,
        fc.constantFrom('EUR', 'USD', 'GBP', 'JPY', 'CHF'),
        fc.constantFrom(2, 3),
        (major, currency, digits) => {
          const rounded = Number(major.toPrecision(digits));
          if (major < 10_000) return;
          expect(plain(amountsIn(shortMoney(major, currency, digits), 'fr-FR'))).toBe(
            plain(shortMoney(rounded, currency, digits, 'fr-FR')),
          );
        },
      ),
    );
  });
});
