import type { ToolVerdict } from '#domain/drift/result-columns';
import { evidentlyTest, toolSaysDrift } from '#domain/drift/tool-tests';
import { DRIFT_METRICS, type DriftDirection, driftMetricSpec } from '#domain/drift/vocabulary';
import { asFinite, asObject, asText, type JsonObject } from './json-shape';
import type { DriftPoint } from './reading';

/** What every shape of Evidently's output says of one column, and what only some say. */
export interface EvidentlyScore {
  readonly column: string;
  /** Short or display name of the test; '' where the file does not say. */
  readonly method: string;
  /** `null`: not a number, or not finite. */
  readonly score: number | null;
  readonly threshold: number | null;
  /** What the tool itself said, where it did. */
  readonly said: ToolVerdict | null;
}

/** Whether it was not told yet: several metrics of one report compute the same of a column. */
export function isNews(score: EvidentlyScore, told: Set<string>): boolean {
  const { column, method, score: value, threshold, said } = score;
  const key = JSON.stringify([column, method, value, threshold, said]);
  const isNew = !told.has(key);
  told.add(key);
  return isNew;
}

type Figure = Pick<
  DriftPoint,
  'column' | 'metric' | 'method' | 'base' | 'binning' | 'value' | 'lower' | 'upper' | 'verdict'
>;

/**
 * A drift score with its meaning (formats.md 1). Direction and metric come from the table of the twenty tests; a test
 * that is not in it keeps its name, and has a verdict only if the tool said one.
 */
export function evidentlyFigure({ column, method, score, threshold, said }: EvidentlyScore): Figure {
  const test = evidentlyTest(method);
  const metric = test?.metric ?? (method === '' ? 'drift score' : method);
  const spec = driftMetricSpec(metric);
  const direction = spec.direction === 'unknown' ? sideOf(score, threshold, said) : spec.direction;
  const derived: ToolVerdict | null =
    test && score !== null && threshold !== null ? (toolSaysDrift(test, score, threshold) ? 'drift' : 'none') : null;
  return {
    column,
    metric,
    method: test?.names.at(-1) ?? method,
    base: spec.logBase,
    binning: test ? binningOf(test.metric) : '',
    value: score,
    lower: direction === 'lower' ? threshold : null,
    upper: direction === 'higher' ? threshold : null,
    verdict: said ?? derived,
  };
}

/** On which side of its limit a test of somebody's own means drift: what the tool said of this score tells it. */
function sideOf(score: number | null, threshold: number | null, said: ToolVerdict | null): DriftDirection {
  if (score === null || threshold === null || said === null || score === threshold) return 'unknown';
  return score > threshold === (said === 'drift') ? 'higher' : 'lower';
}

/** How Evidently cuts bins, read from its source: over both samples together, which no other tool here does. */
function binningOf(metric: keyof typeof DRIFT_METRICS): string {
  if (metric === 'hellinger') return 'Sturges on both, or one bin a value';
  if (metric === 'psi' || metric === 'jsNatural' || metric === 'kl') {
    return 'Sturges on reference and current, or one bin a value';
  }
  return DRIFT_METRICS[metric].binned ? 'one bin a value' : '';
}

/** The share of drifted columns, which Evidently calls data set drift. */
export function driftedShare(share: number | null, limit: number | null, said: ToolVerdict | null): Figure {
  const derived: ToolVerdict | null = share !== null && limit !== null ? (share >= limit ? 'drift' : 'none') : null;
  return {
    column: '',
    metric: 'driftedShare',
    method: 'Share of drifted columns',
    base: null,
    binning: '',
    value: share,
    lower: null,
    upper: limit,
    verdict: said ?? derived,
  };
}

/** Drift of embeddings as Evidently 0.7 keeps it. With fewer than 1,000 rows the limit set is not the one it compares with. */
export function embeddingsDrift(params: JsonObject, score: number | null, method: string, said: ToolVerdict | null) {
  const set = asObject(params.drift_method);
  const type = asText(set?.type)
    .split(':')
    .at(-1)
    ?.replace(/DriftMethod$/, '')
    .toLowerCase();
  const threshold = set?.bootstrap === false ? asFinite(set.threshold) : null;
  return evidentlyFigure({
    column: asText(params.embeddings_name),
    method: embeddingsMethod(method || (type ?? '')),
    score,
    threshold,
    said,
  });
}

/** Other than the tests of columns: a `model` or a `distance` alone would not say of what. */
export const embeddingsMethod = (method: string): string =>
  method === '' ? 'embeddings drift' : `embeddings drift (${method})`;

/** A failed test is drift also where it is only a warning: that says how grave somebody takes it. */
export function statusVerdict(status: string): ToolVerdict | null {
  if (status === 'FAIL' || status === 'WARNING') return 'drift';
  return status === 'SUCCESS' ? 'none' : null;
}

/** How the tool wrote it down in words: "The drift detection method is PSI. The drift threshold is 0.10." */
export const methodInProse = (text: string): string =>
  /drift detection method(?: is|:) (.+?)\. (?:The drift|Drift score)/i.exec(text)?.[1] ?? '';
