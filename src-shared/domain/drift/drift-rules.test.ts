import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BandOverride, bandInForce, bandProblem } from './bands';
import { incomparable, type SeriesKind } from './comparable';
import { VERDICT_CODES } from './day-verdicts';
import { falseAlarmChance, falseAlarmsByMetric, seriesWindows } from './false-alarms';
import { movedBins } from './moved-bins';
import { driftNoise } from './noise';
import { noiseLine } from './noise-line';
import { actRun } from './retraining';
import { thinnedPlaces } from './thin-out';

describe('the band in force', () => {
  const override = (more: Partial<BandOverride>): BandOverride => ({
    metric: 'psi',
    modelId: null,
    tier: null,
    bands: { watch: 1, act: 2 },
    ...more,
  });
  it('is the nearest one that somebody set', () => {
    const all = [
      override({}),
      override({ tier: 1, bands: { watch: 3, act: 4 } }),
      override({ modelId: 'm', bands: { watch: 5, act: 6 } }),
    ];
    expect(bandInForce(all, { id: 'm', tier: 1 }, 'psi')).toMatchObject({ from: 'model', bands: { watch: 5 } });
    expect(bandInForce(all, { id: 'n', tier: 1 }, 'psi')).toMatchObject({ from: 'tier', bands: { watch: 3 } });
    expect(bandInForce(all, { id: 'n', tier: null }, 'psi')).toMatchObject({ from: 'portfolio', bands: { watch: 1 } });
    expect(bandInForce(all, { id: 'n', tier: null }, 'ksP')).toMatchObject({ from: 'default', direction: 'lower' });
  });

  it('says which way is worse of a figure that nobody knows', () => {
    const falling = [override({ metric: 'auc', bands: { watch: 0.8, act: 0.7 } })];
    expect(bandInForce(falling, { id: 'n', tier: null }, 'auc').direction).toBe('lower');
    expect(bandInForce([], { id: 'n', tier: null }, 'auc')).toMatchObject({ direction: 'unknown', bands: null });
    expect(bandProblem('auc', { watch: 1, act: 1 })).toMatch(/same limit/);
  });
});

describe('points that are left out of a drawing', () => {
  it('are never the first, the last, the highest or the lowest (property)', () => {
    const values = fc.array(
      fc.oneof({ weight: 9, arbitrary: fc.double({ noNaN: true }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) }),
      { minLength: 1, maxLength: 300 },
    );
    fc.assert(
      fc.property(values, fc.integer({ min: 4, max: 50 }), (some, most) => {
        const places = thinnedPlaces(Float64Array.from(some), most);
        expect(places.length).toBeLessThanOrEqual(Math.max(most, Math.min(some.length, most)));
        expect([...places]).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect([places[0], places.at(-1)]).toEqual([0, some.length - 1]);
        const known = some.filter((value) => !Number.isNaN(value));
        const kept = Array.from(places, (place) => some[place] ?? Number.NaN).filter((value) => !Number.isNaN(value));
        if (known.length > 0) {
          expect(Math.max(...kept)).toBe(Math.max(...known));
          expect(Math.min(...kept)).toBe(Math.min(...known));
        }
      }),
    );
  });
});

describe('a run at act', () => {
  const { act, ok, watch } = VERDICT_CODES;
  const run = (...codes: number[]) =>
    actRun(
      Float64Array.from(codes, (_, i) => i),
      Uint8Array.from(codes),
      3,
    );
  it('is unbroken, long enough and reaches the newest window', () => {
    expect(run(ok, act, act, act)).toEqual({ windows: 3, firstAt: 1, lastAt: 3 });
    expect(run(act, act, act | 8, act)).toMatchObject({ windows: 4 });
    expect(run(act, act, act, watch)).toBeNull();
    expect(run(act, act, ok, act, act)).toBeNull();
    expect(run()).toBeNull();
  });
});

describe('false alarms', () => {
  it('of a p-value are its limit, of PSI the tail of χ², and the same for distances that follow it', () => {
    expect(falseAlarmChance('ksP', 0.05, { nRef: null, nCur: null, nBins: null })).toBe(0.05);
    const sizes = { nRef: 10_000, nCur: 10_000, nBins: 10 };
    // maths.md D1: .0034 is the 95 % point of PSI at these sizes, .0043 the 99 % point.
    expect(falseAlarmChance('psi', 0.003384, sizes)).toBeCloseTo(0.05, 3);
    expect(falseAlarmChance('psi', 0.004333, sizes)).toBeCloseTo(0.01, 3);
    const js = Math.sqrt(0.003384 / 8 / Math.LN2);
    expect(falseAlarmChance('jsBase2', js, sizes)).toBeCloseTo(falseAlarmChance('psi', 0.003384, sizes) ?? 0, 12);
    expect(falseAlarmChance('wasserstein', 1, sizes)).toBeNull();
    expect(falseAlarmChance('psi', 0.1, { ...sizes, nBins: null })).toBeNull();
  });

  it('never come from windows with too few rows for a verdict', () => {
    for (const few of [{ nRef: 499 }, { nCur: 41 }]) {
      expect(falseAlarmChance('psi', 0.1, { nRef: 10_000, nCur: 10_000, nBins: 10, ...few })).toBe(0);
      expect(falseAlarmChance('ksP', 0.05, { nRef: null, nCur: null, nBins: null, ...few })).toBe(0);
    }
  });

  it('add up over series, and one that is not known leaves its figure open', () => {
    const series = {
      metric: 'ksP',
      bands: { watch: 0.05, act: 0.01 },
      sizes: { nRef: 900, nCur: 900, nBins: null },
      cadence: 365.25 / 48,
    };
    const [ks] = falseAlarmsByMetric(Array(580).fill(series));
    // 29 models × 20 features × 4 windows a month × 0.05
    expect(ks?.watch).toBeCloseTo(116, 9);
    const [psi] = falseAlarmsByMetric([{ ...series, metric: 'psi' }]);
    expect(psi).toMatchObject({ watch: null, alphaWatch: null, series: 1 });
  });
});

