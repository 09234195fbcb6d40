import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOf, driftVerdict, worstVerdict } from './verdict';
import { DRIFT_METRICS, DRIFT_VERDICTS, driftMetricSpec } from './vocabulary';

const enough = { reference: 500, current: 500 };

describe('a verdict', () => {
  it('counts a limit to its worse side, upwards for distances', () => {
    const verdicts = [0.0999, 0.1, 0.2499, 0.25].map((psi) =>
      driftVerdict(psi, DRIFT_METRICS.psi.bands, 'higher', enough),
    );
    expect(verdicts).toEqual(['ok', 'watch', 'watch', 'act']);
  });

  it('counts downwards for p-values', () => {
    const verdicts = [0.051, 0.05, 0.011, 0.01, 0].map((p) =>
      driftVerdict(p, DRIFT_METRICS.ksP.bands, 'lower', enough),
    );
    expect(verdicts).toEqual(['ok', 'watch', 'watch', 'act', 'act']);
  });

  it('says too few rows below 500 on either side, whatever the figure', () => {
    expect(driftVerdict(9, { watch: 0.1, act: 0.2 }, 'higher', { reference: 499, current: 1e6 })).toBe('too_few_rows');
    expect(driftVerdict(0, { watch: 0.1, act: 0.2 }, 'higher', { reference: 1e6, current: 499 })).toBe('too_few_rows');
    expect(driftVerdict(9, { watch: 0.1, act: 0.2 }, 'higher', { reference: null, current: 500 })).toBe('act');
  });

  it('is none without a value, a band or a direction', () => {
    expect(driftVerdict(null, { watch: 0.1, act: 0.2 }, 'higher', { reference: 3, current: 3 })).toBe('none');
    expect(bandOf(Number.NaN, { watch: 0.1, act: 0.2 }, 'higher')).toBe('none');
    expect(bandOf(1, null, 'higher')).toBe('none');
    expect(bandOf(1, { watch: 0.1, act: 0.2 }, driftMetricSpec('someones own').direction)).toBe('none');
    expect(bandOf(Number.POSITIVE_INFINITY, { watch: 0.1, act: 0.2 }, 'higher')).toBe('act');
  });

  it('never gets better as the figure gets worse', () => {
    const rank = (verdict: string): number => ['ok', 'watch', 'act'].indexOf(verdict);
    const figure = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(figure, figure, figure, figure, fc.boolean(), (a, b, c, d, higher) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const bands = higher ? { watch: low, act: high } : { watch: high, act: low };
        const [milder, worse] = higher ? [Math.min(c, d), Math.max(c, d)] : [Math.max(c, d), Math.min(c, d)];
        const direction = higher ? 'higher' : 'lower';
        expect(rank(bandOf(worse, bands, direction))).toBeGreaterThanOrEqual(rank(bandOf(milder, bands, direction)));
      }),
    );
  });
});

describe('the worst of several', () => {
  it('is in the order act, watch, ok, too few rows, none', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...DRIFT_VERDICTS)), (verdicts) => {
        expect(worstVerdict(verdicts)).toBe(DRIFT_VERDICTS.find((one) => verdicts.includes(one)) ?? 'none');
      }),
    );
  });
});

describe('the vocabulary', () => {
  it('has its bands in the order of its direction', () => {
    for (const { bands, direction, family } of Object.values(DRIFT_METRICS)) {
      expect(direction).toBe(['p_value', 'rate', 'judged'].includes(family) ? 'lower' : 'higher');
      if (bands) expect(bands.act > bands.watch).toBe(direction === 'higher');
    }
  });

  it('keeps the name of a metric it does not know', () => {
    expect(driftMetricSpec('toString')).toMatchObject({ label: 'toString', direction: 'unknown', bands: null });
  });
});
