import { describe, expect, it } from 'vitest';
import { knownRanges } from '../plan/known-ranges';
import { presetInputs } from '../plan/scenario-presets';
import { scenarioRanges } from '../plan/scenario-ranges';
import { drawable } from '../statistics/distribution';
import { tornadoEnds } from '../uncertainty/tornado-ends';
import { keptValues, MOST_VALUES } from './kept-values';
import { type KeptMeasure, ownDistribution } from './own-rows';

const kept = (more: Partial<KeptMeasure>): KeptMeasure => ({
  measure: 'releasesPerYear',
  measured: 33 / 22.39,
  n: 33,
  rows: [],
  ...more,
});
const row = (value: number) => ({ modelId: null, name: '', value, detail: '' });

describe('what the rows behind a measured value say of it', () => {
  it('is the exact interval of a rate', () => {
    const of = ownDistribution(kept({}), 33 / 22.39);
    if (!of) throw new Error('no distribution');
    const { base, shown95, quantile } = drawable(of);
    expect(base).toBeCloseTo(1.473872, 6);
    // Garwood's, as SciPy gives it: gamma.ppf(.025, 33)/E and gamma.ppf(.975, 34)/E.
    expect(shown95?.[0]).toBeCloseTo(1.014546, 6);
    expect(shown95?.[1]).toBeCloseTo(2.069865, 6);
    expect(quantile?.(0.05)).toBeCloseTo(1.097862, 6);
    expect(quantile?.(0.95)).toBeCloseTo(1.945245, 6);
  });

  it('is in the unit of the input, however it was measured', () => {
    const hours = [10, 20, 30, 40, 50, 60];
    const of = ownDistribution(kept({ measure: 'incidentHours', measured: 35, n: 6, rows: hours.map(row) }), 3500);
    expect(of).toEqual({ kind: 'mean', values: hours, scale: 100 });
    expect(of && drawable(of).base).toBeCloseTo(3500, 9);
  });

  it('is nothing where not all rows were kept, and a count has no range', () => {
    const some = kept({ measure: 'timeToProduction', measured: 9, n: 300, rows: [row(8), row(10)] });
    expect(ownDistribution(some, 9)).toBeNull();
    expect(ownDistribution({ ...some, values: [8, 9, 10] }, 9)).toEqual({ kind: 'median', values: [8, 9, 10] });
    expect(ownDistribution(kept({ measure: 'modelsInProduction', measured: 31, n: 31 }), 31)).toEqual({
      kind: 'entered',
      value: 31,
    });
  });

  it('keeps the ends and the middle of very many values', () => {
    const values = Array.from({ length: 20_001 }, (_, index) => 20_000 - index);
    const few = keptValues(values);
    expect(few).toHaveLength(MOST_VALUES);
    expect([few[0], few.at(-1)]).toEqual([0, 20_000]);
    expect(Math.abs((few[MOST_VALUES / 2] ?? 0) - 10_000)).toBeLessThan(5);
  });
});

describe('the ranges of a scenario', () => {
  const inputs = { ...presetInputs('expected'), updatesPerYear: 33 / 22.39 };
  const item = (path: string, value: number, origin: Parameters<typeof knownRanges>[0][number]['origin']) => ({
    path,
    value,
    origin,
  });
  const measured = item('updatesPerYear', inputs.updatesPerYear, { kind: 'measured', ...kept({}) });
  const entered = item('loadedAnnual', inputs.loadedAnnual, { kind: 'entered' });

  it('are the own rows’ of what was measured, and none of what was entered alone', () => {
    const ranges = scenarioRanges(inputs, 'EUR', [], knownRanges([measured, entered]));
    const updates = ranges.find(({ path }) => path === 'updatesPerYear');
    expect(updates).toMatchObject({ from: 'rows', of: { kind: 'rate', events: 33 } });
    expect(updates?.low).toBeCloseTo(1.097862, 6);
    expect(updates?.high).toBeCloseTo(1.945245, 6);
    expect(ranges.some(({ path }) => path === 'loadedAnnual')).toBe(false);
    expect(ranges.find(({ path }) => path === 'levels.L1.operateFte')).toMatchObject({ from: 'default' });
  });

  it('are what somebody gave before anything else', () => {
    const given = [
      { path: 'updatesPerYear', low: 1, high: 5 },
      { path: 'loadedAnnual', low: 90_000, high: 130_000 },
    ];
    const ranges = scenarioRanges(inputs, 'EUR', given, knownRanges([measured, entered]));
    expect(ranges.find(({ path }) => path === 'updatesPerYear')).toMatchObject({ from: 'given', low: 1, high: 5 });
    expect(ranges.find(({ path }) => path === 'loadedAnnual')).toMatchObject({ from: 'given', low: 90_000 });
  });

  it('hold every row where these are too few for a range of their own', () => {
    const few = kept({ measure: 'timeToProduction', measured: 60, n: 3, rows: [row(2), row(60), row(90)] });
    const own = item('levels.L1.deployWeeks', 60, { kind: 'measured', ...few });
    const slow = { ...inputs, levels: { ...inputs.levels, L1: { ...inputs.levels.L1, deployWeeks: 60 } } };
    const ranges = scenarioRanges(slow as typeof inputs, 'EUR', [], knownRanges([own]));
    expect(ranges.find(({ path }) => path === 'levels.L1.deployWeeks')).toMatchObject({
      from: 'few_rows',
      low: 2,
      mode: 60,
      high: 90,
    });
  });

  it('end in a tornado where 5 % and 95 % of the draws lie, assumptions too', () => {
    const [end] = tornadoEnds([{ path: 'x', low: 0, mode: 4, high: 10 }]);
    const { quantile } = drawable({ kind: 'pert', low: 0, mode: 4, high: 10 });
    expect([end?.low, end?.high]).toEqual([quantile?.(0.05), quantile?.(0.95)]);
    expect(end?.low).toBeGreaterThan(0);
  });
});