describe('the noise line', () => {
  it('is that of the measured column, for any sizes (property)', () => {
    const rows = fc.integer({ min: 1, max: 1e6 });
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60 }), rows, rows, (bins, n, m) => {
        const noise = driftNoise(bins, n, m);
        expect(noiseLine('psi')(bins, n, m)).toBeCloseTo(noise?.psi95 ?? 0, 9);
        expect(noiseLine('jsBase2')(bins, n, m)).toBeCloseTo(noise?.js95 ?? 0, 9);
      }),
    );
    expect(noiseLine('ksD')(10, 1000, 1000)).toBeNull();
    expect(noiseLine('psi')(Number.NaN, 1000, 1000)).toBeNull();
  });
});

describe('two series on one axis', () => {
  const kind = (more: Partial<SeriesKind>): SeriesKind => ({
    metric: 'psi',
    method: 'PSI',
    base: 'e',
    binning: 'deciles',
    tool: 'A',
    ...more,
  });
  it('need figure, method, base and binning in common, both ways', () => {
    expect(incomparable(kind({}), kind({ tool: 'B' }))).toEqual([]);
    for (const other of [{ metric: 'jsBase2' }, { base: '2' as const }, { binning: 'Sturges' }, { binning: '' }]) {
      expect(incomparable(kind({}), kind(other))).not.toEqual([]);
      expect(incomparable(kind(other), kind({}))).not.toEqual([]);
    }
    expect(incomparable(kind({ binning: '' }), kind({ binning: '', tool: 'B' }))[0]).toMatch(/neither A nor B/);
    expect(
      incomparable(
        kind({ metric: 'ksD', method: '', base: null, binning: '' }),
        kind({ metric: 'ksD', method: '', base: null, binning: '', tool: 'B' }),
      ),
    ).toEqual([]);
  });
});

describe('bins that moved', () => {
  it('come the farthest first, and their changes cancel out (property)', () => {
    const rows = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(rows, (pairs) => {
        const moved = movedBins(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        const far = moved.map((one) => Math.abs(one.change));
        expect(far).toEqual(far.toSorted((a, b) => b - a));
        expect(moved.reduce((sum, one) => sum + one.change, 0)).toBeCloseTo(0, 9);
      }),
    );
    expect(movedBins([0, 0], [1, 2])).toEqual([]);
  });
});

describe('the windows of a series', () => {
  const columns = (days: readonly number[], nCur: readonly number[]) => ({
    at: Float64Array.from(days, (day) => day * 86_400_000),
    nRef: Float64Array.from(days, () => 9000),
    nCur: Float64Array.from(nCur),
    nBins: Float64Array.from(days, () => Number.NaN),
  });

  it('have the size of the newest and the mean distance of the newest twenty-one', () => {
    expect(seriesWindows(columns([0, 7, 15], [400, 500, 600]))).toEqual({
      sizes: { nRef: 9000, nCur: 600, nBins: null },
      cadence: 7.5,
    });
    const days = [...Array.from({ length: 30 }, (_, i) => i * 100), ...Array.from({ length: 21 }, (_, i) => 5000 + i)];
    expect(
      seriesWindows(
        columns(
          days,
          days.map(() => 1),
        ),
      ).cadence,
    ).toBe(1);
  });

  it('have no distance where there is but one', () => {
    expect(seriesWindows(columns([3], [700])).cadence).toBeNull();
  });

  it('lie as far from each other, wherever they lie and whatever came long before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 20, maxLength: 20 }),
        fc.integer({ min: 0, max: 20_000 }),
        fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 5 }),
        (gaps, start, earlier) => {
          const days = [start];
          for (const gap of gaps) days.push((days.at(-1) ?? 0) + gap);
          const before = earlier.map((back) => start - 900 * 5 + back).sort((a, b) => a - b);
          const all = [...new Set(before), ...days];
          const sizes = all.map(() => 1000);
          const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
          expect(seriesWindows(columns(all, sizes)).cadence).toBeCloseTo(mean, 9);
        },
      ),
    );
  });
});
