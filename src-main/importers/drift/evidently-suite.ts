import type { ToolVerdict } from '#domain/drift/result-columns';
import { driftedShare, type EvidentlyScore, evidentlyFigure, isNews, statusVerdict } from './evidently-figure';
import { detected, reportOf } from './evidently-legacy';
import { sayOthers } from './evidently-report';
import { asFinite, asList, asObject, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, type ReportWriter, reportWriter } from './report-context';

/** A test suite of Evidently up to 0.6: what `save_json()` writes, or `as_dict()`, which says neither version nor time. */
export const isLegacyTestSuite = (root: JsonObject): boolean =>
  Array.isArray(root.tests) && asObject(root.summary) !== null;

/** Reads it. Its scores are rounded to three decimals by the tool itself. */
export function readLegacyTestSuite(root: JsonObject, context: ReportContext): ReadFacts {
  const writer = reportWriter(context, { ...reportOf(root, ''), nRef: null, nCur: null });
  const tests = asList(root.tests).map(asObject);
  const told = new Set<string>();
  let others = 0;
  for (const [index, test] of tests.entries()) {
    if (!test || !readTest(test, writer, `/tests${step(index)}/parameters`, told)) others += 1;
  }
  sayOthers(writer, others);
  if (told.size > 0)
    writer.note(
      'rounded',
      'A test suite of Evidently holds its scores rounded to three decimals; a report holds them in full.',
    );
  return writer.finish('Evidently test suite (up to 0.6)');
}

/** @param told columns and methods that were read: a test of all columns says again what the one of each says */
function readTest(test: JsonObject, writer: ReportWriter, pointer: string, told: Set<string>): boolean {
  const parameters = asObject(test.parameters) ?? {};
  const said = statusVerdict(asText(test.status));
  const features = Object.entries(asObject(parameters.features) ?? {}).map(
    ([column, feature]) => [column, asObject(feature) ?? {}] as const,
  );
  const drifts = features.filter(([, feature]) => asText(feature.stattest) !== '');
  for (const [column, feature] of drifts) {
    readScore(column, feature, null, writer, `${pointer}/features${step(column)}`, told);
  }
  if (drifts.length > 0 && drifts.length === features.length) {
    writer.figure(driftedOf(test, drifts, parameters, said), `${pointer}/features`);
    return true;
  }
  const column = asText(parameters.column_name);
  if (column === '' || asText(parameters.stattest) === '') return false;
  readScore(column, parameters, said, writer, pointer, told);
  return true;
}

function readScore(
  column: string,
  score: JsonObject,
  said: ToolVerdict | null,
  writer: ReportWriter,
  pointer: string,
  told: Set<string>,
): void {
  const figure: EvidentlyScore = {
    column,
    method: asText(score.stattest),
    score: asFinite(score.score),
    threshold: asFinite(score.threshold),
    said: detected(score.detected) ?? said,
  };
  if (isNews(figure, told)) writer.figure(evidentlyFigure(figure), `${pointer}/score`);
}

/** Both tests of how many columns drifted, as the share: a limit of so many columns is one of so many among all of them. */
function driftedOf(
  test: JsonObject,
  drifts: readonly (readonly [string, JsonObject])[],
  parameters: JsonObject,
  said: ToolVerdict | null,
) {
  const count = drifts.filter(([, { detected: drifted }]) => drifted === true).length;
  const condition = asObject(parameters.condition);
  const limit = asFinite(condition?.lt) ?? asFinite(condition?.lte);
  const byShare = /^share/i.test(asText(test.name));
  return {
    ...driftedShare(count / drifts.length, limit === null || byShare ? limit : limit / drifts.length, said),
    ...(byShare ? {} : { method: 'Number of drifted columns' }),
  };
}
