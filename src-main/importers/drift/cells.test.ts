import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigure } from '#domain/base/typed-number';
import { readNumber, readOwnNumber } from './cells';

describe('readNumber', () => {
  it.each([
    ['0.125', '.', 0.125],
    ['0,125', ',', 0.125],
    ['1.234,5', ',', 1234.5],
    ['-12.345.678', ',', -12_345_678],
    ['1,5e-3', ',', 0.0015],
    ['688', ',', 688],
  ] as const)('reads %s with the decimal %s', (cell, decimal, value) => {
    expect(readNumber(cell, decimal)).toEqual({ ok: true, value });
  });

  // Without its point it would be a thousand times as large.
  it.each(['0.125', '0.1', '12.34', '1234.567', '1.234.5', '1.23e-4'])(
    'does not take %s for one with decimal commas',
    (cell) => {
      expect(readNumber(cell, ',')).toEqual({ ok: false, value: null });
    },
  );

  it.each(['0,125', '1,234.5', '<0.001', '5 %', 'high'])('does not take %s for one with decimal points', (cell) => {
    expect(readNumber(cell, '.')).toEqual({ ok: false, value: null });
  });
});

it('reads plainly written figures as the one rule does', () => {
  const texts = fc.oneof(
    fc.stringMatching(/^[+-]?\d{0,4}[.,]?\d{0,4}([.,]\d{0,3})?(e[+-]?\d{0,2})?$/),
    fc.double().map(String),
    fc.double().map((value) => String(value).replace('.', ',')),
  );
  fc.assert(
    fc.property(texts, fc.constantFrom('.', ','), (text, decimal) => {
      const figure = readFigure(text, decimal);
      expect(readNumber(text, decimal).value ?? Number.NaN).toBe(Number.isFinite(figure) ? figure : Number.NaN);
    }),
    { numRuns: 5_000 },
  );
});

it('reads what a program wrote with either decimal', () => {
  expect([readOwnNumber('0,27529131322305866').value, readOwnNumber('0.27529131322305866').value]).toEqual([
    0.27529131322305866, 0.27529131322305866,
  ]);
});
