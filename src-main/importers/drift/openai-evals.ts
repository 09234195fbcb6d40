import { EVALUATOR_LABELS } from '#domain/drift/evaluator';
import { asFinite, asList, asObject, asRows, asText, type JsonObject, step } from './json-shape';
import type { ReadFacts } from './reading';
import { type ReportContext, reportWriter } from './report-context';

const TOOL = 'OpenAI Evals';

/** A run as the service answers it, or a page of runs. */
export const isOpenAiRuns = (root: JsonObject): boolean => runsOf(root).length > 0;

const runsOf = (root: JsonObject): readonly JsonObject[] =>
  (root.object === 'list' ? asList(root.data) : [root]).flatMap((one) => {
    const run = asObject(one);
    return run?.object === 'eval.run' ? [run] : [];
  });

/** One pass rate a run and criterion; items that ended in an error were judged by nobody, and are left out of n. */
export function readOpenAiRuns(root: JsonObject, context: ReportContext): ReadFacts {
  const runs = runsOf(root);
  const started = runs.map(({ created_at: at }) => timeOf(at));
  const first = started.find((time) => time !== '') ?? '';
  const writer = reportWriter(context, { tool: TOOL, version: '', name: '', time: first, nRef: null, nCur: null });
  for (const [place, run] of runs.entries()) {
    const pointer = root.object === 'list' ? `/data${step(place)}` : '';
    if (run.status !== 'completed') {
      writer.note('no_result', `This run is “${asText(run.status)}”, not completed, and is left out.`, pointer);
      continue;
    }
    const errored = asRows(asObject(run.result_counts)?.errored) ?? 0;
    if (errored > 0)
      writer.note('errors', `${errored} of its items ended in an error; they are left out of the pass rates.`, pointer);
    for (const [at, found] of asList(run.per_testing_criteria_results).map(asObject).entries()) {
      const [passed, failed] = [asRows(found?.passed), asRows(found?.failed)];
      if (passed === null || failed === null || passed + failed === 0) continue;
      writer.figure(
        {
          name: asText(run.model),
          ...(started[place] === '' ? {} : { at: started[place] }),
          column: asText(found?.testing_criteria).slice(0, 200),
          metric: 'passRate',
          // The run does not say who judges a criterion: the evaluation that holds it does.
          method: `Criterion of evaluation ${asText(run.eval_id)}`.slice(0, 400),
          base: null,
          binning: '',
          value: passed / (passed + failed),
          nCur: passed + failed,
        },
        `${pointer}/per_testing_criteria_results${step(at)}`,
      );
    }
  }
  return writer.finish('OpenAI Evals runs');
}

/** Seconds since 1970 as an instant; '' for what is none. */
function timeOf(seconds: unknown): string {
  const value = asFinite(seconds);
  return value === null || value <= 0 || value > 1e11 ? '' : new Date(value * 1000).toISOString();
}

/** The log of `oaieval`: a line for the run, one for each event, one with the final report. */
export const isOaiEvalLog = (text: string): boolean =>
  /^\s*\{"spec":\s*\{[^\n]*"completion_fns"/.test(text.slice(0, 20_000));

/** The figures of the final report; the share of right answers comes with n, counted from the events. */
export function readOaiEvalLog(text: string, context: ReportContext): ReadFacts {
  let spec: JsonObject = {};
  let report: JsonObject | null = null;
  const judged = { right: 0, all: 0, others: 0 };
  for (const line of linesOf(text)) {
    spec = asObject(line.spec) ?? spec;
    report = asObject(line.final_report) ?? report;
    if (line.type === 'match') {
      judged.all += 1;
      if (asObject(line.data)?.correct === true) judged.right += 1;
    } else if (line.type === 'metrics') judged.others += 1;
  }
  const functions = asList(spec.completion_fns).map(asText);
  const writer = reportWriter(context, {
    tool: 'openai/evals',
    version: '',
    name: functions[0] ?? '',
    time: asText(spec.created_at),
    nRef: null,
    nCur: null,
  });
  if (report === null)
    writer.note('no_result', 'The run has no final report: it was not finished, and holds no figures.');
  const judge = functions.length > 1 ? functions.at(-1) : undefined;
  const edition = asText(spec.eval_name);
  for (const [name, value] of Object.entries(report ?? {})) {
    if (asFinite(value) === null || /std|stderr/.test(name)) continue;
    const share = name === 'accuracy' && judged.all > 0 && Math.abs(judged.right / judged.all - Number(value)) < 1e-9;
    const who = judge === undefined ? `${EVALUATOR_LABELS.check} ${name}` : `${EVALUATOR_LABELS.llm} ${judge}`;
    writer.figure(
      {
        column: asText(spec.base_eval) || edition,
        metric: share ? 'passRate' : judge !== undefined && name === 'score' ? 'judgeScore' : name,
        method: [who, edition]
          .filter((part) => part !== '')
          .join(', ')
          .slice(0, 400),
        base: null,
        binning: '',
        value: asFinite(value),
        nCur: share ? judged.all : judged.others || judged.all || null,
      },
      `/final_report${step(name)}`,
    );
  }
  return writer.finish('openai/evals log');
}

/** What is no object on a line of its own is passed over: a log may end in the middle. */
function* linesOf(text: string): Generator<JsonObject> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const line = text.slice(from, end === -1 ? text.length : end);
    from = end === -1 ? text.length : end + 1;
    try {
      const value = asObject(JSON.parse(line));
      if (value !== null) yield value;
    } catch {
      // Not a line of JSON.
    }
  }
}
