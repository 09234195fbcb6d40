import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnSample } from './column-sample';
import { measureColumn, measureCounts } from './measure-column';
import { CASES, COUNT_CASES } from './testing/cases';
import { column, repeated } from './testing/column';

const counts = (list: readonly number[]): Map<string, number> =>
  new Map(list.map((count, at): [string, number] => [`class ${at}`, count]));

/** The whole numbers 0 … n − 1, moved by `shift`. */
const line = (n: number, shift = 0): number[] => Array.from({ length: n }, (_, at) => at + shift);

describe('a column of counts', () => {
  it.each(COUNT_CASES)('answers the worked case %#', (known) => {
    const result = measureCounts('class', counts(known.ref_counts), counts(known.cur_counts));
    expect(result.metrics.psi).toBeCloseTo(known.psi_eps1e4, 12);
    expect(result.metrics.jsBase2).toBeCloseTo(known.js_distance_base2, 12);
    expect(result.metrics.chi2P).toBeCloseTo(known.chi2_p, 12);
    expect(result.metrics.chi2Gof).toEqual(
      typeof known.chi2_gof === 'string' ? Infinity : expect.closeTo(known.chi2_gof, 10),
    );
    expect(result.noise?.psi95).toBeCloseTo(known.psi_null_95, 12);
    expect(result.metrics.ksD).toBeNull();
    expect(result.psiHalfCount).toBeCloseTo(known.psi_laplace_half, 12);
  });

  it('says too few rows below 500, and what a large sample says about a tiny shift', () => {
    const [few, , , many] = COUNT_CASES.map((known) =>
      measureCounts('class', counts(known.ref_counts), counts(known.cur_counts)),
    );
    expect(few?.verdict).toBe('too_few_rows');
    // Significant, p = 1.6e-6, and nothing that matters.
    expect(many).toMatchObject({ verdict: 'ok', withinNoise: false });
  });

  it('names a class that is new', () => {
    const result = measureCounts(
      'class',
      new Map([
        ['a', 60],
        ['b', 40],
      ]),
      new Map([
        ['a', 50],
        ['b', 40],
        ['c', 10],
      ]),
    );
    expect(result.metrics).toMatchObject({ newCategories: 1, newShare: 0.1, chi2GofP: 0 });
    expect(result.newValues).toEqual([{ value: 'c', rows: 10 }]);
    expect(result.notes).toContain('1 new value (“c”) in 10 % of the current rows.');
  });
});

describe('a column of numbers', () => {
  it('is compared by deciles of the reference, with its edges', () => {
    const result = measureColumn('x', column(line(1_000)), column(line(1_000, 100)));
    expect(result).toMatchObject({
      kind: 'numeric',
      binning: 'deciles',
      verdict: 'act',
      ksMethod: 'exact',
      nRef: 1_000,
    });
    expect(result.edges).toHaveLength(11);
    expect([result.edges?.[0], result.edges?.at(-1)]).toEqual([-Infinity, Infinity]);
    expect(result.metrics.ksD).toBeCloseTo(0.1, 12);
    expect(result.metrics.wasserstein).toBeCloseTo(100, 9);
    expect(result.bins.map((bin) => bin.current)).toEqual([0, ...repeated(100, 8), 200]);
    expect(result.emptyBins).toBe(1);
  });

  it('keeps edges that were given', () => {
    const result = measureColumn('x', column(line(600)), column(line(600)), { edges: [150, 450] });
    expect(result).toMatchObject({ binning: 'edges_given', edges: [-Infinity, 150, 450, Infinity], verdict: 'ok' });
    expect(result.bins.map((bin) => bin.reference)).toEqual([150, 300, 150]);
  });

  it('with fewer than five distinct edges is compared value by value', () => {
    const season = (shares: readonly number[]): (number | null)[] => shares.flatMap((n, at) => repeated(at + 1, n));
    const result = measureColumn('season', column(season([300, 300, 300, 300])), column(season([600, 0, 0, 0, 6])));
    expect(result).toMatchObject({ kind: 'categorical', binning: 'values', edges: null, verdict: 'act' });
    expect(result.bins.map((bin) => bin.label)).toEqual(['1', '2', '3', '4', 'new']);
    expect(result.newValues).toEqual([{ value: '5', rows: 6 }]);
    // It is a number all the same.
    expect(result.metrics.ksD).toBeCloseTo(0.7401, 3);
  });

  it('that is mostly 0 has no new categories, however many values it has', () => {
    const rain = (from: number): number[] => [...repeated(0, 950), ...line(51, from)];
    const result = measureColumn('rain', column(rain(1)), column(rain(1.5)));
    expect(result.metrics).toMatchObject({ newCategories: 0, psi: 0 });
    expect(result.bins.map(({ label, current }) => [label, current])).toEqual([
      ['0', 950],
      ['other', 51],
    ]);
  });

  it('with infinite values counts them outermost and has no Wasserstein distance', () => {
    const cells = [...line(600), Infinity, -Infinity];
    const result = measureColumn('x', column(line(602)), column(cells));
    expect(result.metrics).toMatchObject({ wasserstein: null, wassersteinNormed: null });
    expect(result.metrics.ksD).toBeLessThan(0.01);
    expect(result.bins.reduce((sum, bin) => sum + bin.current, 0)).toBe(602);
    expect(result.notes[0]).toContain('2 values of both sides are infinite');
    expect(measureColumn('x', column(cells), column(cells)).metrics.psi).toBe(0);
  });

  it('with a constant reference answers new values, no quotient by nothing', () => {
    const same = measureColumn('x', column(repeated(5, 600)), column(repeated(5, 700)));
    expect(same.metrics).toMatchObject({ psi: 0, jsBase2: 0, ksD: 0, wasserstein: 0, wassersteinNormed: null });
    expect(same).toMatchObject({ verdict: 'ok', noise: null });
    const moved = measureColumn('x', column(repeated(5, 600)), column([...repeated(5, 300), ...repeated(6, 300)]));
    expect(moved).toMatchObject({ verdict: 'act' });
    expect(moved.metrics).toMatchObject({ newCategories: 1, newShare: 0.5, wassersteinNormed: null, ksD: 0.5 });
    expect(moved.notes).toContain('The reference is constant (5): 50 % of the current rows have a new value.');
  });

  it('of too few rows says so, with its figures', () => {
    const known = CASES['D3 numeric 10/10, shift by 2'];
    const result = measureColumn('x', column(known.ref), column(known.cur));
    expect(result.verdict).toBe('too_few_rows');
    expect(result.metrics.ksP).toBeCloseTo(known.ks_p_exact, 12);
    expect(result.metrics.wassersteinNormed).toBeCloseTo(known.wasserstein_normed, 12);
  });
});

