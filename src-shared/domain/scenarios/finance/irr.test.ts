import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../testing/unit-vectors.json';
import { npv } from './cash-flow';
import { internalRate, internalRates, signChanges } from './irr';
import { realRoots } from './polynomial-roots';
import { findRoot } from './root-finder';

const excel = vectors.excel;

describe('a unique rate', () => {
  it('agrees with a spreadsheet', () => {
    const five = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
    const positive = internalRate(five);
    expect(positive).toMatchObject({ irrNote: 'ok', irrAll: null, signChanges: 1, irrBeyond: null });
    expect(positive.irr).toBeCloseTo(excel['IRR(-70000,12000,15000,18000,21000,26000)'], 12);
    expect(internalRate(five.slice(0, 5)).irr).toBeCloseTo(excel['IRR(-70000,12000,15000,18000,21000)'], 12);
  });

  it('is found for any flows with one change of sign, or said to be beyond the range', () => {
    const out = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(out, out, fc.boolean(), (first, second, borrow) => {
        const sign = borrow ? 1 : -1;
        const flows = [...first.map((flow) => sign * flow), ...second.map((flow) => -sign * flow)];
        const { irr, irrNote, irrBeyond } = internalRate(flows);
        if (irr === null) {
          expect(irrNote).toBe('no root in (-99%, 1000%)');
          const [low, high] = [npv(-0.99, flows), npv(10, flows)];
          expect(low > 0).toBe(high > 0);
          // The first flow rules where money later is worth nothing, the last where it is worth most.
          expect(irrBeyond).toBe(high > 0 === sign > 0 ? 'below' : 'above');
          return;
        }
        const size = npv(irr, flows.map(Math.abs));
        expect(Math.abs(npv(irr, flows))).toBeLessThanOrEqual(1e-9 * size);
      }),
      { numRuns: 500 },
    );
  });

  it('beyond 1,000 % is said to be above, below −99 % below', () => {
    expect(internalRate([-1, 100])).toMatchObject({ irr: null, irrBeyond: 'above' });
    expect(internalRate([-100, 0.1])).toMatchObject({ irr: null, irrBeyond: 'below' });
    expect(internalRate([100, -1])).toMatchObject({ irr: null, irrBeyond: 'below' });
  });

  it('may come after years without a flow', () => {
    expect(internalRate([0, 0, -100, 110]).irr).toBeCloseTo(0.1, 12);
  });
});

describe('no single rate', () => {
  it('where three well-known libraries silently give 10 %', () => {
    const { irr, irrNote, irrAll } = internalRate([-1_000, 2_300, -1_320]);
    expect(irr).toBeNull();
    expect(irrNote).toBe('multiple sign changes (2); real IRRs in range: 2');
    expect(irrAll?.map((root) => Math.round(root * 1e9) / 1e9)).toEqual([0.1, 0.2]);
    expect(internalRates([-100, 230, -132]).map((root) => root.toFixed(10))).toEqual(['0.1000000000', '0.2000000000']);
  });

  it('where no rate makes the flows 0', () => {
    expect(internalRate([100, -250, 200])).toMatchObject({ irr: null, irrAll: [], signChanges: 2 });
    expect(internalRate([-1, -2, -3])).toMatchObject({ irr: null, irrAll: null, irrNote: 'no sign change' });
    expect(internalRate([0, 0])).toMatchObject({ irr: null, irrNote: 'no sign change' });
  });

  it('where the NPV only touches 0', () => {
    expect(internalRates([-100, 220, -121])).toHaveLength(1);
    expect(internalRates([-100, 220, -121])[0]).toBeCloseTo(0.1, 6);
  });

  it('does not count what rounding leaves as a flow', () => {
    expect(signChanges(vectors.tiny_flows.flows.map((flow) => flow / 2))).toBe(vectors.tiny_flows.sign_changes_eps_1e9);
    expect(signChanges([-5, 1e-10, -5, 3])).toBe(1);
  });
});

describe('roots', () => {
  it('of a polynomial are all found when they lie apart', () => {
    const spread = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(spread, (tenths) => {
        const roots = tenths.map((tenth) => tenth / 10).toSorted((a, b) => a - b);
        let polynomial = [1];
        for (const root of roots) {
          const made = polynomial;
          polynomial = made.concat(0).map((_, at) => (made[at - 1] ?? 0) - root * (made[at] ?? 0));
        }
        const found = realRoots(polynomial, 0, 5);
        expect(found).toHaveLength(roots.length);
        found.forEach((root, at) => {
          expect(root).toBeCloseTo(roots[at] ?? 0, 4);
        });
      }),
    );
  });

  it('are found by Brent in few steps, also of awkward functions', () => {
    let calls = 0;
    const count = (f: (x: number) => number) => (x: number) => {
      calls++;
      return f(x);
    };
    expect(
      findRoot(
        count((x) => Math.cos(x) - x),
        0,
        1,
      ),
    ).toBeCloseTo(0.7390851332151607, 14);
    expect(calls).toBeLessThan(15);
    expect(findRoot((x) => x ** 9, -1, 2)).toBeCloseTo(0, 3);
    expect(findRoot((x) => (x < Math.PI ? -1 : 1), 0, 10)).toBeCloseTo(Math.PI, 12);
    expect(findRoot((x) => x - 2, 2, 5)).toBe(2);
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
  });
});
