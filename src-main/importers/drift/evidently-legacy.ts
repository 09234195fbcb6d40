import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftedShare, type EvidentlyScore, embeddingsMethod, evidentlyFigure, isNews } from './evidently-figure';
import { sayOthers } from './evidently-report';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, type ReportWriter, reportWriter } from './report-context';
import { smallDistributions } from './small-distributions';

/** A report of Evidently up to 0.6: what `save_json()` writes, or `as_dict()`, which says neither version nor time. */
export function isLegacyReport(root: JsonObject): boolean {
  const first = asObject(asList(root.metrics)[0]);
  return asText(first?.metric) !== '' && asObject(first?.result) !== null;
}

/** What its workspace keeps of a run of a report or of a test suite. */
export const isLegacySnapshot = (root: JsonObject): boolean =>
  Array.isArray(root.metrics_ids) && Array.isArray(asObject(root.suite)?.metric_results);

export const readLegacyReport = (root: JsonObject, context: ReportContext): ReadFacts =>
  readResults(
    asList(root.metrics).map((metric, index) => ({
      metric: asText(asObject(metric)?.metric),
      result: asObject(asObject(metric)?.result),
      pointer: `/metrics${step(index)}/result`,
    })),
    reportOf(root, ''),
    context,
    'Evidently report (up to 0.6)',
  );

/** Its results stand there by type, and in full also where the tests beside them round them. */
export const readLegacySnapshot = (root: JsonObject, context: ReportContext): ReadFacts =>
  readResults(
    asList(asObject(root.suite)?.metric_results).map((entry, index) => ({
      metric: metricOfType(asText(asObject(entry)?.type)),
      result: asObject(entry),
      pointer: `/suite/metric_results${step(index)}`,
    })),
    reportOf(root, asText(root.name)),
    context,
    'Evidently snapshot (up to 0.6)',
  );

/** `evidently:metric_result:DataDriftTableResults`, or the class with its module before 0.4.34, → `DataDriftTable`. */
function metricOfType(type: string): string {
  const name = type.split(/[.:]/).at(-1) ?? '';
  return name === 'ColumnDataDriftMetrics' ? 'ColumnDriftMetric' : name.replace(/Results?$/, '');
}

export const reportOf = (root: JsonObject, name: string) => ({
  tool: 'Evidently',
  version: asText(root.version),
  name,
  time: asText(root.timestamp),
});

interface MetricResult {
  readonly metric: string;
  readonly result: JsonObject | null;
  readonly pointer: string;
}

/** `DatasetDriftMetric` is believed; the same claim inside `DataDriftTable` ignores the share that was set. */
function readResults(
  results: readonly MetricResult[],
  facts: ReturnType<typeof reportOf>,
  context: ReportContext,
  source: string,
): ReadFacts {
  const summary = results.find(({ metric }) => metric === 'DatasetSummaryMetric')?.result;
  const rows = (side: unknown): number | null => asRows(asObject(side)?.number_of_rows);
  const writer = reportWriter(context, { ...facts, nRef: rows(summary?.reference), nCur: rows(summary?.current) });
  const told = new Set<string>();
  let others = 0;
  for (const { metric, result, pointer } of results) {
    if (metric === 'DatasetSummaryMetric') continue;
    if (!result || !readMetric(metric, result, writer, pointer, told)) others += 1;
  }
  sayOthers(writer, others);
  return writer.finish(source);
}

/** @param told columns as they were read: what a column is asked for twice it says once */
function readMetric(
  name: string,
  result: JsonObject,
  writer: ReportWriter,
  pointer: string,
  told: Set<string>,
): boolean {
  switch (name) {
    case 'DatasetDriftMetric':
      writer.figure(
        driftedShare(
          asFinite(result.share_of_drifted_columns),
          asFinite(result.drift_share),
          detected(result.dataset_drift),
        ),
        `${pointer}/share_of_drifted_columns`,
      );
      return true;
    case 'DataDriftTable':
    case 'TextDescriptorsDriftMetric':
      for (const [column, entry] of Object.entries(asObject(result.drift_by_columns) ?? {})) {
        const drift = asObject(entry);
        if (drift) readColumn(drift, column, writer, `${pointer}/drift_by_columns${step(column)}`, told);
      }
      return true;
    case 'ColumnDriftMetric':
      readColumn(result, '', writer, pointer, told);
      return true;
    case 'EmbeddingsDriftMetric':
      writer.figure(
        evidentlyFigure({
          column: asText(result.embeddings_name),
          method: embeddingsMethod(asText(result.method_name)),
          score: asFinite(result.drift_score),
          threshold: null,
          said: detected(result.drift_detected),
        }),
        `${pointer}/drift_score`,
      );
      return true;
    default:
      return false;
  }
}

function readColumn(drift: JsonObject, key: string, writer: ReportWriter, pointer: string, told: Set<string>): void {
  const score: EvidentlyScore = {
    column: asText(drift.column_name) || key,
    method: asText(drift.stattest_name),
    score: asFinite(drift.drift_score),
    threshold: asFinite(drift.stattest_threshold),
    said: detected(drift.drift_detected),
  };
  if (!isNews(score, told)) return;
  writer.figure(
    {
      ...evidentlyFigure(score),
      distribution: smallDistributions(asText(drift.column_type), asObject(drift.reference), asObject(drift.current)),
    },
    `${pointer}/drift_score`,
  );
}

export const detected = (value: unknown): ToolVerdict | null =>
  typeof value === 'boolean' ? (value ? 'drift' : 'none') : null;
