import type { DriftField } from '#contract/drift/import';
import { list, plainWords } from '../cells/phrases';
import type { DriftReading } from './reading';

/** Headers under which the fields of a plain table come, the likeliest first. */
const SYNONYMS: Readonly<Record<DriftField, readonly string[]>> = {
  time: list(
    'time, timestamp, date, datetime, at, window end, end time, end timestamp, end date, period end, end, day, ts, computed at, evaluated at, run time, as of, zeit, zeitpunkt, zeitstempel, datum',
  ),
  windowStart: list('window start, start time, start timestamp, start date, period start, start, from'),
  model: list('model, model name, model id, modelname, use case, deployment, modell, modellname'),
  column: list('column, feature, column name, feature name, variable, attribute, predictor, field, merkmal, spalte'),
  metric: list('metric, metric name, drift metric, measure, indicator, test, kennzahl, metrik'),
  method: list('method, algorithm, stattest, stattest name, test name, drift method'),
  base: list('base, log base, logarithm'),
  binning: list('binning, binning method, binning rule'),
  value: list('value, score, drift score, metric value, drift value, result, drift, wert'),
  nRef: list(
    'n ref, nref, ref n, n reference, reference n, reference rows, ref rows, rows reference, reference count, reference size, ref size, n baseline, baseline rows, baseline count',
  ),
  nCur: list(
    'n cur, ncur, cur n, n current, current n, current rows, cur rows, rows current, current count, current size, cur size, n, rows, sample size, count',
  ),
  nBins: list('n bins, nbins, bins, number of bins'),
  threshold: list(
    'threshold, limit, cutoff, cut off, alert threshold, drift threshold, stattest threshold, critical value, schwelle, schwellenwert, grenzwert',
  ),
  lower: list('lower, lower threshold, lower limit, lower bound'),
  upper: list('upper, upper threshold, upper limit, upper bound'),
  verdict: list(
    'verdict, drift detected, alert, alarm, drifted, is drift, detected, drift flag, has drifted, flag, status',
  ),
  tool: list('tool, source, source tool'),
  version: list('tool version, version'),
  modelVersion: list('model version, version of the model, modelversion, modellversion, version du modele'),
};

export type Fields = DriftReading['fields'];

/** Which column holds which field, by its header alone; each column once. */
export function guessFields(labels: readonly string[]): Fields {
  const plain = labels.map(plainWords);
  const taken = new Set<string>();
  const fields: { field: DriftField; column: string }[] = [];
  // Object.keys forgets the key type.
  for (const field of Object.keys(SYNONYMS) as DriftField[]) {
    const synonym = SYNONYMS[field].find((name) =>
      plain.some((label, i) => label === name && !taken.has(labels[i] ?? '')),
    );
    const column = synonym === undefined ? undefined : labels[plain.indexOf(synonym)];
    if (column === undefined) continue;
    taken.add(column);
    fields.push({ field, column });
  }
  return fields;
}

/** Without these a table is not taken for one of drift results unless somebody says that it is. */
export const isPlainTable = (labels: readonly string[]): boolean => {
  const found = new Set(guessFields(labels).map(({ field }) => field));
  return found.has('time') && found.has('metric') && found.has('value');
};
