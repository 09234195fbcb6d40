import { counted } from '#domain/base/wording';
import { OF_ASSESSMENT, TRAFFIC } from '#domain/drift/of-traffic';
import type { Remote } from '../remote/remote';
import { RemoteError } from '../remote/remote-failure';
import type { Asked, Memory, Progress, Warning } from '../sources/source';
import { listExperiments } from './experiments';
import { EXTRA } from './extra-part';
import { askerOf, dayOf, daysUntil, MOST_ROWS, numberOf, type Point, type Question, type Span } from './trace-metrics';
import { BY_STATUS, COST, SCORES } from './trace-questions';
import { MOST_TRACED, type ToRead, tracedNow } from './traced-before';

const LATENCY: Question = {
  view_type: 'TRACES',
  metric_name: 'latency',
  aggregations: [{ aggregation_type: 'AVG' }, { aggregation_type: 'PERCENTILE', percentile_value: 90 }],
};
/** Of calls that name no model there is no row. */
const COST_BY_MODEL: Question = { ...COST, dimensions: ['span_model_name'] };

/** One figure of one day, as a plain table has it. */
export interface DailyFigure {
  readonly model: string;
  readonly day: string;
  /** The model that was called; '' where the figure is of none. */
  readonly column: string;
  readonly metric: string;
  readonly value: number;
  /** Traces behind it; `null`: it is not told. The server counts assessments that are no number too, so of these it is not. */
  readonly n: number | null;
}

export interface DailyFigures {
  readonly figures: readonly DailyFigure[];
  /** What of it need not be asked for again, by the name of each application. */
  readonly memory: Memory;
  readonly warnings: readonly Warning[];
  /** The applications that are traced, as far as it came. */
  readonly traced: readonly { readonly id: string; readonly name: string }[];
}

/** Answers of a server that has no such figures: an older one, or one whose store is of files. */
const LACKS = new Set([404, 405, 501]);

/**
 * What MLflow 3 measures of applications that are traced, a day each, as far as the day is over: latency, the share of traces that failed, the
 * cost of the models that they call, and the mean of each assessment. An application is an experiment. Of what was taken before only what
 * can still change is asked for. A server that has none of it, refuses it or takes too long is still a registry: that is read, what came
 * until then is taken, and the refusal said.
 */
export async function readDailyFigures(
  registry: Remote,
  { version, ...asked }: { readonly version: string } & Pick<Asked, 'now' | 'mapping' | 'before'>,
  progress: Progress,
): Promise<DailyFigures> {
  if (version.startsWith('2.')) return { figures: [], memory: {}, warnings: [], traced: [] };
  const figures: DailyFigure[] = [];
  const warnings: Warning[] = [];
  const remembered = new Map<string, object>();
  let memory: Memory = {};
  const remote = registry.within(EXTRA);
  let done = 0;
  let toRead: readonly ToRead[] = [];
  try {
    const asker = askerOf(remote);
    const experiments = await listExperiments(remote, 'ACTIVE_ONLY');
    const traced = await tracedNow(asker, experiments, daysUntil(asked.now), asked);
    if (traced.more) warnings.push(TOO_MANY);
    toRead = traced.toRead;
    for (const one of toRead) {
      progress('Reading what was traced', done, toRead.length);
      const { name } = one;
      const lost = new Set<string>();
      const daily = async (question: Question, span: Span): Promise<readonly Point[]> => {
        const answer = await asker.daily(one.id, question, span);
        for (const day of answer.lost) lost.add(day);
        return answer.points;
      };
      const { its, statuses } = await figuresOfOne(one, daily, lost);
      figures.push(...its);
      if (lost.size > 0) warnings.push(tooFine(name, lost.size));
      remembered.set(name, one.memory(statuses));
      memory = Object.fromEntries(remembered);
      done += 1;
    }
    memory = await traced.signed(memory);
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    if (LACKS.has(error.problem.status) && done === 0) return { figures, memory, warnings, traced: [] };
    const were = done === 0 ? 'were not read' : `were read of ${counted(done, 'experiment')} and no further`;
    warnings.push({
      what: `Daily figures of traces ${were}: ${error.problem.what}`,
      todo: 'Models and versions were read',
    });
  }
  return { figures, memory, warnings, traced: toRead };
}

