import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftedShare, evidentlyFigure, statusVerdict } from './evidently-figure';
import { sayOthers } from './evidently-report';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, type ReportWriter, reportWriter } from './report-context';
import { smallDistributions } from './small-distributions';

/** What `save_json()` of Evidently up to 0.6 writes: a report. */
export const isLegacyReport = (root: JsonObject): boolean =>
  typeof root.version === 'string' && asText(asObject(asList(root.metrics)[0])?.metric) !== '';

/** The same of a test suite. */
export const isLegacyTestSuite = (root: JsonObject): boolean =>
  typeof root.version === 'string' && Array.isArray(root.tests) && asObject(root.summary) !== null;

/** Reads a report. `DatasetDriftMetric` is believed; the same claim inside `DataDriftTable` ignores the share that was set. */
export function readLegacyReport(root: JsonObject, context: ReportContext): ReadFacts {
  const metrics = asList(root.metrics).map(asObject);
  const summary = asObject(metrics.find((metric) => metric?.metric === 'DatasetSummaryMetric')?.result);
  const rows = (side: unknown): number | null => asRows(asObject(side)?.number_of_rows);
  const writer = reportWriter(context, {
    ...legacyFacts(root),
    nRef: rows(summary?.reference),
    nCur: rows(summary?.current),
  });
  let others = 0;
  for (const [index, metric] of metrics.entries()) {
    const result = asObject(metric?.result);
    if (metric?.metric === 'DatasetSummaryMetric') continue;
    if (!result || !readMetric(asText(metric?.metric), result, writer, `/metrics${step(index)}/result`)) others += 1;
  }
  sayOthers(writer, others);
  return writer.finish('Evidently report (up to 0.6)');
}

const legacyFacts = (root: JsonObject) => ({
  tool: 'Evidently',
  version: asText(root.version),
  name: '',
  time: asText(root.timestamp),
});

function readMetric(name: string, result: JsonObject, writer: ReportWriter, pointer: string): boolean {
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
      for (const [column, entry] of Object.entries(asObject(result.drift_by_columns) ?? {})) {
        const drift = asObject(entry);
        if (drift) readColumn(drift, column, writer, `${pointer}/drift_by_columns${step(column)}`);
      }
      return true;
    case 'ColumnDriftMetric':
      readColumn(result, '', writer, pointer);
      return true;
    default:
      return false;
  }
}

function readColumn(drift: JsonObject, key: string, writer: ReportWriter, pointer: string): void {
  writer.figure(
    {
      ...evidentlyFigure({
        column: asText(drift.column_name) || key,
        method: asText(drift.stattest_name),
        score: asFinite(drift.drift_score),
        threshold: asFinite(drift.stattest_threshold),
        said: detected(drift.drift_detected),
      }),
      distribution: smallDistributions(asText(drift.column_type), asObject(drift.reference), asObject(drift.current)),
    },
    `${pointer}/drift_score`,
  );
}

const detected = (value: unknown): ToolVerdict | null =>
  typeof value === 'boolean' ? (value ? 'drift' : 'none') : null;

/** Reads a test suite, whose scores the tool itself rounds to three decimals. */
export function readLegacyTestSuite(root: JsonObject, context: ReportContext): ReadFacts {
  const writer = reportWriter(context, { ...legacyFacts(root), nRef: null, nCur: null });
  let others = 0;
  let read = 0;
  for (const [index, entry] of asList(root.tests).entries()) {
    const test = asObject(entry);
    const parameters = asObject(test?.parameters);
    const column = asText(parameters?.column_name);
    const method = asText(parameters?.stattest);
    if (!test || !parameters || column === '' || method === '') {
      others += 1;
      continue;
    }
    const score = { score: asFinite(parameters.score), threshold: asFinite(parameters.threshold) };
    const said = detected(parameters.detected) ?? statusVerdict(asText(test.status));
    writer.figure(evidentlyFigure({ column, method, ...score, said }), `/tests${step(index)}/parameters/score`);
    read += 1;
  }
  sayOthers(writer, others);
  if (read > 0)
    writer.note(
      'rounded',
      'A test suite of Evidently holds its scores rounded to three decimals; a report holds them in full.',
    );
  return writer.finish('Evidently test suite (up to 0.6)');
}
