import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMOUNT_CASES, type Known } from './testing/typed-values';
import { type AmountRules, readTypedAmount, writeAmount } from './typed-amount';

const MARKS: readonly Known[] = ['.', ',', 'nothing'];
const rules = (currency: string, known: Known, decimals: AmountRules['decimals'] = 'refused'): AmountRules => ({
  currency,
  mark: known === 'nothing' ? null : known,
  decimals,
});

describe('an amount', () => {
  it.each(AMOUNT_CASES)('$text in $currency', ({ text, currency, read, file = read }) => {
    for (const known of MARKS) {
      const typed = readTypedAmount(text, rules(currency, known));
      expect(typed.ok ? typed.value : typed.code, `typed, mark ${known}`).toBe(read[known]);
      const filed = readTypedAmount(text, rules(currency, known, 'rounded'));
      expect(filed.ok ? filed.value : filed.code, `in a file, mark ${known}`).toBe(file[known]);
      if (!typed.ok) expect(typed.message).toMatch(/\.$/);
    }
  });

  it.each([
    ['1.250', 'EUR', null, '“1.250” can be read as 1250 or as 1.25. Write 1250 or 1.25.'],
    ['€ -1,250', 'EUR', null, '“€ -1,250” can be read as -1250 or as -1,25. Write -1250 or -1,25.'],
    ['1.255', 'EUR', '.', '“1.255” can be read as 1255 or as 1.255. Write 1255 if that is meant.'],
    ['1.500', 'JPY', '.', '“1.500” can be read as 1500 or as 1.5. Write 1500 if that is meant.'],
    ['1.255', 'KWD', null, '“1.255” can be read as 1255 or as 1.255. Write 1255 or 1.2550.'],
    ['abc', 'EUR', ',', '“abc” is not an amount in EUR. Write it as 1234,50.'],
    ['abc', 'JPY', '.', '“abc” is not an amount in JPY. Write it as 1234.'],
    ['1.5', 'JPY', '.', '“1.5” has more decimals than JPY, which has no decimals: write a whole amount.'],
    ['12 USD', 'EUR', '.', '“12 USD” is not in EUR, in which this portfolio counts. Write the amount in EUR.'],
  ] as const)('says of %s in %s (mark %s): %s', (text, currency, mark, message) => {
    expect(readTypedAmount(text, { currency, mark, decimals: 'refused' })).toMatchObject({ ok: false, message });
  });

  it('ends the sentence with what settles it in a file', () => {
    const rule = { ...rules('EUR', 'nothing'), remedy: 'Choose the decimal sign.' };
    expect(readTypedAmount('1.250', rule)).toMatchObject({
      message: '“1.250” can be read as 1250 or as 1.25. Choose the decimal sign.',
    });
  });

  it('may have to be 0 or more', () => {
    const rule = { ...rules('EUR', '.'), min: 0 } as const;
    expect(readTypedAmount('-1', rule)).toMatchObject({ code: 'negative_amount' });
    expect(readTypedAmount('-0', rule)).toEqual({ ok: true, value: 0 });
  });

  it('is read back as what an editor wrote', () => {
    const minor = fc.integer({ min: -9_000_000_000_000_000, max: 9_000_000_000_000_000 });
    fc.assert(
      fc.property(minor, fc.constantFrom('EUR', 'JPY', 'KWD'), fc.constantFrom('.', ','), (value, currency, mark) => {
        const rule = rules(currency, mark);
        expect(readTypedAmount(writeAmount(value, currency, mark), rule)).toEqual({ ok: true, value: value + 0 });
      }),
    );
    expect(writeAmount(125_000_050, 'EUR', ',')).toBe('1250000,50');
    expect([writeAmount(500, 'EUR', '.'), writeAmount(-5, 'EUR', '.'), writeAmount(5, 'JPY', '.')]).toEqual([
      '5',
      '-0.05',
      '5',
    ]);
  });
});
