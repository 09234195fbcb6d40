import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markShownBy, readDigits, readFigure, readTypedNumber, writeNumber } from './typed-number';

const any = { min: -1e15, max: 1e15, whole: false, mark: null } as const;

describe('a typed number', () => {
  it('stays within its range, and is whole where it must be', () => {
    const range = { min: 1, max: 120, whole: true, mark: null } as const;
    expect(readTypedNumber('0', range)).toMatchObject({ message: 'Write a whole number from 1 to 120.' });
    expect(readTypedNumber('2.5', range)).toMatchObject({ message: 'Write a whole number.' });
    expect(readTypedNumber('', any)).toMatchObject({ message: 'Write a number.' });
    expect(readTypedNumber('5.000', { ...range, mark: '.' })).toEqual({ ok: true, value: 5 });
  });

  it('is never guessed: a text has one reading, or two with a mark that decides, or none', () => {
    const texts = fc.stringMatching(/^-?\d{1,4}([.,' ]\d{1,4}){0,3}$/);
    fc.assert(
      fc.property(texts, (text) => {
        const [point, comma, unknown] = (['.', ',', null] as const).map((mark) =>
          readTypedNumber(text, { ...any, mark }),
        );
        if (unknown?.ok) expect([point, comma]).toEqual([unknown, unknown]);
        else if (unknown?.code === 'ambiguous_number') {
          expect(point?.ok && comma?.ok && point.value !== comma.value).toBe(true);
        } else expect([point, comma]).toEqual([unknown, unknown]);
      }),
      { numRuns: 3_000 },
    );
  });

  it('is read back as what an editor wrote', () => {
    const number = fc.double({ noDefaultInfinity: true, noNaN: true, min: -1e15, max: 1e15 });
    fc.assert(
      fc.property(number, fc.constantFrom('.' as const, ',' as const), (value, mark) => {
        const text = writeNumber(value, mark);
        fc.pre(text.length <= 60);
        expect(readTypedNumber(text, { ...any, mark })).toEqual({ ok: true, value: value + 0 });
      }),
      { numRuns: 3_000 },
    );
    expect([writeNumber(1e-7, ','), writeNumber(1.25e21, '.'), writeNumber(-0.5, ',')]).toEqual([
      '0,0000001',
      '1250000000000000000000',
      '-0,5',
    ]);
  });

  it('keeps every digit that was written', () => {
    expect(readDigits('0,10', null)).toMatchObject({ digits: { whole: '0', fraction: '10' } });
    expect(readDigits('12,34,567', null)).toMatchObject({ digits: { whole: '1234567', fraction: '' } });
  });
});

describe('the mark that a column shows', () => {
  it.each([
    [['1,250', '12.5'], '.'],
    [['1.250', '12,50 €'], ','],
    [['1,250,000', '3,500'], '.'],
    [['1.250.000 EUR'], ','],
    [['1,250', '3.500'], null],
    [['12,5', '12.5'], null],
    [['1250', 'version 1.2.3'], null],
    [["$ 1'234.50"], '.'],
  ] as const)('%j: %s', (texts, mark) => expect(markShownBy(texts)).toBe(mark));
});

describe('a figure that a program wrote', () => {
  it('may have an exponent, and no commas between thousands', () => {
    expect(['2.5e-3', '1E6', '-.5', '5.', '+4'].map((text) => readFigure(text, '.'))).toEqual([
      0.0025, 1e6, -0.5, 5, 4,
    ]);
    expect(['1,5e-3', '1.234,5', '-12.345.678'].map((text) => readFigure(text, ','))).toEqual([
      0.0015, 1234.5, -12345678,
    ]);
    const none = ['', '-', 'e5', '1e', '1,234', '0,125', '1 000', "1'000", '0x10', '1.2.3', '12a'];
    expect(none.filter((text) => !Number.isNaN(readFigure(text, '.')))).toEqual([]);
    expect(['0.125', '12.34', '1234.567', '1.234.5'].filter((text) => !Number.isNaN(readFigure(text, ',')))).toEqual(
      [],
    );
  });
});