async function figuresOfOne(
  { name, traces, assessed }: ToRead,
  daily: (question: Question, span: Span) => Promise<readonly Point[]>,
  lost: ReadonlySet<string>,
): Promise<{ readonly its: readonly DailyFigure[]; readonly statuses: readonly Point[] }> {
  const its: DailyFigure[] = [];
  let statuses: readonly Point[] = [];
  if (traces !== null) {
    statuses = await daily(BY_STATUS, traces);
    its.push(...ofTraces(name, statuses, await daily(LATENCY, traces)));
    const totals = await daily(COST, traces);
    const costs = totals.some((point) => numberOf(point, 'SUM') !== null);
    if (costs) its.push(...ofCost(name, await daily(COST_BY_MODEL, traces), totals, lost));
  }
  if (assessed !== null) its.push(...ofScores(name, await daily(SCORES, assessed)));
  return { its, statuses };
}

const TOO_MANY: Warning = {
  what: `More than ${MOST_TRACED} experiments are traced`,
  todo: `Read are the ${MOST_TRACED} that were made last`,
};

const tooFine = (name: string, days: number): Warning => ({
  what: `“${name}” has ${MOST_ROWS} models or assessments and more on ${counted(days, 'day')}`,
  todo: 'The server gives no more at once, so these are left out of such days',
});

function ofTraces(model: string, statuses: readonly Point[], latency: readonly Point[]): readonly DailyFigure[] {
  const counts = new Map<string, { all: number; failed: number }>();
  for (const point of statuses) {
    const [day, n] = [dayOf(point), numberOf(point, 'COUNT')];
    if (day === null || n === null) continue;
    const known = counts.get(day) ?? { all: 0, failed: 0 };
    const failed = point.dimensions?.trace_status === 'ERROR' ? n : 0;
    counts.set(day, { all: known.all + n, failed: known.failed + failed });
  }
  const head = { model, column: '' };
  const failed = [...counts].flatMap(([day, { all, failed: count }]) =>
    all === 0 ? [] : [{ ...head, day, metric: TRAFFIC.failed, value: count / all, n: all }],
  );
  return [
    ...failed,
    ...figuresOf(latency, (point, day) => {
      const n = counts.get(day)?.all ?? null;
      return [
        { ...head, metric: TRAFFIC.latencyMean, value: numberOf(point, 'AVG'), n },
        { ...head, metric: TRAFFIC.latency90, value: numberOf(point, 'P90'), n },
      ];
    }),
  ];
}

/** What is the column of the cost that no model is named for. */
const NO_MODEL = 'no model named';

/** @param lost days of which not all models are known, so that nobody can say what is left */
function ofCost(
  model: string,
  byModel: readonly Point[],
  totals: readonly Point[],
  lost: ReadonlySet<string>,
): readonly DailyFigure[] {
  const head = { model, metric: TRAFFIC.cost, n: null };
  const named = figuresOf(byModel, (point) => {
    const column = point.dimensions?.span_model_name ?? '';
    return column === '' ? [] : [{ ...head, column, value: numberOf(point, 'SUM') }];
  });
  const sums = new Map<string, number>();
  for (const { day, value } of named) sums.set(day, (sums.get(day) ?? 0) + value);
  const rest = figuresOf(totals, (point, day) => {
    const total = numberOf(point, 'SUM');
    if (total === null || lost.has(day)) return [];
    const left = total - (sums.get(day) ?? 0);
    // Sums of the same numbers in another order differ by less.
    return left > total * 1e-9 ? [{ ...head, column: NO_MODEL, value: Number(left.toPrecision(12)) }] : [];
  });
  return [...named, ...rest];
}

const ofScores = (model: string, means: readonly Point[]): readonly DailyFigure[] =>
  figuresOf(means, (point) => {
    const metric = `${OF_ASSESSMENT}${point.dimensions?.assessment_name ?? ''}`;
    return [{ model, column: '', metric, value: numberOf(point, 'AVG'), n: null }];
  });

type Figure = Omit<DailyFigure, 'day' | 'value'> & { readonly value: number | null };

/** Those that are numbers, of days that are told. */
const figuresOf = (points: readonly Point[], read: (point: Point, day: string) => readonly Figure[]): DailyFigure[] =>
  points.flatMap((point) => {
    const day = dayOf(point);
    return day === null
      ? []
      : read(point, day).flatMap((one) => (one.value === null ? [] : [{ ...one, day, value: one.value }]));
  });
