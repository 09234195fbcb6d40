import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure } from '#domain/base/typed-number';
import { parseNumber, scanNumber } from './parse-number';

function read(text: string, decimal = '.'): number {
  const bytes = Buffer.from(`x${text}y`, 'latin1');
  return parseNumber(bytes, 1, bytes.length - 1, decimal.charCodeAt(0));
}

describe('a number in bytes', () => {
  it('is read exactly as the engine reads its text', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        // −0 is written without its sign.
        expect(read(String(value))).toBe(value + 0);
      }),
      { numRuns: 3_000 },
    );
  });

  it('of up to twenty digits is rounded to the nearest double', () => {
    const digits = fc.stringMatching(/^[1-9]\d{0,19}$/);
    fc.assert(
      fc.property(digits, fc.nat(20), fc.boolean(), (text, behind, minus) => {
        const whole = text.slice(0, Math.max(0, text.length - behind)) || '0';
        const fraction = text.slice(-behind || text.length);
        const number = `${minus ? '-' : ''}${behind > 0 ? `${whole}.${fraction}` : text}`;
        expect(read(number)).toBe(Number(number));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is rounded to the nearest double where it lies next to the middle of two', () => {
    const halves = fc.tuple(fc.bigInt({ min: 2n ** 52n, max: 2n ** 53n - 1n }), fc.integer({ min: -73, max: 6 }));
    fc.assert(
      fc.property(halves, fc.integer({ min: 16, max: 18 }), fc.boolean(), ([whole, power], digits, above) => {
        const middle = 2n * whole + 1n; // × 2^(power − 1)
        const size = Math.floor(Math.log10(Number(whole) * 2 ** power)) + 1;
        const behind = Math.min(22, Math.max(0, digits - size));
        const scaled = middle * 10n ** BigInt(behind);
        const cut = power > 0 ? scaled << BigInt(power - 1) : scaled >> BigInt(1 - power);
        const text = (above ? cut + 1n : cut).toString().padStart(behind + 1, '0');
        const number = behind === 0 ? text : `${text.slice(0, -behind)}.${text.slice(-behind)}`;
        expect(read(number)).toBe(Number(number));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is the figure that the one rule reads, or none with a leading zero or parted thousands', () => {
    const texts = fc.stringMatching(/^[+-]?\d{0,6}[.,]?\d{0,6}([.,]\d{0,3})?(e[+-]?\d{0,2})?$/);
    fc.assert(
      fc.property(texts, fc.constantFrom('.', ','), (text, decimal) => {
        const code = /^[+-]?0\d/.test(text);
        const parted = decimal === ',' && text.includes('.');
        expect(read(text, decimal) + 0).toBe(code || parted ? Number.NaN : readFigure(text, decimal) + 0);
      }),
      { numRuns: 5_000 },
    );
  });

  it('may be halfway between two doubles', () => {
    // 2⁵³ + 1 and its neighbours: ties go to the even one.
    for (const text of ['9007199254740993', '9007199254740995', '4503599627370497.5', '1152921504606847105']) {
      expect(read(text)).toBe(Number(text));
    }
  });

  it('may have a sign, no whole part, an exponent or a decimal comma', () => {
    expect(['-3', '+4', '.5', '5.', '-0.25', '1e3', '2.5E-3', '0', '0.0'].map((text) => read(text))).toEqual([
      -3, 4, 0.5, 5, -0.25, 1000, 0.0025, 0, 0,
    ]);
    expect(read('3,75', ',')).toBe(3.75);
    expect(read('-1234567,12345678901', ',')).toBe(Number('-1234567.12345678901'));
  });

  it('ends where the cell does, whatever is behind it', () => {
    const values = new Float64Array(3);
    const scan = (text: string, decimal = 46): [end: number, value: number] => {
      const end = scanNumber(Buffer.from(text), 0, text.length, 59, decimal, values, 1);
      return [end, values[1] ?? 0];
    };
    expect(scan('12.5;7')).toEqual([4, 12.5]);
    expect(scan('-3\r\n')).toEqual([2, -3]);
    expect(scan('0.1234567890123456789\n1')).toEqual([21, Number('0.1234567890123456789')]);
    expect(scan('1,25;', 44)).toEqual([4, 1.25]);
    expect(scan(';')).toEqual([0, Number.NaN]);
    expect(scan('007;')).toEqual([3, Number.NaN]);
    expect(scan('1e3;')).toEqual([1, Number.NaN]);
    expect(scan('4 ;')).toEqual([1, Number.NaN]);
    expect([...values]).toEqual([0, Number.NaN, 0]);
  });

  it('is none with anything else in it, or with a leading zero', () => {
    const texts = [
      '',
      '-',
      '+',
      '.',
      '-.',
      '1,5',
      '1.2.3',
      '1 000',
      '12a',
      '0x10',
      '1e',
      'e5',
      '007',
      '-01',
      '00.5',
      '１',
    ];
    expect(texts.filter((text) => !Number.isNaN(read(text)))).toEqual([]);
    expect(['1.5', '1.234,5', '1,2,3'].filter((text) => !Number.isNaN(read(text, ',')))).toEqual([]);
  });
});
