import { z } from 'zod';
import type { Remote } from '../remote/remote';
import { remoteProblem } from '../remote/remote-failure';

const METRICS = '/api/3.0/mlflow/traces/metrics';
export const DAY_MS = 86_400_000;
/** Figures of days before are not asked for: what changes late, such as an assessment, changes within these. */
export const DAYS = 180;
/** As many as the server gives where it is not told: the oldest, without a word of what it left out. */
export const MOST_ROWS = 1_000;

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
  next_page_token: z.string().nullish(),
});
export type Point = NonNullable<z.output<typeof Points>['data_points']>[number];

export interface Question {
  readonly view_type: 'TRACES' | 'SPANS' | 'ASSESSMENTS';
  readonly metric_name: string;
  readonly aggregations: readonly { readonly aggregation_type: string; readonly percentile_value?: number }[];
  readonly dimensions?: readonly string[];
}

interface Daily {
  readonly points: readonly Point[];
  /** Days that have more rows than the server gives: of these there are none. */
  readonly lost: readonly string[];
}

/** Days, by the instants (ms) at which the first begins and the last ends. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Asker {
  /** Of all days together. `cut`: the server has more rows than it gives. */
  whole(
    ids: readonly string[],
    question: Question,
    span: Span,
  ): Promise<{ readonly points: readonly Point[]; readonly cut: boolean }>;
  daily(id: string, question: Question, span: Span): Promise<Daily>;
}

/** The days that are over and are looked at. */
export function daysUntil(now: string): Span {
  const to = Math.floor(Date.parse(now) / DAY_MS) * DAY_MS;
  return { from: to - DAYS * DAY_MS, to };
}

/** Asks in as many steps as the rows need that are given at once. */
export function askerOf(remote: Remote): Asker {
  const ask = async (question: object, { from, to }: Span) => {
    const days = { start_time_ms: from, end_time_ms: to - 1 };
    const answer = shaped(await remote.search(METRICS, { ...question, ...days, max_results: MOST_ROWS }));
    const points = answer.data_points ?? [];
    return { points, cut: points.length >= MOST_ROWS || Boolean(answer.next_page_token) };
  };
  const between = async (question: object, { from, to }: Span): Promise<Daily> => {
    const { points, cut } = await ask(question, { from, to });
    if (!cut) return { points, lost: [] };
    const days = Math.round((to - from) / DAY_MS);
    if (days === 1) return { points: [], lost: [new Date(from).toISOString().slice(0, 10)] };
    const middle = from + Math.floor(days / 2) * DAY_MS;
    const first = await between(question, { from, to: middle });
    const second = await between(question, { from: middle, to });
    return { points: [...first.points, ...second.points], lost: [...first.lost, ...second.lost] };
  };
  return {
    whole: (ids, question, span) => ask({ ...question, experiment_ids: ids }, span),
    daily: (id, question, span) =>
      between({ ...question, time_interval_seconds: DAY_MS / 1000, experiment_ids: [id] }, span),
  };
}

/** A percentile comes as `P90.0`. */
export function numberOf({ values }: Point, name: string): number | null {
  const value = Number(values[name] ?? values[`${name}.0`] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
}

export const dayOf = ({ dimensions }: Point): string | null => {
  const [day] = /^\d{4}-\d{2}-\d{2}(?=T00:00:00)/.exec(dimensions?.time_bucket ?? '') ?? [];
  return day ?? null;
};

function shaped(content: unknown): z.output<typeof Points> {
  const found = Points.safeParse(content);
  if (found.success) return found.data;
  throw remoteProblem(
    'The server’s figures of traces do not look as MLflow’s do',
    'See that the address is that of an MLflow server. Nothing was taken',
  );
}
