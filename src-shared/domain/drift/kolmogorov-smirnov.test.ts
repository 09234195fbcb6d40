import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kolmogorovP } from './kolmogorov';
import { EXACT_UP_TO, kolmogorovSmirnov } from './kolmogorov-smirnov';
import { latticePathsP } from './lattice-paths';
import { ascending, CASES, SCIPY, VALUE_CASES } from './testing/cases';

const CASE_SAMPLES = [
  CASES['D3 numeric 10/10, shift by 2'],
  CASES['D4 numeric with ties, unequal sizes 8/6'],
  CASES['BINNING same data, different rules'].unbinned,
];

const relative = (value: number | undefined, known: number): number =>
  known === 0 ? Math.abs(value ?? Number.NaN) : Math.abs((value ?? Number.NaN) / known - 1);

describe('the Kolmogorov–Smirnov test', () => {
  it.each(CASE_SAMPLES)('agrees with the worked case %#', ({ ref, cur, ks_D, ks_p_exact, ks_p_scipy_asymp }) => {
    const ks = kolmogorovSmirnov(ascending(ref), ascending(cur));
    expect(ks?.method).toBe('exact');
    expect(ks?.d).toBeCloseTo(ks_D, 14);
    expect(ks?.p).toBeCloseTo(ks_p_exact, 13);
    const size = Math.round((ref.length * cur.length) / (ref.length + cur.length));
    expect(kolmogorovP(size, ks?.d ?? 0)).toBeCloseTo(ks_p_scipy_asymp, 12);
  });

  it('agrees with SciPy on samples with and without ties', () => {
    for (const { reference, current, d, p } of SCIPY.two_samples) {
      const ks = kolmogorovSmirnov(ascending(reference), ascending(current));
      expect(ks?.d).toBeCloseTo(d, 14);
      expect(relative(ks?.p, p)).toBeLessThan(1e-11);
    }
  });

  it('knows one value each, and no value', () => {
    expect(kolmogorovSmirnov(ascending([1]), ascending([2]))).toEqual({ d: 1, p: 1, method: 'exact' });
    expect(kolmogorovSmirnov(ascending([]), ascending([2]))).toBeNull();
    expect(kolmogorovSmirnov(ascending([1]), ascending([]))).toBeNull();
  });

  it('ranks infinities like other values', () => {
    const ks = kolmogorovSmirnov(ascending([-Infinity, 1, 2, Infinity]), ascending([1, 2, 3, 4]));
    expect(ks?.d).toBe(0.25);
  });

  it('is exact up to 10,000 values and asymptotic beyond', () => {
    const line = (n: number, from: number): Float64Array => Float64Array.from({ length: n }, (_, at) => from + at / n);
    const at = kolmogorovSmirnov(line(EXACT_UP_TO, 0), line(500, 0.05));
    const beyond = kolmogorovSmirnov(line(EXACT_UP_TO + 1, 0), line(500, 0.05));
    expect([at?.method, beyond?.method]).toEqual(['exact', 'asymptotic']);
    // The two ways agree where one takes over from the other.
    expect(relative(beyond?.p, at?.p ?? 0)).toBeLessThan(0.05);
  });

  it('finds the same D as trying every value', () => {
    const value = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(-Infinity, Infinity, -0, 0.5));
    const sample = fc.array(value, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const share = (all: readonly number[], at: number): number =>
          all.filter((one) => one <= at).length / all.length;
        const known = Math.max(...[...a, ...b].map((at) => Math.abs(share(a, at) - share(b, at))));
        expect(kolmogorovSmirnov(ascending(a), ascending(b))?.d).toBeCloseTo(known, 12);
      }),
    );
  });
});

/** Every order of n + m values, by brute force: the share whose D × n × m is at least `gap`. */
function shareOfOrders(n: number, m: number, gap: number): number {
  let [paths, outside] = [0, 0];
  const walk = (x: number, y: number, left: boolean): void => {
    const gone = left || Math.abs(x * m - y * n) >= gap;
    if (x === n && y === m) {
      paths += 1;
      if (gone) outside += 1;
      return;
    }
    if (x < n) walk(x + 1, y, gone);
    if (y < m) walk(x, y + 1, gone);
  };
  walk(0, 0, false);
  return outside / paths;
}

describe('counting lattice paths', () => {
  it('agrees with walking every one of them', () => {
    const size = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(size, size, fc.nat(60), (n, m, wanted) => {
        // Only gaps that a path can have: multiples of the common divisor, up to n × m.
        const divisor = gcd(n, m);
        const gap = Math.min(n * m, divisor * (1 + (wanted % ((n * m) / divisor))));
        expect(latticePathsP(n, m, gap)).toBeCloseTo(shareOfOrders(n, m, gap), 12);
        expect(latticePathsP(m, n, gap)).toBe(latticePathsP(n, m, gap));
      }),
    );
  });

  it('agrees with SciPy on sizes that no walk can reach, tiny chances among them', () => {
    for (const [n = 0, m = 0, h = 0, known = 0] of SCIPY.exact_p) {
      expect(relative(latticePathsP(n, m, h * gcd(n, m)), known)).toBeLessThan(1e-10);
    }
  });
});

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

describe('the one-sample distribution', () => {
  it('agrees with SciPy in all its regions', () => {
    for (const [n = 0, d = 0, known = 0] of SCIPY.kstwo_sf) {
      const value = kolmogorovP(n, d);
      // Where p is near 1 both are 1 minus something small.
      expect(Math.min(relative(value, known), Math.abs(value - known) * 1e3), `${n}, ${d}`).toBeLessThan(1e-9);
    }
  });

  it('falls with d from 1 to 0', () => {
    const chance = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), chance, chance, (n, a, b) => {
        const [low, high] = [kolmogorovP(n, Math.min(a, b)), kolmogorovP(n, Math.max(a, b))];
        expect(high).toBeLessThanOrEqual(low + 1e-9);
        expect(low).toBeLessThanOrEqual(1);
        expect(high).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('comes near the limit of Kolmogorov for many values', () => {
    for (const known of VALUE_CASES) expect(known.ks_p_kolmogorov_limit).toBeGreaterThan(0);
    const limit = (lambda: number): number =>
      2 *
      Array.from({ length: 100 }, (_, k) => (-1) ** k * Math.exp(-2 * ((k + 1) * lambda) ** 2)).reduce((a, b) => a + b);
    for (const lambda of [0.7, 1, 1.5, 2]) {
      expect(kolmogorovP(400_000, lambda / Math.sqrt(400_000))).toBeCloseTo(limit(lambda), 2);
    }
  });
});
