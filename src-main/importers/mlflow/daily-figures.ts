import { counted } from '#domain/base/wording';
import { OF_ASSESSMENT, TRAFFIC } from '#domain/drift/of-traffic';
import type { Remote } from '../remote/remote';
import { RemoteError } from '../remote/remote-failure';
import type { Progress, Warning } from '../sources/source';
import { type Experiment, listExperiments } from './experiments';
import { EXTRA } from './extra-part';
import { askerOf, dayOf, MOST_ROWS, numberOf, type Point, type Question } from './trace-metrics';

/** Applications of which figures are read at once; those that were made last go first. */
const MOST_TRACED = 100;
const ASKED_AT_ONCE = 500;

const COUNT = [{ aggregation_type: 'COUNT' }] as const;
const TRACES: Question = { view_type: 'TRACES', metric_name: 'trace_count', aggregations: COUNT };
const BY_STATUS: Question = { ...TRACES, dimensions: ['trace_status'] };
const LATENCY: Question = {
  view_type: 'TRACES',
  metric_name: 'latency',
  aggregations: [{ aggregation_type: 'AVG' }, { aggregation_type: 'PERCENTILE', percentile_value: 90 }],
};
const COST: Question = {
  view_type: 'SPANS',
  metric_name: 'total_cost',
  aggregations: [{ aggregation_type: 'SUM' }],
};
/** Of calls that name no model there is no row. */
const COST_BY_MODEL: Question = { ...COST, dimensions: ['span_model_name'] };
const SCORES: Question = {
  view_type: 'ASSESSMENTS',
  metric_name: 'assessment_value',
  aggregations: [{ aggregation_type: 'AVG' }],
  dimensions: ['assessment_name'],
};

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
  readonly warnings: readonly Warning[];
}

/** Answers of a server that has no such figures: an older one, or one whose store is of files. */
const LACKS = new Set([404, 405, 501]);

/**
 * What MLflow 3 measures of applications that are traced, a day each, as far as the day is over: latency, the share of traces that failed, the
 * cost of the models that they call, and the mean of each assessment. An application is an experiment. A server that has none of it,
 * refuses it or takes too long is still a registry: that is read, what came until then is taken, and the refusal said.
 */
export async function readDailyFigures(
  registry: Remote,
  { version, now }: { readonly version: string; readonly now: string },
  progress: Progress,
): Promise<DailyFigures> {
  if (version.startsWith('2.')) return { figures: [], warnings: [] };
  const figures: DailyFigure[] = [];
  const warnings: Warning[] = [];
  const remote = registry.within(EXTRA);
  let done = 0;
  try {
    const asker = askerOf(remote, now);
    const experiments = await listExperiments(remote, 'ACTIVE_ONLY');
    const traced = await tracedAmong(experiments, (ids) => asker.whole(ids, TRACES));
    if (traced.length > MOST_TRACED) warnings.push(TOO_MANY);
    const read = traced.slice(0, MOST_TRACED);
    for (const { experiment_id, name } of read) {
      progress('Reading what was traced', done, read.length);
      const lost = new Set<string>();
      const daily = async (question: Question): Promise<readonly Point[]> => {
        const answer = await asker.daily(experiment_id, question);
        for (const day of answer.lost) lost.add(day);
        return answer.points;
      };
      const its = [
        ...ofTraces(name, await daily(BY_STATUS), await daily(LATENCY)),
        ...ofCost(name, await daily(COST_BY_MODEL), await daily(COST), lost),
        ...ofScores(name, await daily(SCORES)),
      ];
      figures.push(...its);
      if (lost.size > 0) warnings.push(tooFine(name, lost.size));
      done += 1;
    }
  } catch (error) {
    if (!(error instanceof RemoteError)) throw error;
    if (LACKS.has(error.problem.status) && done === 0) return { figures, warnings };
    const were = done === 0 ? 'were not read' : `were read of ${counted(done, 'experiment')} and no further`;
    warnings.push({
      what: `Daily figures of traces ${were}: ${error.problem.what}`,
      todo: 'Models and versions were read',
    });
  }
  return { figures, warnings };
}

const TOO_MANY: Warning = {
  what: `More than ${MOST_TRACED} experiments are traced`,
  todo: `Read are the ${MOST_TRACED} that were made last`,
};

const tooFine = (name: string, days: number): Warning => ({
  what: `“${name}” has ${MOST_ROWS} models or assessments and more on ${counted(days, 'day')}`,
  todo: 'The server gives no more at once, so these are left out of such days',
});

/** Experiments with a trace in these days: halves of the list without any are not asked one by one. */
async function tracedAmong(
  experiments: readonly Experiment[],
  ask: (ids: readonly string[]) => Promise<readonly Point[]>,
): Promise<readonly Experiment[]> {
  const found: Experiment[] = [];
  const look = async (some: readonly Experiment[]): Promise<void> => {
    if (some.length === 0 || found.length > MOST_TRACED) return;
    const total = (await ask(some.map(({ experiment_id }) => experiment_id))).reduce(
      (sum, point) => sum + (numberOf(point, 'COUNT') ?? 0),
      0,
    );
    if (total === 0) return;
    const [only, other] = some;
    if (only && !other) found.push(only);
    else {
      const half = Math.ceil(some.length / 2);
      await look(some.slice(0, half));
      await look(some.slice(half));
    }
  };
  for (let at = 0; at < experiments.length; at += ASKED_AT_ONCE) await look(experiments.slice(at, at + ASKED_AT_ONCE));
  return found;
}

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
