import { describe, expect, it } from 'vitest';
import { parseMoney } from './parse-money';

const read = (text: string, decimal: '.' | ',' = '.', currency = 'EUR') => parseMoney(text, { decimal, currency });

describe('amounts', () => {
  it.each([
    ['1,234.56', '.', 123_456],
    ['1.234,56', ',', 123_456],
    ['1 234 567,8', ',', 123_456_780],
    ["1'234.50", '.', 123_450],
    ['€ 12', '.', 1_200],
    ['12 EUR', '.', 1_200],
    ['$1,000,000', '.', 100_000_000],
    ['-12.5', '.', -1_250],
    ['-$12.5', '.', -1_250],
    ['0', '.', 0],
    ['0.125', '.', 13],
    ['1234.5678', '.', 123_457],
  ] as const)('reads %s with "%s"', (text, decimal, minor) => {
    expect(read(text, decimal)).toEqual({ ok: true, value: minor });
  });

  it('knows currencies without and with three decimals', () => {
    expect(read('1500', '.', 'JPY')).toEqual({ ok: true, value: 1_500 });
    expect(read('1.234', '.', 'KWD')).toEqual({ ok: true, value: 1_234 });
  });

  it.each(['12k', '€ 1.2m', '(12)', '1.234,56', '1,23,456', '12,5', 'about 5', '1e6', '', '9'.repeat(40)])(
    'refuses %j',
    (text) => {
      expect(read(text)).toMatchObject({ ok: false, code: 'not_an_amount' });
    },
  );

  it('refuses three decimals, which may be thousands', () => {
    expect(read('1.234')).toMatchObject({ ok: false, code: 'ambiguous_amount' });
    expect(read('1,234', ',')).toMatchObject({ ok: false, code: 'ambiguous_amount' });
  });
});
