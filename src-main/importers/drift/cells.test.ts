import { describe, expect, it } from 'vitest';
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

it('reads what a program wrote with either decimal', () => {
  expect([readOwnNumber('0,27529131322305866').value, readOwnNumber('0.27529131322305866').value]).toEqual([
    0.27529131322305866, 0.27529131322305866,
  ]);
});
