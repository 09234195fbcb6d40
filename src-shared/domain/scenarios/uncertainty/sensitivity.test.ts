import { describe, expect, it } from 'vitest';
import { parsePath, withValue } from '../plan/input-path';
import { projectInvestment } from '../plan/project';
import { valueAtZero } from '../plan/value-at-zero';
import { inputsOf } from '../testing/cases';
import { TORNADO } from '../testing/tornado';
import vectors from '../testing/unit-vectors.json';
import { sensitivity } from './sensitivity';

const inputs = inputsOf(3);
const compare = 'L2 vs L1';

function npvWith(path: string, value: number): number {
  const place = parsePath(path);
  if (!place) throw new RangeError(path);
  return projectInvestment(withValue(inputs, place, value)).comparisons[compare]?.npv ?? Number.NaN;
}

describe('the tornado of the worked case', () => {
  const vector = vectors['tornado TC3 L2 vs L1'];
  const { base, rows } = sensitivity({ inputs, compare, uncertain: TORNADO.toReversed() });

  it('has its bars, the widest first', () => {
    expect(base).toBeCloseTo(vector.base_npv, 4);
    expect(rows.map(({ path }) => path)).toEqual(TORNADO.map(({ path }) => path));
    vector.rows.forEach((bar, at) => {
      expect(rows[at]).toMatchObject({ low: bar.low, high: bar.high });
      expect(rows[at]?.npvLow).toBeCloseTo(bar.npv_low, 4);
      expect(rows[at]?.npvHigh).toBeCloseTo(bar.npv_high, 4);
      expect(rows[at]?.swing).toBeCloseTo(bar.swing, 4);
    });
  });

  it('says what must be true, far outside the bars too', () => {
    const values = Object.fromEntries(rows.map((row) => [row.path, row.breakEvenValue]));
    expect(values['levels.L2.investment']).toBeCloseTo(400_000 + base, 3);
    // Even with incidents for nothing the level pays back: there is no such cost.
    expect(values.incidentCost).toBeNull();
    for (const path of ['levels.L1.operateFte', 'levels.L2.operateFte', 'levels.L2.deployWeeks']) {
      const value = values[path];
      expect(Math.abs(npvWith(path, value ?? Number.NaN))).toBeLessThan(1e-3);
    }
  });
});

it('holds the others at their mode, not at what the case says', () => {
  const [first, ...rest] = TORNADO;
  if (!first) throw new Error('the tornado has bars');
  const moved = withValue(inputs, { kind: 'plan', key: 'incidentCost' }, 1);
  const result = sensitivity({ inputs: moved, compare, uncertain: [first, ...rest] });
  expect(result.base).toBeCloseTo(vectors['tornado TC3 L2 vs L1'].base_npv, 4);
});

it('does not name a value with which the plan makes no sense', () => {
  const path = 'modelsAtStart';
  const small = { ...inputs, newModels: [0, 0, 0], retired: [0, 2, 0], modelsAtStart: 4 };
  const { rows } = sensitivity({ inputs: small, compare, uncertain: [{ path, low: 3, mode: 4, high: 6 }] });
  const value = rows[0]?.breakEvenValue ?? 0;
  expect(value === 0 || value >= 2).toBe(true);
});

describe('the value at which something is 0', () => {
  const range = { low: 1, mode: 2, high: 3 };

  it('is the one nearest to the mode', () => {
    expect(valueAtZero((x) => (x - 1.5) * (x - 9), range, 0, 100)).toBeCloseTo(1.5, 9);
    expect(valueAtZero((x) => (x - 80) * (x + 5), range, -100, 100)).toBeCloseTo(-5, 9);
    expect(valueAtZero((x) => x - 2, range, 0, 100)).toBe(2);
  });

  it('is looked for from the least to the most possible, and not beyond', () => {
    expect(valueAtZero((x) => x - 1e12, range, 0, 1e15)).toBeCloseTo(1e12, 0);
    expect(valueAtZero((x) => x - 101, range, 0, 100)).toBeNull();
    expect(valueAtZero((x) => x, range, 0, 100)).toBe(0);
    expect(valueAtZero((x) => x - 5, { low: 0, mode: 0, high: 0 }, 0, 100)).toBeCloseTo(5, 9);
  });

  it('is the place of the jump where whole engineers make one', () => {
    expect(valueAtZero((x) => (x < 7 ? -1 : 1), range, 0, 100)).toBeCloseTo(7, 9);
  });
});
