import { z } from 'zod';
import { counted } from '#domain/base/wording';
import { OF_ASSESSMENT, TRAFFIC } from '#domain/drift/of-traffic';
import type { Remote } from '../remote/remote';
import { RemoteError, remoteProblem } from '../remote/remote-failure';
import type { Progress, Warning } from '../sources/source';
import { type Experiment, listExperiments } from './experiments';

const METRICS = '/api/3.0/mlflow/traces/metrics';
const DAY_MS = 86_400_000;
/** Figures of days before are not asked for again: what changes late, such as an assessment, changes within these. */
const DAYS = 180;
/** Applications of which figures are read at once; those that were made last go first. */
const MOST_TRACED = 100;
const ASKED_AT_ONCE = 500;

/** What is no finite number is as if it were not said: Python writes NaN where nothing was measured. */
const Points = z.object({
  data_points: z
    .array(
      z.object({
        dimensions: z.record(z.string(), z.string().nullable()).nullish(),
        values: z.record(z.string(), z.union([z.number(), z.string()]).nullable()),
      }),
    )
    .nullish(),
});
type Point = NonNullable<z.output<typeof Points>['data_points']>[number];

interface Question {
  readonly view_type: 'TRACES' | 'SPANS' | 'ASSESSMENTS';
  readonly metric_name: string;
  readonly aggregations: readonly { readonly aggregation_type: string; readonly percentile_value?: number }[];
  readonly dimensions?: readonly string[];
}

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
  dimensions: ['span_model_name', 'span_model_provider'],
};
const SCORES: Question = {
  view_type: 'ASSESSMENTS',
  metric_name: 'assessment_value',
  aggregations: [{ aggregation_type: 'AVG' }],
  dimensions: ['assessment_name'],
};
const SCORED: Question = { ...SCORES, metric_name: 'assessment_count', aggregations: COUNT };

/** One figure of one day, as a plain table has it. */
export interface DailyFigure {
  readonly model: string;
  readonly day: string;
  /** The model that was called; '' where the figure is of none. */
  readonly column: string;
  readonly metric: string;
  readonly value: number;
  /** Traces or assessments behind it; `null`: it is not told. */
  readonly n: number | null;
}

export interface DailyFigures {
  readonly figures: readonly DailyFigure[];
  readonly warnings: readonly Warning[];
}

const NONE: DailyFigures = { figures: [], warnings: [] };

/** Answers of a server that has no such figures: an older one, or one whose store is of files. */
const LACKS = new Set([404, 405, 501]);

/**
 * What MLflow 3 measures of applications that are traced, a day each, as far as the day is over: latency, the share of traces that failed, the
 * cost of the models that they call, and the mean of each assessment. An application is an experiment. A server that has none of it, or
 * refuses it, is still a registry: that is read, and the refusal said.
 */
export async function readDailyFigures(
  remote: Remote,
  { version, now }: { readonly version: string; readonly now: string },
  progress: Progress,
): Promise<DailyFigures> {
  if (version.startsWith('2.')) return NONE;
  try {
    return await readFigures(remote, now, progress);
  } catch (error) {
    if (!(error instanceof RemoteError) || (error.problem.status === 0 && error.problem.passing)) throw error;
    if (LACKS.has(error.problem.status)) return NONE;
    const what = `Daily figures of traces were not read: ${error.problem.what}`;
    return { ...NONE, warnings: [{ what, todo: 'Models and versions were read' }] };
  }
}

async function readFigures(remote: Remote, now: string, progress: Progress): Promise<DailyFigures> {
  const experiments = await listExperiments(remote, 'ACTIVE_ONLY');
  const to = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  const days = { start_time_ms: to - DAYS * DAY_MS, end_time_ms: to - 1 };
  const ask = async (ids: readonly string[], question: Question, daily: boolean): Promise<readonly Point[]> => {
    const each = daily && { time_interval_seconds: DAY_MS / 1000 };
    const answer = await remote.search(METRICS, { ...question, ...days, ...each, experiment_ids: ids });
    return shaped(Points, answer).data_points ?? [];
  };
  const traced = await tracedAmong(experiments, (ids) => ask(ids, TRACES, false));
  const figures: DailyFigure[] = [];
  for (const [at, { experiment_id, name }] of traced.slice(0, MOST_TRACED).entries()) {
    progress('Reading what was traced', at, Math.min(traced.length, MOST_TRACED));
    const daily = (question: Question) => ask([experiment_id], question, true);
    figures.push(...ofTraces(name, await daily(BY_STATUS), await daily(LATENCY)));
    figures.push(...ofCost(name, await daily(COST)));
    figures.push(...ofScores(name, await daily(SCORES), await daily(SCORED)));
  }
  return { figures, warnings: traced.length > MOST_TRACED ? [tooMany(traced.length)] : [] };
}

const tooMany = (traced: number): Warning => ({
  what: `${counted(traced, 'experiment')} are traced`,
  todo: `Read are the ${MOST_TRACED} that were made last`,
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

const ofCost = (model: string, points: readonly Point[]): readonly DailyFigure[] =>
  figuresOf(points, (point) => {
    const { span_model_provider: provider, span_model_name: called } = point.dimensions ?? {};
    const column = [provider, called].filter(Boolean).join(' / ');
    return [{ model, column, metric: TRAFFIC.cost, value: numberOf(point, 'SUM'), n: null }];
  });

function ofScores(model: string, means: readonly Point[], counts: readonly Point[]): readonly DailyFigure[] {
  const keyOf = (point: Point): string => JSON.stringify([dayOf(point), point.dimensions?.assessment_name]);
  const byKey = new Map(counts.map((point) => [keyOf(point), numberOf(point, 'COUNT')]));
  return figuresOf(means, (point) => {
    const metric = `${OF_ASSESSMENT}${point.dimensions?.assessment_name ?? ''}`;
    return [{ model, column: '', metric, value: numberOf(point, 'AVG'), n: byKey.get(keyOf(point)) ?? null }];
  });
}

type Figure = Omit<DailyFigure, 'day' | 'value'> & { readonly value: number | null };

/** Those that are numbers, of days that are told. */
const figuresOf = (points: readonly Point[], read: (point: Point, day: string) => readonly Figure[]): DailyFigure[] =>
  points.flatMap((point) => {
    const day = dayOf(point);
    return day === null
      ? []
      : read(point, day).flatMap((one) => (one.value === null ? [] : [{ ...one, day, value: one.value }]));
  });

/** A percentile comes as `P90.0`. */
function numberOf({ values }: Point, name: string): number | null {
  const value = Number(values[name] ?? values[`${name}.0`] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

const dayOf = ({ dimensions }: Point): string | null => {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=T00:00:00)/.exec(dimensions?.time_bucket ?? '') ?? [];
  return day ?? null;
};

function shaped<T extends z.ZodType>(shape: T, content: unknown): z.output<T> {
  const found = shape.safeParse(content);
  if (found.success) return found.data;
  throw remoteProblem(
    'The server’s figures of traces do not look as MLflow’s do',
    'See that the address is that of an MLflow server. Nothing was taken',
  );
}