describe('odd columns', () => {
  it('with no rows or no reference values have no figures, not 0', () => {
    for (const [reference, current, note] of [
      [[], [1], 'The reference has no rows: there is nothing to compare.'],
      [[1], [], 'The current sample has no rows: there is nothing to compare.'],
      [[null, null], [1], 'The reference has no values in this column: there is nothing to compare with.'],
    ] as const) {
      const result = measureColumn('x', column(reference), column(current));
      expect(result).toMatchObject({ kind: null, verdict: 'none', notes: [note], edges: null, bins: [] });
      const { missingShare: _share, ...figures } = result.metrics;
      expect(new Set(Object.values(figures))).toEqual(new Set([null]));
    }
  });

  it('that went all missing drift as far as can be', () => {
    const result = measureColumn('x', column(line(600)), column(repeated(null, 600)));
    expect(result).toMatchObject({ verdict: 'act', kind: 'numeric', missing: { reference: 0, current: 1 } });
    expect(result.metrics).toMatchObject({ jsBase2: 1, missingShare: 1, ksD: null, ksP: null, wasserstein: null });
    expect(result.notes).toContain('The current sample has no values in this column: all are missing.');
    const texts = measureColumn('c', column(repeated('a', 600)), column(repeated(null, 600)));
    expect(texts).toMatchObject({ verdict: 'act', kind: 'categorical' });
    expect(texts.notes).toEqual(['The current sample has no values in this column: all are missing.']);
  });

  it('with a few texts among numbers count them as missing, and say so', () => {
    const result = measureColumn('x', column([...line(990), ...repeated('n/k', 10)]), column(line(1_000)));
    expect(result).toMatchObject({ kind: 'numeric', missing: { reference: 0.01, current: 0 } });
    expect(result.notes).toContain('10 values of both sides are no numbers (such as “n/k”): counted as missing.');
  });

  it('of mixed types are categories', () => {
    const cells = [...repeated(1, 300), ...repeated('A', 300)];
    const result = measureColumn('x', column(cells), column(cells));
    expect(result).toMatchObject({ kind: 'categorical', verdict: 'ok' });
    expect(result.bins.map((bin) => bin.label)).toEqual(['1', 'A']);
    expect(result.notes[0]).toContain('Numbers and texts are mixed');
  });

  it('with numbers on one side and texts on the other are not compared', () => {
    const result = measureColumn('x', column(line(600)), column(repeated('high', 600)));
    expect(result).toMatchObject({ kind: null, verdict: 'none' });
    expect(result.notes[0]).toContain('The reference has numbers in this column, the current sample texts');
    expect(measureColumn('x', column(repeated('high', 9)), column([1, 2])).notes[0]).toContain(
      'The current sample has numbers in this column, the reference texts',
    );
    // Unless somebody says what they are.
    const chosen = measureColumn('x', column(line(600)), column(repeated('high', 600)), { type: 'categorical' });
    expect(chosen.metrics.newShare).toBe(1);
  });

  it('of dates as texts are left out until somebody chooses', () => {
    const days = Array.from({ length: 28 }, (_, day) => `2026-02-${String(day + 1).padStart(2, '0')}`);
    const result = measureColumn('day', column(days), column(days));
    expect(result).toMatchObject({ kind: null, verdict: 'none' });
    expect(result.notes[0]).toContain('These are dates');
    expect(measureColumn('day', column(days), column(days), { type: 'categorical' }).metrics.psi).toBe(0);
    expect(measureColumn('day', column(days), column(days), { type: 'numeric' }).notes[0]).toContain('has no numbers');
  });

  it('of codes with leading zeros stay codes', () => {
    const codes = { ...column(line(600)), codes: true };
    expect(measureColumn('zip', codes, codes).kind).toBe('categorical');
  });

  it('of identifiers are refused', () => {
    const ids = { ...column(['a', 'b']), overflow: true };
    expect(measureColumn('id', ids, ids).notes[0]).toContain('an identifier or free text');
    const own = (from: number): ColumnSample => column(Array.from({ length: 600 }, (_, at) => `k${from + at}`));
    expect(measureColumn('id', own(0), own(600))).toMatchObject({ kind: null, verdict: 'none' });
    expect(measureColumn('id', own(0), own(600), { type: 'categorical' }).verdict).toBe('act');
    // A few texts may all be different and still be categories.
    const few = column(Array.from({ length: 60 }, (_, at) => `plant ${at}`));
    expect(measureColumn('plant', few, few).kind).toBe('categorical');
  });

  it('of long texts are not written out in a sentence', () => {
    const texts = (text: string): ColumnSample => column([...repeated('a', 300), ...repeated(text, 300)]);
    const { notes } = measureColumn('x', texts('b'), texts('y'.repeat(5_000)));
    expect(notes).toEqual([`1 new value (“${'y'.repeat(39)}…”) in 50 % of the current rows.`]);
  });

  it('of one value each have D = 1, p = 1', () => {
    const result = measureColumn('x', column([1]), column([2]));
    expect(result.metrics).toMatchObject({ ksD: 1, ksP: 1, jsBase2: 1 });
  });
});

