import { EVALUATOR_LABELS } from '#domain/drift/evaluator';
import { asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, reportWriter } from './report-context';

/** `promptfoo eval -o results.json`: a summary of version 3, or of 2, whose prompts stand in its table. */
export const isPromptfoo = (root: JsonObject): boolean => {
  const summary = asObject(root.results);
  return summary !== null && Array.isArray(summary.results) && asRows(asObject(summary.stats)?.successes) !== null;
};

/** Kinds of assertion that a model judges. */
const JUDGED =
  /^(?:not-)?(?:llm-rubric|g-eval|model-graded-[a-z]+|factuality|answer-relevance|context-[a-z]+|select-best|search-rubric|pi)$/;

/** One pass rate a prompt and provider: tests that ended in an error were judged by nobody, and are left out of n. */
export function readPromptfoo(root: JsonObject, context: ReportContext): ReadFacts {
  const summary = asObject(root.results) ?? {};
  const config = asObject(root.config) ?? {};
  const version = asText(asObject(root.metadata)?.promptfooVersion);
  const prompts = asList(summary.prompts ?? asObject(asObject(summary.table)?.head)?.prompts).map(asObject);
  const providers = new Set(prompts.map((prompt) => asText(prompt?.provider)));
  const writer = reportWriter(context, {
    tool: 'promptfoo',
    version,
    name: '',
    time: asText(summary.timestamp),
    nRef: null,
    nCur: null,
  });
  const method = evaluatorOf(summary, config);
  for (const [place, prompt] of prompts.entries()) {
    const metrics = asObject(prompt?.metrics);
    const [passed, failed, errors] = [
      asRows(metrics?.testPassCount),
      asRows(metrics?.testFailCount),
      asRows(metrics?.testErrorCount) ?? 0,
    ];
    const pointer = `/results/prompts${step(place)}`;
    if (passed === null || failed === null || passed + failed === 0) {
      writer.note('no_result', 'This prompt has no test that passed or failed, and is left out.', pointer);
      continue;
    }
    if (errors > 0)
      writer.note('errors', `${errors} of its tests ended in an error; they are left out of the pass rate.`, pointer);
    const several = prompts.length > providers.size;
    writer.figure(
      {
        name: asText(prompt?.provider),
        column: (several ? asText(prompt?.label) : asText(config.description)).slice(0, 200),
        metric: 'passRate',
        method,
        base: null,
        binning: '',
        value: passed / (passed + failed),
        nCur: passed + failed,
      },
      pointer,
    );
  }
  return writer.finish('promptfoo results');
}

/** Who judged: a model where any assertion is graded by one, else the assertions. */
function evaluatorOf(summary: JsonObject, config: JsonObject): string {
  const asserted = asList(summary.results)
    .flatMap((result) => asList(asObject(asObject(result)?.testCase)?.assert))
    .map(asObject);
  const graded = asserted.filter((one) => JUDGED.test(asText(one?.type)));
  if (graded.length === 0) return `${EVALUATOR_LABELS.check} assertions`;
  const options = asObject(asObject(config.defaultTest)?.options);
  const named = [...graded.map((one) => one?.provider), options?.provider]
    .map(providerName)
    .filter((one) => one !== '');
  const judges = [...new Set(named)].sort();
  return `${EVALUATOR_LABELS.llm} ${judges.length === 0 ? 'not named in the file' : judges.join(' and ')}`.slice(
    0,
    400,
  );
}

const providerName = (provider: unknown): string => asText(provider) || asText(asObject(provider)?.id);
