import { describe, expect, it } from 'vitest';
import { parseNumber } from './parse-number';

const any = { min: 0, max: 100_000, whole: false };

describe('parseNumber', () => {
  it('reads numbers with either decimal sign', () => {
    expect(parseNumber(' 0,5 ', any)).toEqual({ ok: true, value: 0.5 });
    expect(parseNumber('12 000', any)).toEqual({ ok: true, value: 12_000 });
    expect(parseNumber('.5', any)).toEqual({ ok: true, value: 0.5 });
  });

  it('refuses what half of the world reads otherwise', () => {
    expect(parseNumber('1,000', any)).toEqual({
      ok: false,
      problem: '1,000 can be read in two ways. Write 1000 if thousands are meant.',
    });
    expect(parseNumber('12.500', any).ok).toBe(false);
    expect(parseNumber('0.125', any)).toEqual({ ok: true, value: 0.125 });
    expect(parseNumber('−3', { min: -5, max: 5, whole: true })).toEqual({ ok: true, value: -3 });
  });

  it('says what to write instead', () => {
    expect(parseNumber('', any)).toEqual({ ok: false, problem: 'Write a number.' });
    expect(parseNumber('1,000,000', any)).toEqual({ ok: false, problem: 'Write a number.' });
    expect(parseNumber('2.5', { ...any, whole: true })).toEqual({ ok: false, problem: 'Write a whole number.' });
    expect(parseNumber('0', { min: 1, max: 120, whole: true })).toEqual({
      ok: false,
      problem: 'Write a whole number from 1 to 120.',
    });
  });
});
