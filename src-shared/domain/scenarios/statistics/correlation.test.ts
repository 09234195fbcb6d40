import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { correlate, correlationProblems, normalCorrelation } from './correlation';

const pair = (a: string, b: string, spearman: number) => ({ a, b, spearman });

it('turns rank correlations into those of normal scores', () => {
  for (const [words, rho] of Object.entries(vectors.copula)) {
    expect(normalCorrelation(Number(words.split(' ').at(-1)))).toBeCloseTo(rho, 12);
  }
  expect(normalCorrelation(1)).toBeCloseTo(1, 12);
});

describe('correlated scores', () => {
  it('are the rows of L, with L·Lᵀ the matrix that was asked for', () => {
    const names = ['a', 'b', 'c'];
    const together = correlate(names, [pair('a', 'b', 0.6), pair('c', 'b', -0.3)]);
    const columns = names.map((_, at) => together(names.map((__, other) => (other === at ? 1 : 0))));
    const product = (i: number, j: number) => columns.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0);
    expect(product(0, 1)).toBeCloseTo(normalCorrelation(0.6), 12);
    expect(product(1, 2)).toBeCloseTo(normalCorrelation(-0.3), 12);
    expect(product(0, 2)).toBeCloseTo(0, 12);
    for (const at of [0, 1, 2]) expect(product(at, at)).toBeCloseTo(1, 12);
  });

  it('move as one at 1 and against each other at −1', () => {
    const [a, b, c] = correlate(
      ['a', 'b', 'c'],
      [pair('a', 'b', 1), pair('a', 'c', -1), pair('b', 'c', -1)],
    )([1.3, -2, 0.4]);
    expect(b).toBeCloseTo(a ?? 0, 6);
    expect(c).toBeCloseTo(-(a ?? 0), 6);
  });

  it('stay as they are without correlations', () => {
    expect(correlate(['a', 'b'], [])([1.3, -2])).toEqual([1.3, -2]);
    expect(correlate([], [])([])).toEqual([]);
  });
});

describe('impossible correlations', () => {
  it('are refused by the name of the pair that does not fit the others', () => {
    const three = [pair('a', 'b', 0.9), pair('b', 'c', 0.9), pair('a', 'c', -0.9)];
    expect(() => correlate(['a', 'b', 'c'], three)).toThrow(
      'The correlations cannot all hold at once: -0.9 between a and c does not fit the others, which leave room for 0.64 to 1.',
    );
    const four = [...three, pair('a', 'd', 0.2)];
    expect(() => correlate(['a', 'b', 'c', 'd'], four)).toThrow('-0.9 between a and c');
    const perfect = [pair('a', 'b', 1), pair('a', 'c', 0.5), pair('b', 'c', 0.1)];
    expect(() => correlate(['a', 'b', 'c'], perfect)).toThrow(
      '0.1 between b and c does not fit the others, which leave room for 0.5.',
    );
    const knot = [
      pair('a', 'b', 0.9),
      pair('c', 'b', 0.9),
      pair('a', 'd', 0.9),
      pair('d', 'c', -0.9),
      pair('b', 'd', -0.9),
    ];
    expect(() => correlate(['a', 'b', 'c', 'd'], knot)).toThrow('beginning with 0.9 between a and b');
  });

  it('are named before the matrix is tried when they are not well formed', () => {
    expect(correlationProblems(['a', 'b'], [pair('a', 'x', 0.5)])[0]).toContain('names x, which is not among');
    expect(correlationProblems(['a', 'b'], [pair('a', 'a', 0.5)])[0]).toContain('names a twice');
    expect(correlationProblems(['a', 'b'], [pair('a', 'b', 0.5), pair('b', 'a', 0.4)])[0]).toContain('given twice');
    expect(correlationProblems(['a', 'b'], [pair('a', 'b', 1.5)])[0]).toContain('between -1 and 1');
    expect(correlationProblems(['a', 'b'], [pair('a', 'b', Number.NaN)])).toHaveLength(1);
    expect(() => correlate(['a', 'b'], [pair('a', 'b', 2)])).toThrow(RangeError);
  });
});
