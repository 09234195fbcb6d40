import { EVALUATOR_LABELS } from '#domain/drift/evaluator';
import { asFinite, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, reportWriter } from './report-context';

/** `results_*.json` of lm-evaluation-harness. */
export const isLmEval = (root: JsonObject): boolean =>
  asObject(root.results) !== null &&
  (typeof root.lm_eval_version === 'string' ||
    (asObject(root['n-samples']) !== null && asObject(root.versions) !== null));

/** Figures that are a share of answers, each right or wrong. */
const SHARES = new Set(['acc', 'acc_norm', 'exact_match']);

/**
 * One figure a task, metric and filter. What is no share of right answers keeps its name and gets no verdict; standard errors are
 * left out, for shares are judged by n.
 */
export function readLmEval(root: JsonObject, context: ReportContext): ReadFacts {
  const seconds = asFinite(root.date);
  const writer = reportWriter(context, {
    tool: 'lm-evaluation-harness',
    version: asText(root.lm_eval_version),
    name: asText(root.model_name),
    time: seconds === null || seconds <= 0 || seconds > 1e11 ? '' : new Date(seconds * 1000).toISOString(),
    nRef: null,
    nCur: null,
  });
  for (const [task, found] of Object.entries(asObject(root.results) ?? {})) {
    const figures = asObject(found) ?? {};
    const version = asObject(root.versions)?.[task];
    const nCur = asRows(asObject(asObject(root['n-samples'])?.[task])?.effective);
    const higher = asObject(asObject(root.higher_is_better)?.[task]);
    for (const [key, value] of Object.entries(figures)) {
      const [metric = '', filter = ''] = key.split(',');
      if (asFinite(value) === null || !key.includes(',') || metric.endsWith('_stderr')) continue;
      const share = SHARES.has(metric) && higher?.[metric] !== false;
      const how = [`${EVALUATOR_LABELS.check} ${metric}`, filter === 'none' ? '' : filter].filter(
        (part) => part !== '',
      );
      const edition = typeof version === 'string' || typeof version === 'number' ? [`task version ${version}`] : [];
      writer.figure(
        {
          column: task,
          metric: share ? 'passRate' : metric,
          method: [...how, ...edition].join(', '),
          base: null,
          binning: '',
          value: asFinite(value),
          nCur,
        },
        `/results${step(task)}${step(key)}`,
      );
    }
  }
  return writer.finish('lm-evaluation-harness results');
}
