import { paramsInName } from '../drift/evidently-report';
import { asText } from '../drift/json-shape';
import { ColumnRow, type EvidentlyRun, type RunPage, type RunReport } from './evidently-shapes';

/**
 * A run as `dumps()` writes it and a workspace keeps it, put together of the two answers that the service gives of it: so the reader of
 * its files reads it, and the same run by file is the same results.
 *
 * @param project stands for the model where the run's metadata names none
 */
export function runFile(run: EvidentlyRun, project: string, report: RunReport, page: RunPage): string {
  const told = sentences(page);
  const results = report.metrics.map(({ id, metric_name, config, value }) => {
    const params = config ?? { ...paramsInName(metric_name), type: metric_name.replace(/\(.*$/s, '') };
    return [
      id,
      {
        metric_value_location: { metric: { metric_id: id, params }, param: {} },
        tests: report.tests.filter((test) => metricOf(test) === id),
        widget: widgetsOf(id, asText(params['column']), page, told),
        ...figureOf(value),
      },
    ];
  });
  return JSON.stringify({
    name: project,
    timestamp: run.timestamp,
    metadata: run.metadata,
    tags: run.tags,
    metric_results: Object.fromEntries(results),
    widgets: [],
  });
}

const metricOf = (test: Readonly<Record<string, unknown>>): string => {
  const metric = test['metric_config'];
  return typeof metric === 'object' && metric !== null ? asText(Reflect.get(metric, 'metric_id')) : '';
};

/** `{count, share}` of a counting metric, else a number. */
function figureOf(value: unknown): object {
  if (typeof value !== 'object' || value === null || !('share' in value)) return { value };
  return { share: { value: value.share } };
}

type Widget = { readonly title: string; readonly params: { readonly counters: readonly Counter[] } };
type Counter = { readonly value: string; readonly label: string };

function widgetsOf(id: string, column: string, { widgets }: RunPage, told: ReadonlyMap<string, string>): Widget[] {
  const own = widgets.flatMap(({ title, linked_metrics: linked, params }) =>
    linked?.includes(id) && params?.counters ? [{ title, params: { counters: params.counters } }] : [],
  );
  const label = told.get(column);
  return own.length > 0 || label === undefined ? own : [{ title: '', params: { counters: [{ value: '', label }] } }];
}

/** What the preset's table says of each column, as the widget of a single metric says it. */
function sentences({ widgets }: RunPage): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { params } of widgets)
    for (const row of params?.data ?? []) {
      const read = ColumnRow.safeParse(row);
      if (!read.success) continue;
      const { column_name: column, stattest_name: method, data_drift: said } = read.data;
      if (said !== 'Detected' && said !== 'Not Detected') continue;
      found.set(column, `Data drift ${said.toLowerCase()}. Drift detection method: ${method}. Drift score: 0`);
    }
  return found;
}
