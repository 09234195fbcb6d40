import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number';

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
