import type { Input } from '#contract/index';
import { DRIFT_METRICS, type MeasuredMetric } from '#domain/drift/vocabulary';
import type { MeasuredColumn } from './measure-types';
import { binningWords } from './measure-words';

type Result = Extract<Input<'drift.record'>, { results: unknown }>['results'][number];

/** The figures that are kept of each column: the headline ones, the tests and what is missing or new. */
const KEPT: readonly MeasuredMetric[] = [
  'jsBase2',
  'psi',
  'wassersteinNormed',
  'ksD',
  'ksP',
  'chi2P',
  'missingShare',
  'newShare',
];

/** Bins of a distribution that are kept; a column with more keeps its figures only. */
const MOST_BINS = 1000;

/** Days of the current sample; `from` `null` = not known. */
export interface RecordedWindow {
  readonly from: string | null;
  readonly to: string;
}

/** What `drift.record` takes: every figure with its method, base, binning, sizes and window. */
export function recordedResults(
  columns: readonly MeasuredColumn[],
  modelId: string,
  window: RecordedWindow,
  appVersion: string,
): Result[] {
  const compared = columns.filter(({ kind }) => kind !== null);
  return compared.flatMap((column) =>
    KEPT.flatMap((metric): Result[] => {
      const value = column.metrics[metric];
      if (typeof value !== 'number') return [];
      const spec = DRIFT_METRICS[metric];
      return [
        {
          modelId,
          column: column.column.slice(0, 500),
          metric,
          method: methodOf(metric, column),
          base: spec.logBase,
          binning: spec.binned ? binningWords(column) : '',
          source: { tool: 'Modelfolio', version: appVersion },
          at: window.to,
          windowStart: window.from !== null && window.from <= window.to ? window.from : null,
          value,
          nRef: column.nRef,
          nCur: column.nCur,
          nBins: spec.binned ? column.bins.length : null,
          distribution: metric === 'jsBase2' && column.bins.length <= MOST_BINS ? distributionOf(column) : null,
        },
      ];
    }),
  );
}

function methodOf(metric: MeasuredMetric, { ksMethod }: MeasuredColumn): string {
  if (metric === 'psi') return 'PSI, empty bins as 0.0001';
  if (metric === 'ksP') return `KS p-value, ${ksMethod ?? 'exact'}`;
  return DRIFT_METRICS[metric].label;
}

function distributionOf(column: MeasuredColumn): NonNullable<Result['distribution']> {
  const { bins, edges } = column;
  const inner = edges?.filter((edge) => typeof edge === 'number') ?? null;
  return {
    bins: bins.map(({ label }) => label.slice(0, 500)),
    edges: inner,
    reference: bins.map(({ reference }) => reference),
    current: bins.map(({ current }) => current),
  };
}
