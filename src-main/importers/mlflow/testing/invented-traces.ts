import type { Answer } from './golden';

export interface TraceQuestion {
  readonly experiment_ids: readonly string[];
  readonly view_type: 'TRACES' | 'SPANS' | 'ASSESSMENTS';
  readonly metric_name: string;
  readonly aggregations: readonly { readonly aggregation_type: string; readonly percentile_value?: number }[];
  readonly dimensions?: readonly string[];
  readonly time_interval_seconds?: number;
  readonly start_time_ms: number;
  readonly end_time_ms: number;
  readonly max_results?: number;
}

interface Trace {
  readonly experiment: string;
  readonly at: number;
  /** `null`: nobody knows a price. */
  readonly cost: number | null;
  readonly assessed: Map<string, number>;
}

/** Traces of experiments that answer as MLflow 3.17.2 does: an assessment is of the time of its trace. */
export interface InventedTraces {
  readonly all: readonly Trace[];
  trace(experiment: string, day: string, facts: { readonly cost: number | null }): number;
  assess(trace: number, name: string, value: number): void;
  removeBefore(day: string): void;
}

export function inventTraces(): InventedTraces {
  let all: Trace[] = [];
  const byId: Trace[] = [];
  return {
    get all() {
      return all;
    },
    trace: (experiment, day, { cost }) => {
      const trace = { experiment, cost, at: Date.parse(`${day}T10:00:00Z`), assessed: new Map<string, number>() };
      all.push(trace);
      return byId.push(trace) - 1;
    },
    assess: (trace, name, value) => {
      byId[trace]?.assessed.set(name, value);
    },
    removeBefore: (day) => {
      all = all.filter(({ at }) => at >= Date.parse(`${day}T00:00:00Z`));
    },
  };
}

interface Row {
  readonly at: number;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
}

function rowsOf({ at, cost, assessed }: Trace, view: TraceQuestion['view_type']): readonly Row[] {
  switch (view) {
    case 'TRACES':
      return [{ at, dimensions: { trace_status: 'OK' }, value: 250 }];
    case 'SPANS':
      return [{ at, dimensions: { span_model_name: 'small-1', span_type: 'LLM' }, value: cost }];
    case 'ASSESSMENTS':
      return [...assessed].map(([name, value]) => ({ at, dimensions: { assessment_name: name }, value }));
  }
}

function pointsOf(traces: readonly Trace[], question: TraceQuestion): readonly object[] {
  const {
    experiment_ids,
    view_type,
    metric_name,
    dimensions = [],
    time_interval_seconds,
    start_time_ms,
    end_time_ms,
  } = question;
  const ids = new Set(experiment_ids);
  const groups = new Map<string, { dimensions: Record<string, string>; values: number[] }>();
  for (const trace of traces) {
    if (!ids.has(trace.experiment) || trace.at < start_time_ms || trace.at > end_time_ms) continue;
    for (const row of rowsOf(trace, view_type)) {
      const value = row.value ?? (metric_name === 'span_count' ? 0 : null);
      if (value === null) continue;
      const day = new Date(row.at).toISOString().slice(0, 10);
      const its = {
        ...(time_interval_seconds !== undefined && { time_bucket: `${day}T00:00:00+00:00` }),
        ...Object.fromEntries(dimensions.map((name) => [name, row.dimensions[name] ?? ''])),
      };
      const key = JSON.stringify(its);
      const group = groups.get(key);
      if (group) group.values.push(value);
      else groups.set(key, { dimensions: its, values: [value] });
    }
  }
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  return [...groups.values()].map(({ dimensions: its, values }) => ({
    dimensions: its,
    values: Object.fromEntries(
      question.aggregations.map(({ aggregation_type: type, percentile_value }) => {
        if (type === 'COUNT') return [type, values.length];
        if (type === 'SUM') return [type, sum(values)];
        if (type === 'AVG') return [type, sum(values) / values.length];
        return [`P${(percentile_value ?? 0).toFixed(1)}`, Math.max(...values)];
      }),
    ),
  }));
}

/** Its experiments are called `App 0` and so on. */
export const answerOf =
  (traces: InventedTraces, experiments: number, asked: (question: TraceQuestion) => void): Answer =>
  (request, response) => {
    const reply = (body: unknown): void => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    if (!request.url?.startsWith('/api/3.0/mlflow/traces/metrics')) {
      const all = Array.from({ length: experiments }, (_, at) => ({ experiment_id: String(at), name: `App ${at}` }));
      reply({ experiments: all });
      return;
    }
    let text = '';
    request.on('data', (piece) => {
      text += String(piece);
    });
    request.on('end', () => {
      const question = JSON.parse(text) as TraceQuestion; // as it was asked
      asked(question);
      const points = pointsOf(traces.all, question).slice(0, question.max_results ?? 1_000);
      reply(points.length === 0 ? {} : { data_points: points });
    });
  };