describe('rare and new categories', () => {
  it('are merged below 1 % of the reference, and unseen ones are new', () => {
    const reference = column([...repeated('a', 900), ...repeated('b', 95), ...repeated('c', 3), ...repeated('d', 2)]);
    const current = column([...repeated('a', 800), ...repeated('c', 100), ...repeated('e', 50), ...repeated(null, 50)]);
    const result = measureColumn('x', reference, current);
    expect(result.bins.map(({ kind, label, reference: p, current: q }) => [kind, label, p, q])).toEqual([
      ['category', 'a', 900, 800],
      ['category', 'b', 95, 0],
      ['other', 'other', 5, 100],
      ['new', 'new', 0, 50],
      ['missing', 'missing', 0, 50],
    ]);
    expect(result.metrics).toMatchObject({ newCategories: 1, newShare: 0.05, missingShare: 0.05 });
  });

  it('lose no row: the bins hold every row of both sides', () => {
    const cell = fc.oneof(
      fc.constantFrom('a', 'b', 'c', 'missing', 'other'),
      fc.integer({ min: 0, max: 8 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.constant(null),
    );
    const side = fc.array(cell, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(side, side, fc.constantFrom('numeric' as const, 'categorical' as const), (a, b, type) => {
        const result = measureColumn('x', column(a), column(b), { type });
        if (result.kind === null) return;
        expect(result.bins.reduce((sum, bin) => sum + bin.reference, 0)).toBe(a.length);
        expect(result.bins.reduce((sum, bin) => sum + bin.current, 0)).toBe(b.length);
        expect(result.metrics.psi).toBeGreaterThanOrEqual(0);
        expect(measureColumn('x', column(a), column(a), { type }).metrics.psi).toBe(0);
      }),
    );
  });
});

describe('the verdict', () => {
  it('does not take noise for drift, however many bins there are', () => {
    // Eighty classes of seven rows each side: PSI far above 0.25 by chance alone.
    const [p, q] = [0, 1].map((odd) => counts(Array.from({ length: 80 }, (_, at) => 7 + (at % 2 === odd ? 3 : -3))));
    const result = measureCounts('class', p ?? new Map(), q ?? new Map());
    expect(result.metrics.psi).toBeGreaterThan(0.25);
    expect(result.metrics.psi).toBeGreaterThan(result.noise?.psi95 ?? Infinity);
    const milder = counts(Array.from({ length: 80 }, (_, at) => 7 + (at % 2 === 0 ? 2 : -2)));
    const noisy = measureCounts('class', counts(repeated(7, 80)), milder);
    expect(noisy).toMatchObject({ verdict: 'ok', withinNoise: true });
  });

  it('follows bands that were set', () => {
    const [a, b] = [column(line(1_000)), column(line(1_000, 20))];
    expect(measureColumn('x', a, b).verdict).toBe('ok');
    const strict = { psi: { watch: 0.01, act: 0.02 }, wassersteinNormed: { watch: 0.05, act: 0.3 } };
    expect(measureColumn('x', a, b, { bands: strict })).toMatchObject({
      verdict: 'watch',
      verdicts: { wassersteinNormed: 'watch', jsBase2: 'ok' },
    });
  });
});
