import { describe, expect, it } from 'vitest';
import { drawable } from '../statistics/distribution';
import { planOf } from '../testing/decision-cases';
import { type MeasuredRows, ownRange, widenedRange } from './own-ranges';

const rowsOf = (values: readonly number[]) => values.map((value) => ({ modelId: null, name: 'A', value, detail: '' }));
const inputs = planOf('A2');

describe('the range of a measured value', () => {
  it('of a rate comes from its events and what they were counted over', () => {
    const found: MeasuredRows = { key: 'releasesPerYear', value: 33 / 22.39, n: 33, rows: [] };
    const range = ownRange(found, inputs);
    expect(range?.path).toBe('updatesPerYear');
    const shown = range ? drawable(range.of).shown95 : null;
    expect(shown?.[0]).toBeCloseTo(1.014546, 6);
    expect(shown?.[1]).toBeCloseTo(2.069865, 6);
  });

  it('of a median and a mean comes from the rows', () => {
    const values = [2, 4, 6, 8, 30];
    const weeks = ownRange({ key: 'timeToProduction', value: 6, n: 5, rows: rowsOf(values) }, inputs);
    expect(weeks).toMatchObject({ path: 'levels.L1.deployWeeks', of: { kind: 'median', values } });
    const hours: MeasuredRows = { key: 'incidentHours', value: 10, n: 5, rows: rowsOf(values) };
    expect(ownRange(hours, planOf('K1'))).toMatchObject({ path: 'incidentHours', of: { kind: 'mean', values } });
    expect(ownRange(hours, inputs)).toMatchObject({ path: 'incidentCost', of: { scale: 112_000 / 1_800 } });
  });

  it('is none where rows are too few, not all at hand, or set nothing', () => {
    expect(ownRange({ key: 'timeToProduction', value: 3, n: 4, rows: rowsOf([1, 2, 4, 5]) }, inputs)).toBeNull();
    expect(ownRange({ key: 'timeToProduction', value: 3, n: 900, rows: rowsOf([1, 2, 4, 5, 6]) }, inputs)).toBeNull();
    expect(ownRange({ key: 'modelsInProduction', value: 31, n: 31, rows: [] }, inputs)).toBeNull();
    expect(ownRange({ key: 'releasesPerYear', value: null, n: 0, rows: [] }, inputs)).toBeNull();
  });

  it('of too few rows is the assumption’s, widened to hold them', () => {
    expect(widenedRange({ low: 4, high: 26 }, 3, [2, 3, 40])).toEqual({ kind: 'pert', low: 2, mode: 3, high: 40 });
  });
});
