import { describe, expect, it } from 'vitest';
import { levelMatrix, type MatrixInput } from './level-matrix';
import { planPoints } from './plan-points';

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

describe('the plan on the matrix', () => {
  const plan = planPoints(
    { models: 14, updatesPerYear: 12, growthModels: 12, growthUpdatesPerYear: 12 },
    '2026-11',
  ).slice(1);
  const input = { ...base, models: 14, load: 168, plan };
  const at = ({ x, y }: { x: number; y: number }) => {
    const matrix = levelMatrix(input);
    return `${matrix.rows[Math.floor(y)]?.label}:${matrix.columns[Math.floor(x)]?.models}`;
  };

  it('passes through the exact cell of each point', () => {
    const { path } = levelMatrix(input);
    expect(path.map(at)).toEqual(['Monthly:14', 'Monthly:17', 'Monthly:20', 'Monthly:23', 'Monthly:26']);
    expect(path.every(({ x, y }) => x % 1 === 0.5 && y % 1 === 0.5)).toBe(true);
  });

  it('names a column by the first point that reaches it, and keeps where the levels meet', () => {
    const { columns } = levelMatrix(input);
    expect(columns.filter((column) => column.plan !== '').map((column) => `${column.models} ${column.plan}`)).toEqual([
      '17 +6',
      '20 +12',
      '23 +18',
      '26 +24',
    ]);
    for (const edge of [3, 4, 5, 20, 21]) expect(columns.map((column) => column.models)).toContain(edge);
  });

  it('shows the level of the exact load, in a row of its own pace', () => {
    const slower = planPoints({ models: 14, updatesPerYear: 12, growthModels: 6, growthUpdatesPerYear: 1 }, '2026-11');
    const matrix = levelMatrix({ ...input, plan: slower.slice(1) });
    const last = matrix.path.at(-1) ?? { x: 0, y: 0 };
    expect(matrix.rows[Math.floor(last.y)]?.label).toBe('8.7 a year');
    expect(matrix.rows[Math.floor(last.y)]?.cells[Math.floor(last.x)]).toEqual({ level: 2, today: false, plan: '+24' });
  });

  it('shares a row between paces that are nearly the same, each point with the level of its own load', () => {
    const demand = { models: 13, updatesPerYear: 44.75, unknownFrequency: 1, growthModels: 30 };
    const points = planPoints({ ...demand, growthUpdatesPerYear: 44.75 }, '2026-11').slice(1);
    const matrix = levelMatrix({ ...base, models: 13, load: 537, unknownFrequency: 1, plan: points });
    expect(new Set(matrix.path.map(({ y }) => matrix.rows[Math.floor(y)]?.label))).toEqual(new Set(['41.3 a year']));
    expect(matrix.rows).toHaveLength(7);
    const near = [{ months: 6, label: '+6', models: 5, load: 261 }];
    const weekly = levelMatrix({ ...base, models: 5, load: 260, plan: near });
    expect(weekly.rows.find(({ label }) => label === 'Weekly')?.cells.find(({ plan: on }) => on === '+6')?.level).toBe(
      3,
    );
  });

  it('leaves points without models out', () => {
    const gone = planPoints({ models: 2, updatesPerYear: 1, growthModels: -4, growthUpdatesPerYear: 1 }, '2026-11');
    const { path } = levelMatrix({ ...base, models: 2, load: 2, plan: gone.slice(1) });
    expect(path).toHaveLength(2);
    expect(levelMatrix({ ...base, plan: [] }).path).toEqual([]);
  });
});
