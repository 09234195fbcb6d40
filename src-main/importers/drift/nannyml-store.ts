import { counted } from '#domain/base/wording';
import type { ToolVerdict } from '#domain/drift/result-columns';
import { readTime } from '../cells/read-time';
import { breathe } from '../tabular/failures';
import type { ForeignDatabase } from './foreign-database';
import { asFinite, asText } from './json-shape';
import { nannymlFigure } from './nannyml-figure';
import { type DriftReadOptions, type DriftSink, type ReadFacts, UNSAID } from './reading';

const UNIVARIATE = 'univariate_drift_metrics';
const RECONSTRUCTION = 'data_reconstruction_feature_drift_metrics';
const COUNTS: Readonly<Record<string, string>> = {
  missing_values_metrics: 'missing values',
  unseen_values_metrics: 'unseen values',
};
/** Performance and statistics: alerts of them are no drift of the data. */
const OTHERS = ['realized_performance_metrics', 'cbpe_performance_metrics', 'dle_performance_metrics'] as const;

/** What NannyML's database writer keeps, in SQLite. */
export const isNannymlStore = ({ tables }: ForeignDatabase): boolean =>
  tables.has('model') && tables.has('run') && tables.has(UNIVARIATE);

/** Reads its drift tables. Only the analysis period is in them; limits are not, for single columns. */
export async function readNannymlStore(
  db: ForeignDatabase,
  options: DriftReadOptions,
  sink: DriftSink,
): Promise<ReadFacts> {
  const models = new Map([...db.rows('model', ['id', 'name'])].map(([id, name]) => [Number(id), asText(name)]));
  const tables = [UNIVARIATE, RECONSTRUCTION, ...Object.keys(COUNTS)].filter((table) => db.tables.has(table));
  const total = tables.reduce((sum, table) => sum + db.count(table), 0);
  let done = 0;
  for (const table of tables) {
    const columns = COLUMNS.filter((column) => db.tables.get(table)?.has(column));
    let row = 0;
    for (const cells of db.rows(table, columns)) {
      row += 1;
      done += 1;
      if (done % 20_000 === 0) {
        options.onProgress?.(done, total);
        await breathe(options.signal);
        await options.betweenSteps?.();
      }
      const cell = (name: (typeof COLUMNS)[number]): unknown => cells[columns.indexOf(name)] ?? null;
      readRow(table, row, cell, models, options, sink);
    }
  }
  sayOthers(db, sink);
  return { source: 'NannyML database', tool: 'NannyML', version: '', time: 'file' };
}

const COLUMNS = [
  'model_id',
  'start_timestamp',
  'end_timestamp',
  'metric_name',
  'value',
  'alert',
  'column_name',
  'upper_threshold',
  'lower_threshold',
] as const;

function readRow(
  table: string,
  row: number,
  cell: (name: (typeof COLUMNS)[number]) => unknown,
  models: ReadonlyMap<number, string>,
  options: DriftReadOptions,
  sink: DriftSink,
): void {
  const { mapping } = options;
  const rules = { timeZone: mapping.timeZone, order: mapping.dateOrder };
  const end = readTime(asText(cell('end_timestamp')), rules);
  if (!end.ok) {
    const value = asText(cell('end_timestamp'));
    sink.problem({
      row,
      column: `${table}.end_timestamp`,
      code: end.code,
      message: end.message,
      value,
      effect: 'row_refused',
    });
    return;
  }
  const start = readTime(asText(cell('start_timestamp')), rules);
  sink.point(
    {
      ...UNSAID,
      ...figureOf(table, asText(cell('metric_name'))),
      column: asText(cell('column_name')),
      value: asFinite(cell('value')),
      lower: asFinite(cell('lower_threshold')),
      upper: asFinite(cell('upper_threshold')),
      verdict: alertOf(cell('alert')),
      nRef: mapping.nRef,
      nCur: mapping.nCur,
      name: models.get(Number(cell('model_id'))) ?? '',
      source: { tool: 'NannyML', version: '' },
      at: end.value,
      windowStart: start.ok ? start.value : null,
      row,
    },
    `${table}, row ${row}`,
  );
}

function figureOf(table: string, metric: string) {
  if (table === UNIVARIATE) return nannymlFigure(metric);
  if (table === RECONSTRUCTION) return nannymlFigure('reconstruction_error');
  // Whether a share or a count, only the settings of the calculator said: the figure keeps the tool's name.
  return { metric: COUNTS[table] ?? table, method: `NannyML ${COUNTS[table] ?? table}`, base: null, binning: '' };
}

const alertOf = (cell: unknown): ToolVerdict | null => (cell === 1 ? 'drift' : cell === 0 ? 'none' : null);

function sayOthers(db: ForeignDatabase, sink: DriftSink): void {
  const others = OTHERS.filter((table) => db.tables.has(table)).reduce((sum, table) => sum + db.count(table), 0);
  if (others === 0) return;
  const message = `${counted(others, 'result')} on performance measure something else than drift and are left out.`;
  sink.problem({ row: 0, column: '', code: 'not_drift', message, value: '', effect: 'note' });
}
