import { badFile } from '../tabular/failures';
import { parseTolerantJson } from '../tolerant-json';
import { isDeepEval, readDeepEval } from './deepeval';
import { isLegacyReport, isLegacySnapshot, readLegacyReport, readLegacySnapshot } from './evidently-legacy';
import { isEvidentlyReport, readEvidentlyReport } from './evidently-report';
import { isEvidentlySnapshot, readEvidentlySnapshot } from './evidently-snapshot';
import { isLegacyTestSuite, readLegacyTestSuite } from './evidently-suite';
import { asObject, type JsonObject } from './json-shape';
import { isLmEval, readLmEval } from './lm-eval';
import { isOaiEvalLog, isOpenAiRuns, readOaiEvalLog, readOpenAiRuns } from './openai-evals';
import { isPromptfoo, readPromptfoo } from './promptfoo';
import type { ReadFacts } from './reading';
import type { ReportContext } from './report-context';
import { isWhylogsScores, readWhylogsScores } from './whylogs';

interface Shape {
  readonly fits: (root: JsonObject) => boolean;
  readonly read: (root: JsonObject, context: ReportContext) => ReadFacts;
}

/** In the order of formats.md 1: the newest way first. */
const SHAPES: readonly Shape[] = [
  { fits: isEvidentlySnapshot, read: readEvidentlySnapshot },
  { fits: isEvidentlyReport, read: readEvidentlyReport },
  { fits: isLegacySnapshot, read: readLegacySnapshot },
  { fits: isLegacyReport, read: readLegacyReport },
  { fits: isLegacyTestSuite, read: readLegacyTestSuite },
  { fits: isPromptfoo, read: readPromptfoo },
  { fits: isLmEval, read: readLmEval },
  { fits: isDeepEval, read: readDeepEval },
  { fits: isOpenAiRuns, read: readOpenAiRuns },
  { fits: isWhylogsScores, read: readWhylogsScores },
];

/** Reads a report of any tool that writes JSON. Fails with a sentence on JSON that is none. */
export function readJsonReport(text: string, context: ReportContext): ReadFacts {
  if (isOaiEvalLog(text)) return readOaiEvalLog(text, context);
  const root = asObject(parseTolerantJson(context.fileName, text));
  const shape = root && SHAPES.find(({ fits }) => fits(root));
  if (root && shape) return shape.read(root, context);
  throw badFile(`${context.fileName} ${whatElse(root)}`);
}

/** JSON that drift tools write, too, but that holds no figures that could be read. */
function whatElse(root: JsonObject | null): string {
  if (root && Array.isArray(root.metrics) && root.metrics.length === 0) {
    return 'is a report without a single metric. Run it with a drift preset and save it again.';
  }
  return 'is JSON, but no drift report of Evidently or whylogs, and no evaluation of promptfoo, lm-evaluation-harness, DeepEval or OpenAI Evals. Save the report with save_json(), or the figures as CSV with the columns time, column, metric and value.';
}
