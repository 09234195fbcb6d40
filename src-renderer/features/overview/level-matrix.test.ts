import { describe, expect, it } from 'vitest';
import { levelMatrix, type MatrixInput } from './level-matrix';

const base: MatrixInput = {
  thresholds: { version: 'v', countLevel1: 3, countLevel2: 20, loadLevel1: 12, loadLevel2: 260, capBelow: 5 },
  updatesPerYear: {
    ad_hoc: 0.5,
    yearly: 1,
    half_yearly: 2,
    quarterly: 4,
    monthly: 12,
    weekly: 52,
    daily: 365,
    on_drift: 365,
  },
  models: 0,
  load: 0,
  unknownFrequency: 0,
  when: 'Today',
};
const levels = (input: MatrixInput) =>
  levelMatrix(input).rows.map((row) => row.cells.map((cell) => cell.level).join(''));
const todays = (input: MatrixInput) => {
  const matrix = levelMatrix(input);
  return matrix.rows.flatMap((row) =>
    row.cells.flatMap((cell, index) => (cell.today ? [`${row.label}:${matrix.columns[index]?.label}`] : [])),
  );
};

describe('levelMatrix', () => {
  it('follows the table of the rules for equal frequencies', () => {
    expect(levels(base)).toEqual([
      '222233333333', // daily
      '222223333333', // weekly
      '122222223333', // monthly
      '111222223333', // quarterly
      '111222223333', // twice a year
      '111222223333', // yearly
    ]);
  });

  it('marks nothing while no model is in production', () => {
    expect(todays(base)).toEqual([]);
    expect(levelMatrix(base).markWords).toContain('No model is in production');
  });

  it('gives today its exact column and row', () => {
    expect(todays({ ...base, models: 29, load: 29 * 12 })).toEqual(['Monthly:29']);
    expect(todays({ ...base, models: 8, load: 27.2 })).toEqual(['3.4 a year:8']);
    const matrix = levelMatrix({ ...base, models: 8, load: 27.2 });
    expect(matrix.rows.map((row) => row.label)).toEqual([
      'Daily, on drift',
      'Weekly',
      'Monthly',
      'Quarterly',
      '3.4 a year',
      'Twice a year',
      'Yearly',
    ]);
  });

  it('marks the whole column when no frequency is known, and says so', () => {
    const input = { ...base, models: 892, unknownFrequency: 892 };
    expect(todays(input)).toHaveLength(6);
    expect(levelMatrix(input).columns.at(-1)?.label).toBe('892');
    expect(levelMatrix(input).markWords).toBe(
      'Today: 892 models; how often they are updated is not known, so only their number decides',
    );
  });

  it('calls the load a lower bound while some frequencies are unknown', () => {
    expect(levelMatrix({ ...base, models: 10, load: 40, unknownFrequency: 3 }).markWords).toContain(
      'at least 4 a year',
    );
  });

  it('says 100+ only while nothing changes above a hundred', () => {
    expect(levelMatrix(base).columns.at(-1)?.label).toBe('100+');
    const wide = { ...base.thresholds, countLevel2: 150 };
    expect(levelMatrix({ ...base, thresholds: wide }).columns.at(-1)?.label).toBe('100');
  });
});
