import { expect, it } from 'vitest';
import { type DriftPoint, UNSAID } from '../importers/drift/reading';
import { PointPacker, unpackPoints } from './pack-points';

const point = (said: Partial<DriftPoint>): DriftPoint => ({
  ...UNSAID,
  name: 'Churn',
  column: 'age',
  metric: 'psi',
  method: '',
  base: null,
  binning: '',
  source: { tool: 'Table', version: '' },
  at: '2026-01-05T00:00:00.000Z',
  value: 0.1,
  ...said,
});

const POINTS: readonly DriftPoint[] = [
  point({}),
  point({ value: null, windowStart: '2026-01-01T00:00:00.000Z', nRef: 0, row: 17 }),
  point({ column: 'income', verdict: 'drift', base: '2' }),
  point({ column: 'income', verdict: 'none', base: 'e', lower: -0, upper: Number.POSITIVE_INFINITY }),
  point({ modelVersion: 'a\ud800b' }),
  point({ modelVersion: '' }),
  point({ distribution: { bins: ['a'], edges: null, reference: [1], current: [2] } }),
  point({ name: '' }),
];

it('gives back every point as it was, in its order, over as many pieces as there are', () => {
  const found: [DriftPoint, string][] = [];
  const problems: unknown[] = [];
  const packer = new PointPacker(() => undefined);
  POINTS.forEach((one, at) => {
    packer.point(one, `line ${at}`);
    if (at % 3 !== 2) return;
    packer.problem({ row: at, column: '', code: 'odd', message: 'Odd.', value: '', effect: 'note' }, 0);
    unpackPoints(structuredClone(packer.take()), {
      point: (one, pointer) => found.push([one, pointer]),
      problem: (problem, rows) => problems.push([problem.row, rows]),
    });
  });
  unpackPoints(structuredClone(packer.take()), {
    point: (one, pointer) => found.push([one, pointer]),
    problem: () => 0,
  });
  expect(found).toEqual(POINTS.map((one, at) => [one, `line ${at}`]));
  expect(found.map(([{ modelVersion }]) => modelVersion)).toEqual(POINTS.map(({ modelVersion }) => modelVersion));
  expect(problems).toEqual([
    [2, 0],
    [5, 0],
  ]);
  expect(packer.size).toBe(0);
});
