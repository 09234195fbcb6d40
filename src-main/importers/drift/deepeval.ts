import { EVALUATOR_LABELS } from '#domain/drift/evaluator';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, reportWriter } from './report-context';

/** A test run of DeepEval, as its folder of results keeps it: cases, and the figures of each metric over them. */
export const isDeepEval = (root: JsonObject): boolean =>
  Array.isArray(root.testCases) && asObject(asList(root.metricsScores)[0])?.passes !== undefined;

/** One pass rate a metric: cases that ended in an error were judged by nobody, and are left out of n. */
export function readDeepEval(root: JsonObject, context: ReportContext): ReadFacts {
  const writer = reportWriter(context, {
    tool: 'DeepEval',
    version: '',
    name: asText(asObject(root.hyperparameters)?.model),
    // The run keeps none: the name of its file has the day.
    time: '',
    nRef: null,
    nCur: null,
  });
  const cases = [...asList(root.testCases), ...asList(root.conversationalTestCases)].map(asObject);
  for (const [place, found] of asList(root.metricsScores).map(asObject).entries()) {
    const metric = asText(found?.metric);
    const [passed, failed, errors] = [asRows(found?.passes), asRows(found?.fails), asRows(found?.errors) ?? 0];
    const pointer = `/metricsScores${step(place)}`;
    if (passed === null || failed === null || passed + failed === 0) {
      writer.note('no_result', 'This metric has no case that passed or failed, and is left out.', pointer);
      continue;
    }
    if (errors > 0)
      writer.note('errors', `${errors} of its cases ended in an error; they are left out of the pass rate.`, pointer);
    writer.figure(
      {
        column: metric.slice(0, 200),
        metric: 'passRate',
        method: methodOf(metric, cases),
        base: null,
        binning: '',
        value: passed / (passed + failed),
        nCur: passed + failed,
      },
      pointer,
    );
  }
  return writer.finish('DeepEval test run');
}

/** Who judged, and from which score on a case passes: another judge or another limit is another series. */
function methodOf(metric: string, cases: readonly (JsonObject | null)[]): string {
  const judged = cases
    .flatMap((one) => asList(one?.metricsData).map(asObject))
    .filter((one) => asText(one?.name) === metric);
  const each = (values: readonly string[]): string =>
    [...new Set(values.filter((one) => one !== ''))].sort().join(' and ');
  const judges = each(judged.map((one) => asText(one?.evaluationModel)));
  const limits = each(judged.map((one) => String(asFinite(one?.threshold) ?? '')));
  const who = judges === '' ? `${EVALUATOR_LABELS.check} metric` : `${EVALUATOR_LABELS.llm} ${judges}`;
  return (limits === '' ? who : `${who}, passed from ${limits}`).slice(0, 400);
}
