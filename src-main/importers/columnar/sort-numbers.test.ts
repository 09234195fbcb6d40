import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SortSpace, sortNumbers } from './sort-numbers';

const space = new SortSpace();
const sorted = (values: Float64Array<ArrayBuffer>): Float64Array => sortNumbers(values, space);

describe('sorting numbers', () => {
  it('agrees with sorting by comparison, for every kind of double', () => {
    const some = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 97 }), (values, step) => {
        // Long enough for the passes over the bits, with each value many times and shifted copies.
        const long = Float64Array.from({ length: 20_011 }, (_, at) => {
          const value = values[(at * step) % values.length] ?? 0;
          return at % 3 === 0 ? value : value * (1 + at / 7);
        }).filter((value) => !Number.isNaN(value));
        expect(sorted(long.slice())).toEqual(long.slice().sort());
      }),
      { numRuns: 30 },
    );
  });

  it('puts −∞ first, −0 before 0 and ∞ last', () => {
    const filler = Array.from({ length: 20_000 }, (_, at) => (at % 2 === 0 ? at : -at) * 1e-300);
    const result = sorted(Float64Array.from([Infinity, 0, -0, 5e-324, -5e-324, -Infinity, ...filler]));
    expect([result[0], result.at(-1)]).toEqual([-Infinity, Infinity]);
    const zero = result.indexOf(0);
    expect(Object.is(result[zero], -0)).toBe(true);
    expect(result.every((value, at) => at === 0 || value >= (result[at - 1] ?? 0))).toBe(true);
  });

  it('orders what differs only far behind the point, few or many of them', () => {
    // Instants of a few days in milliseconds, and sums of money with their parts: long and short runs.
    const close = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 1, max: 200 }));
    fc.assert(
      fc.property(close, ([base, groups]) => {
        const values = Float64Array.from({ length: 20_500 }, (_, at) => {
          const value = base + (at % groups) + ((at * 7919) % 20_500) * 1e-7;
          return at % 5 === 0 ? -value : value;
        });
        expect(sorted(values.slice())).toEqual(values.slice().sort());
      }),
      { numRuns: 20 },
    );
  });

  it('leaves few values to the usual sort, and equal ones as they are', () => {
    expect([...sorted(Float64Array.from([3, -1, 2]))]).toEqual([-1, 2, 3]);
    expect(sorted(new Float64Array(30_000).fill(7)).every((value) => value === 7)).toBe(true);
    expect(sorted(new Float64Array(0))).toHaveLength(0);
  });
});
