import { expect, it } from 'vitest';
import { type DriftPoint, UNSAID } from '../importers/drift/reading';
import { PointPacker, pointUnpacker } from './pack-points';

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

/** What arrives of points that are taken whenever `taken` says so, and how many series crossed. */
function crossed(points: readonly DriftPoint[], taken: (at: number) => boolean) {
  const found: [DriftPoint, string][] = [];
  const problems: unknown[] = [];
  let series = 0;
  const unpack = pointUnpacker({
    point: (one, pointer) => found.push([one, pointer]),
    problem: (problem, rows) => problems.push([problem.row, rows]),
  });
  const packer = new PointPacker(() => undefined);
  const give = (): void => {
    const piece = packer.take();
    series += piece.commons.length;
    // Its memory is gone here, as that of what crossed to another thread.
    unpack(structuredClone(piece, { transfer: [piece.numbers.buffer, piece.pointers.ends.buffer] }));
  };
  points.forEach((one, at) => {
    packer.point(one, `line ${at}`);
    if (!taken(at)) return;
    packer.problem({ row: at, column: '', code: 'odd', message: 'Odd.', value: '', effect: 'note' }, 0);
    give();
  });
  give();
  return { found, problems, series, left: packer.size };
}

const asTheyWere = (points: readonly DriftPoint[]) => points.map((one, at) => [one, `line ${at}`]);

it('gives back every point as it was, in its order, over as many pieces as there are', () => {
  const { found, problems, left } = crossed(POINTS, (at) => at % 3 === 2);
  expect(found).toStrictEqual(asTheyWere(POINTS));
  expect(problems).toEqual([
    [2, 0],
    [5, 0],
  ]);
  expect(left).toBe(0);
});

it.each([
  ['day by day', (at: number) => at % 40],
  ['series by series', (at: number) => Math.floor(at / 700)],
  ['in no order', (at: number) => (at * at * 31 + at * 7) % 53],
  ['day by day with gaps', (at: number) => (at + Math.floor(at / 97)) % 40],
])('tells points apart that come %s, and sends each series once', (_order, seriesAt) => {
  const points = Array.from({ length: 12_000 }, (_, at) => {
    const series = seriesAt(at);
    return point({
      name: `Model ${series >> 3}`,
      column: `feature ${series & 3}`,
      ...(series & 4 && { modelVersion: 'v2' }),
      at: new Date(Date.UTC(2026, 0, 1 + (at % 300))).toISOString(),
      value: at,
    });
  });
  const { found, series } = crossed(points, (at) => at % 5_000 === 4_999 || at % 1_234 === 0);
  expect(found).toStrictEqual(asTheyWere(points));
  expect(series).toBe(new Set(points.map((_, at) => seriesAt(at))).size);
});

it('begins anew where there are more series than are remembered', () => {
  const points = Array.from({ length: 70_000 }, (_, at) => point({ name: `Model ${at % 30_000}`, value: at }));
  const { found, series } = crossed(points, (at) => at % 5_000 === 4_999);
  expect(found).toStrictEqual(asTheyWere(points));
  expect(series).toBeGreaterThan(30_000);
});
