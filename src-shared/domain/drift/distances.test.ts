import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hellinger, jsBase2, jsDivergence, jsNatural, lInf, psi, psiHalfCount, tvd } from './distances';
import { CASES, COUNT_CASES, SCIPY } from './testing/cases';

describe('distances between shares', () => {
  it.each(COUNT_CASES)('agree with the worked case %#', (known) => {
    const [p, q] = [known.ref_counts, known.cur_counts];
    expect(psi(p, q)).toBeCloseTo(known.psi_eps1e4, 12);
    expect(psiHalfCount(p, q)).toBeCloseTo(known.psi_laplace_half, 12);
    expect(jsDivergence(p, q)).toBeCloseTo(known.js_divergence_nats, 12);
    expect(jsNatural(p, q)).toBeCloseTo(known.js_distance_nats, 12);
    expect(jsBase2(p, q)).toBeCloseTo(known.js_distance_base2, 12);
    expect(hellinger(p, q)).toBeCloseTo(known.hellinger, 12);
    expect(tvd(p, q)).toBeCloseTo(known.tvd, 12);
    expect(lInf(p, q)).toBeCloseTo(known.l_inf, 12);
  });

  it('agree with the same data under seven rules of binning', () => {
    const { values: _values, unbinned: _unbinned, ...rules } = CASES['BINNING same data, different rules'];
    for (const { ref, cur, psi: known, js2, hellinger: h } of Object.values(rules)) {
      expect(psi(ref, cur)).toBeCloseTo(known, 12);
      expect(jsBase2(ref, cur)).toBeCloseTo(js2, 12);
      expect(hellinger(ref, cur)).toBeCloseTo(h, 12);
    }
  });

  it('agree with SciPy', () => {
    for (const { reference, current, jsNatural: natural, jsBase2: base2 } of SCIPY.tables) {
      expect(jsNatural(reference, current)).toBeCloseTo(natural, 13);
      expect(jsBase2(reference, current)).toBeCloseTo(base2, 13);
    }
  });

  it('are 0 for the same shares and largest for disjoint ones', () => {
    const { disjoint } = CASES.EDGE;
    for (const figure of [psi, jsBase2, jsNatural, hellinger, tvd, lInf]) expect(figure([2, 4], [1, 2])).toBe(0);
    expect(psi([7, 0], [0, 9])).toBeCloseTo(disjoint.psi_eps1e4, 11);
    expect(jsBase2([7, 0], [0, 9])).toBe(disjoint.js_base2);
    expect(jsNatural([7, 0], [0, 9])).toBeCloseTo(disjoint.js_nats, 15);
    expect([hellinger([7, 0], [0, 9]), tvd([7, 0], [0, 9]), lInf([7, 0], [0, 9])]).toEqual([1, 1, 1]);
  });

  it('are null, not 0, for an empty sample', () => {
    for (const figure of [psi, psiHalfCount, jsBase2, jsNatural, hellinger, tvd, lInf]) {
      expect(figure([0, 0], [1, 2])).toBeNull();
      expect(figure([1, 2], [0, 0])).toBeNull();
      expect(figure([], [])).toBeNull();
    }
  });

  it('refuse counts of different bins', () => {
    expect(() => psi([1, 2], [1, 2, 3])).toThrow('The reference has 2 bins, the current sample 3.');
  });
});

const bin = fc.record({ p: fc.nat(1_000), q: fc.nat(1_000) });
const bins = fc
  .array(bin, { minLength: 1, maxLength: 20 })
  .filter((all) => all.some(({ p }) => p > 0) && all.some(({ q }) => q > 0))
  .map((all) => [all.map(({ p }) => p), all.map(({ q }) => q)] as const);

describe('for any counts', () => {
  it('distances are symmetric, in their ranges and blind to the order of bins', () => {
    fc.assert(
      fc.property(bins, ([p, q]) => {
        for (const figure of [psi, jsBase2, jsNatural, hellinger, tvd, lInf]) {
          const value = figure(p, q) ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(0);
          if (figure !== psi) expect(value).toBeLessThanOrEqual(1);
          expect(figure(q, p)).toBeCloseTo(value, 10);
          expect(figure(p.toReversed(), q.toReversed())).toBeCloseTo(value, 10);
        }
      }),
    );
  });

  it('distances are in the order that is proved for them: H² ≤ TVD ≤ √2 H and L∞ ≤ TVD', () => {
    fc.assert(
      fc.property(bins, ([p, q]) => {
        const [h = 0, t = 0, most = 0] = [hellinger(p, q) ?? 0, tvd(p, q) ?? 0, lInf(p, q) ?? 0];
        expect(h * h).toBeLessThanOrEqual(t + 1e-12);
        expect(t).toBeLessThanOrEqual(Math.SQRT2 * h + 1e-12);
        expect(most).toBeLessThanOrEqual(t + 1e-12);
      }),
    );
  });

  it('an empty bin of both changes nothing', () => {
    fc.assert(
      fc.property(bins, ([p, q]) => {
        for (const figure of [psi, jsBase2, hellinger, tvd, lInf]) {
          expect(figure([...p, 0], [...q, 0])).toBeCloseTo(figure(p, q) ?? Number.NaN, 12);
        }
      }),
    );
  });
});
