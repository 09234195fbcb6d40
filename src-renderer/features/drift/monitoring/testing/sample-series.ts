import type { DriftSeries } from '../monitoring-types';

/** A weekly PSI series from 2 Nov 2026 on; as long as `v`. */
export function sampleSeries(part: Partial<Omit<DriftSeries, 't'>> & { readonly v: DriftSeries['v'] }): DriftSeries {
  const monday = Date.parse('2026-11-02');
  const each = <T>(value: T): T[] => part.v.map(() => value);
  return {
    id: 1,
    column: 'age',
    metric: 'psi',
    label: 'PSI',
    method: 'PSI',
    base: 'e',
    binning: 'deciles of the reference',
    source: 'Modelfolio',
    n: part.v.length,
    t: part.v.map((_, index) => new Date(monday + index * 7 * 86_400_000).toISOString()),
    nRef: each(10_000),
    nCur: each(4000),
    verdict: each('ok' as const),
    toolVerdict: each(null),
    noise: each(0.006),
    thresholds: { lower: each(null), upper: each(null) },
    bands: { watch: 0.1, act: 0.25 },
    bandsFrom: 'default',
    direction: 'higher',
    ...part,
  };
}
