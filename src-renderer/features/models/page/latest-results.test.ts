import { expect, it } from 'vitest';
import type { Output } from '#contract/index';
import { latestResults } from './latest-results';

type Series = Output<'drift.series'>['series'][number];

const series = (
  id: number,
  column: string,
  verdict: Series['verdict'],
  tool: Series['toolVerdict'][number] = null,
): Series => ({
  id,
  column,
  metric: 'psi',
  label: 'PSI',
  method: '',
  base: null,
  binning: '',
  source: 'Evidently',
  n: verdict.length,
  t: verdict.map((_, i) => `2026-11-0${i + 1}T00:00:00.000Z`),
  v: verdict.map((_, i) => i / 10),
  nRef: verdict.map(() => null),
  nCur: verdict.map(() => null),
  verdict,
  toolVerdict: verdict.map(() => tool),
  noise: verdict.map(() => null),
  thresholds: { lower: verdict.map(() => null), upper: verdict.map(() => null) },
  bands: null,
  bandsFrom: 'default',
  direction: 'higher',
});

it('takes the newest point of each series, the worst first, and keeps the word of the tool beside ours', () => {
  const latest = latestResults([
    series(1, 'age', ['act', 'ok']),
    series(2, 'income', ['ok', 'ok', 'watch'], 'drift'),
    series(3, 'plan', ['too_few_rows']),
    series(4, 'none', []),
  ]);
  expect(latest.map(({ column, value, health, words }) => ({ column, value, health, words }))).toEqual([
    { column: 'income', value: 0.2, health: 'watch', words: 'Watch; Evidently says drift' },
    { column: 'age', value: 0.1, health: 'ok', words: 'Ok' },
    { column: 'plan', value: 0, health: null, words: 'Too few rows' },
  ]);
});
