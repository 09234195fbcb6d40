import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftedShare, embeddingsDrift, evidentlyFigure, methodInProse } from './evidently-figure';
import { sayOthers, testsByMetric } from './evidently-report';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, type ReportWriter, reportWriter } from './report-context';

/** What `dumps()` of Evidently 0.7 writes, and what its workspace keeps of each run. */
export const isEvidentlySnapshot = (root: JsonObject): boolean =>
  asObject(root.metric_results) !== null && Array.isArray(root.widgets) && typeof root.timestamp === 'string';

/**
 * Reads it. It has the time and what was said about the model; rows of both sides stand in the widget of RowCount, and
 * verdict and method in the one of each column.
 */
export function readEvidentlySnapshot(root: JsonObject, context: ReportContext): ReadFacts {
  const results = Object.entries(asObject(root.metric_results) ?? {});
  const rows = rowCounts(results.map(([, result]) => asObject(result)));
  const facts = {
    tool: 'Evidently',
    version: '',
    name: reportedModel(asObject(root.metadata)) || asText(root.name),
    time: asText(root.timestamp),
    ...rows,
  };
  const writer = reportWriter(context, facts);
  let others = 0;
  for (const [id, value] of results) {
    const result = asObject(value);
    const type = result && typeOf(result);
    if (type === 'RowCount') continue;
    if (!result || !readResult(result, type ?? '', writer, `/metric_results${step(id)}`)) others += 1;
  }
  sayOthers(writer, others);
  return writer.finish('Evidently snapshot (0.7)');
}

/** What people write into the metadata of a report to say which model it is about. */
export function reportedModel(metadata: JsonObject | null): string {
  for (const key of ['model', 'model_name', 'modelName', 'model_id', 'modelId']) {
    const text = asText(metadata?.[key]).trim();
    if (text !== '') return text;
  }
  return '';
}

const paramsOf = (result: JsonObject): JsonObject =>
  asObject(asObject(asObject(result.metric_value_location)?.metric)?.params) ?? {};

const typeOf = (result: JsonObject): string => asText(paramsOf(result).type).split(':').at(-1) ?? '';

function readResult(result: JsonObject, type: string, writer: ReportWriter, pointer: string): boolean {
  const params = paramsOf(result);
  const test = [...testsByMetric(asList(result.tests)).values()][0];
  const label = counterLabel(result);
  const said = test?.said ?? verdictInProse(label);
  if (type === 'ValueDrift') {
    writer.figure(
      evidentlyFigure({
        column: asText(params.column),
        method: asText(params.method) || methodInProse(label) || (test?.method ?? ''),
        score: asFinite(result.value),
        threshold: asFinite(params.threshold),
        said,
      }),
      `${pointer}/value`,
    );
    return true;
  }
  if (type === 'EmbeddingsDrift') {
    const figure = embeddingsDrift(params, asFinite(result.value), methodInProse(label), said);
    writer.figure(figure, `${pointer}/value`);
    return true;
  }
  if (type !== 'DriftedColumnsCount') return false;
  const share = asFinite(asObject(result.share)?.value);
  writer.figure(driftedShare(share, asFinite(params.drift_share), test?.said ?? null), `${pointer}/share/value`);
  return true;
}

interface Counter {
  readonly title: string;
  readonly value: string;
  readonly label: string;
}

function counters(result: JsonObject): readonly Counter[] {
  return asList(result.widget).flatMap((entry) => {
    const widget = asObject(entry);
    const counter = asObject(asList(asObject(widget?.params)?.counters)[0]);
    return counter
      ? [{ title: asText(widget?.title), value: asText(counter.value), label: asText(counter.label) }]
      : [];
  });
}

/** "Data drift detected. Drift detection method: K-S p_value. Drift score: 0.009" */
const counterLabel = (result: JsonObject): string => counters(result)[0]?.label ?? '';

function verdictInProse(label: string): ToolVerdict | null {
  if (/^Data drift detected/i.test(label)) return 'drift';
  return /^Data drift not detected/i.test(label) ? 'none' : null;
}

function rowCounts(results: readonly (JsonObject | null)[]): { nRef: number | null; nCur: number | null } {
  const result = results.find((one) => one !== null && typeOf(one) === 'RowCount');
  const reference = result && counters(result).find(({ title }) => /\(reference\)/.test(title));
  return { nRef: reference ? asRows(Number(reference.value)) : null, nCur: asRows(result?.value) };
}
