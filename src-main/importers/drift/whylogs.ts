import type { ToolVerdict } from '#domain/drift/result-columns';
import type { DriftMetric } from '#domain/drift/vocabulary';
import { asFinite, asList, asNumber, asObject, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type Figure, type ReportContext, reportWriter } from './report-context';

/** What `calculate_drift_scores(…)` of whylogs answers, written as JSON: a score for each column. */
export function isWhylogsScores(root: JsonObject): boolean {
  const scores = Object.values(root).map(asObject);
  return (
    scores.length > 0 &&
    scores.every((score) => score === null || isScore(score)) &&
    scores.some((score) => score !== null)
  );
}

const isScore = (score: JsonObject): boolean =>
  typeof score.algorithm === 'string' && 'statistic' in score && 'pvalue' in score;

/** Reads it. Neither time nor rows nor version are in it. */
export function readWhylogsScores(root: JsonObject, context: ReportContext): ReadFacts {
  const facts = { tool: 'whylogs', version: '', name: '', time: '', nRef: null, nCur: null };
  const writer = reportWriter(context, facts);
  for (const [column, entry] of Object.entries(root)) {
    const score = asObject(entry);
    if (!score) {
      writer.note('no_score', `whylogs has no score for the column ${column}.`, step(column));
      continue;
    }
    for (const { part, ...figure } of whylogsFigures(column, score)) writer.figure(figure, `${step(column)}/${part}`);
  }
  return writer.finish('whylogs drift scores');
}

/** Names of the algorithms as whylogs writes them: what the p-value and the statistic of each are. */
const ALGORITHMS: Readonly<
  Record<string, { readonly p: DriftMetric | null; readonly statistic: DriftMetric; readonly binning: string }>
> = {
  ks: { p: 'ksP', statistic: 'ksD', binning: '' },
  'chi-square': { p: 'chi2GofP', statistic: 'chi2Gof', binning: 'one bin a value' },
  hellinger: { p: null, statistic: 'hellinger', binning: 'up to 30 bins' },
};

const CATEGORIES: Readonly<Record<string, ToolVerdict>> = {
  DRIFT: 'drift',
  POSSIBLE_DRIFT: 'possible',
  NO_DRIFT: 'none',
};

/**
 * The figures of one score. Its verdict belongs to what the algorithm decides by, which is the p-value where there is one;
 * the statistic beside it is kept without a verdict.
 */
export function whylogsFigures(column: string, score: JsonObject): readonly (Figure & { readonly part: string })[] {
  const name = asText(score.algorithm);
  const known = ALGORITHMS[name.toLowerCase()];
  const verdict = CATEGORIES[asText(score.drift_category).toUpperCase()] ?? null;
  const [low, high] = asList(asObject(score.thresholds)?.DRIFT).map(asFinite);
  const shared = { column, base: null, binning: known?.binning ?? '', method: `whylogs ${name}` };
  const byP = asNumber(score.pvalue) !== null;
  const p: Figure = {
    ...shared,
    metric: known?.p ?? `${name} p-value`,
    value: asFinite(score.pvalue),
    lower: high ?? null,
    upper: null,
    verdict,
  };
  const statistic: Figure = {
    ...shared,
    metric: known?.statistic ?? name,
    value: asFinite(score.statistic),
    lower: null,
    upper: byP ? null : (low ?? null),
    verdict: byP ? null : verdict,
  };
  return byP
    ? [
        { ...p, part: 'pvalue' },
        { ...statistic, part: 'statistic' },
      ]
    : [{ ...statistic, part: 'statistic' }];
}
