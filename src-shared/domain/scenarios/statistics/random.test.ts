import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { randomStream, shuffled, stratified, uniform } from './random';

describe('the generator', () => {
  it('is mulberry32, as Python and Node have it', () => {
    const stream = randomStream(42);
    expect(vectors['mulberry32(42)'].map(() => uniform(stream))).toEqual(vectors['mulberry32(42)']);
  });

  it('refuses seeds that would only repeat others', () => {
    for (const seed of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => randomStream(seed)).toThrow(RangeError);
  });
});

it('shuffles every number once', () => {
  const order = shuffled(randomStream(7), 1_000);
  expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  expect([...order.slice(0, 5)]).not.toEqual([0, 1, 2, 3, 4]);
});

it('draws one number in every part of 0 … 1', () => {
  const drawn = stratified(randomStream(1), 500);
  const parts = new Set([...drawn].map((value) => Math.floor(value * 500)));
  expect(parts.size).toBe(500);
  expect(Math.min(...drawn)).toBeGreaterThan(0);
  expect(Math.max(...drawn)).toBeLessThan(1);
});
