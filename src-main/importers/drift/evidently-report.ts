import { counted } from '#domain/base/wording';
import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftedShare, embeddingsDrift, evidentlyFigure, methodInProse, statusVerdict } from './evidently-figure';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, type ReportWriter, reportWriter } from './report-context';

/** What `save_json()` of Evidently 0.7 writes. */
export function isEvidentlyReport(root: JsonObject): boolean {
  const first = asObject(asList(root.metrics)[0]);
  return first !== null && Array.isArray(root.tests) && typeof first.id === 'string' && 'value' in first;
}

/**
 * Reads it. There is no time, no data set and no version in it; the number of current rows stands in it if RowCount was
 * among the metrics. Until 0.7.10 or so it has no `config`: method and threshold are then in the metric's name at most,
 * and a method that was chosen by itself only in the sentence of a test.
 */
export function readEvidentlyReport(root: JsonObject, context: ReportContext): ReadFacts {
  const metrics = asList(root.metrics).map(asObject);
  const tests = testsByMetric(asList(root.tests));
  const rowCount = metrics.find((metric) => typeOf(metric) === 'RowCount');
  const facts = { tool: 'Evidently', version: '', name: '', time: '', nRef: null, nCur: asRows(rowCount?.value) };
  const writer = reportWriter(context, facts);
  let others = 0;
  for (const [index, metric] of metrics.entries()) {
    const pointer = `/metrics${step(index)}`;
    if (!metric || !readMetric(metric, tests.get(asText(metric.id)) ?? null, writer, pointer)) others += 1;
  }
  sayOthers(writer, others - (rowCount ? 1 : 0));
  return writer.finish('Evidently report (0.7)');
}

export const sayOthers = (writer: ReportWriter, others: number): void => {
  if (others > 0)
    writer.note(
      'not_drift',
      others === 1
        ? '1 part of the report measures something else than drift and is left out.'
        : `${counted(others, 'part')} of the report measure something else than drift and are left out.`,
    );
};

export interface EvidentlyVerdict {
  readonly said: ToolVerdict | null;
  /** Method as the sentence of the test tells it. */
  readonly method: string;
}

/** `ValueDrift(column=hum,method=psi)` → `ValueDrift`. */
function typeOf(metric: JsonObject | null): string {
  if (!metric) return '';
  const type = asText(asObject(metric.config)?.type).split(':').at(-1) ?? '';
  return type === '' ? (asText(metric.metric_name) || asText(metric.metric_id)).replace(/\(.*$/s, '') : type;
}

function readMetric(metric: JsonObject, test: EvidentlyVerdict | null, writer: ReportWriter, pointer: string): boolean {
  const type = typeOf(metric);
  const config = asObject(metric.config) ?? paramsInName(asText(metric.metric_name) || asText(metric.metric_id));
  if (type === 'ValueDrift') {
    writer.figure(
      evidentlyFigure({
        column: asText(config.column),
        method: asText(config.method) || (test?.method ?? ''),
        score: asFinite(metric.value),
        threshold: asFinite(config.threshold),
        said: test?.said ?? null,
      }),
      `${pointer}/value`,
    );
    return true;
  }
  if (type === 'EmbeddingsDrift') {
    writer.figure(embeddingsDrift(config, asFinite(metric.value), '', test?.said ?? null), `${pointer}/value`);
    return true;
  }
  if (type !== 'DriftedColumnsCount') return false;
  const share = asFinite(asObject(metric.value)?.share);
  writer.figure(driftedShare(share, asFinite(config.drift_share), test?.said ?? null), `${pointer}/value/share`);
  return true;
}

/** The parameters in a metric's name. A column's name may hold commas: it ends where a known parameter begins. */
export function paramsInName(name: string): JsonObject {
  const inside = /^\w+\((.*)\)$/s.exec(name)?.[1] ?? '';
  const parts = inside.split(/(?:^|,)(?=(?:column|method|threshold|drift_share)=)/).filter((part) => part !== '');
  return Object.fromEntries(
    parts.map((part) => {
      const [key = '', ...rest] = part.split('=');
      const value = rest.join('=');
      return [key, key === 'threshold' || key === 'drift_share' ? Number(value) : value];
    }),
  );
}

/** The test of each metric: the drift test before any other that a person set on the same metric. */
export function testsByMetric(tests: readonly unknown[]): ReadonlyMap<string, EvidentlyVerdict> {
  const found = new Map<string, EvidentlyVerdict>();
  const own = new Set<string>();
  for (const test of tests.map(asObject)) {
    const id = asText(asObject(test?.metric_config)?.metric_id);
    if (!test || id === '' || own.has(id)) continue;
    if (asText(test.id) === 'drift') own.add(id);
    else if (found.has(id)) continue;
    found.set(id, { said: statusVerdict(asText(test.status)), method: methodInProse(asText(test.description)) });
  }
  return found;
}
