import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, textWidth, wrapText } from './text-width';

const text = fc.string({ unit: 'grapheme', maxLength: 120 }).map((one) => one.replace(/[\n\r\u2028\u2029]/g, ' '));

describe('textWidth', () => {
  // Advances in em, measured with the metric-compatible Liberation Sans.
  it.each([
    ['Level needed against level held', 14.01],
    ['iiii llll', 2.05],
    ['WWW MMM', 5.61],
    ['0123456789', 5.56],
    ['Kündigungswahrscheinlichkeit', 13.39],
    ['“Fraud” – 35 % (n = 27), SEV 1/2', 14.64],
  ])('is no less than that of “%s” in Arial', (words, arial) => {
    expect(textWidth(words)).toBeGreaterThanOrEqual(arial);
    expect(textWidth(words)).toBeLessThan(arial * 1.35);
  });

  it('gives a square letter its square', () => expect(textWidth('解約予測')).toBe(4));

  it('adds up, and bold is wider', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(textWidth(a + b)).toBeLessThanOrEqual(textWidth(a) + textWidth(b) + 2);
        expect(textWidth(a, true)).toBeGreaterThanOrEqual(textWidth(a));
      }),
    );
  });
});

describe('wrapText', () => {
  it('breaks at spaces, between square letters, and inside of what is longer than a line', () => {
    expect(wrapText('aaa bbb ccc', 4)).toEqual(['aaa bbb', 'ccc']);
    expect(wrapText('解約予測モデル', 3)).toEqual(['解約予', '測モデ', 'ル']);
    expect(wrapText('x'.repeat(12), 3).length).toBeGreaterThan(2);
  });

  it('has no line that is wider than the box, and loses no letter', () => {
    fc.assert(
      fc.property(text, fc.double({ min: 2, max: 40, noNaN: true }), (words, width) => {
        const lines = wrapText(words, width);
        for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width + 1e-9);
        expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''));
      }),
    );
  });
});

describe('fitText', () => {
  it('takes the largest size that fits, and cuts at the smallest', () => {
    const box = { width: 3, height: 0.3, sizes: [14, 10, 8] };
    expect(fitText('Short', box)).toMatchObject({ size: 14, lines: 1, cut: false });
    const long = fitText(
      'A sentence that is by far too long for a box of three inches of width and one or two lines of height, at any of the sizes',
      box,
    );
    expect(long).toMatchObject({ size: 8, cut: true });
    expect(long.text.endsWith('…')).toBe(true);
    expect(() => fitText('x', { ...box, sizes: [] })).toThrow(RangeError);
  });

  it('never asks for more height than the box has, unless not even one line fits', () => {
    fc.assert(
      fc.property(
        text,
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        fc.double({ min: 0.2, max: 2, noNaN: true }),
        (words, width, height) => {
          const fitted = fitText(words, { width, height, sizes: [14, 12, 10] });
          expect(fitted.height).toBeLessThanOrEqual(Math.max(height + 1e-9, (10 * 1.36) / 72));
          const lines = wrapText(fitted.text, (width * 72) / fitted.size);
          expect(lines.length).toBeLessThanOrEqual(fitted.lines);
        },
      ),
    );
  });
});
