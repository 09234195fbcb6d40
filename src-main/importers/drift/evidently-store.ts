import { counted } from '#domain/base/wording';
import { readTime } from '../cells/read-time';
import { breathe } from '../tabular/failures';
import { driftedShare, evidentlyFigure } from './evidently-figure';
import type { ForeignDatabase } from './foreign-database';
import { asFinite, asObject, asRows, asText, type JsonObject } from './json-shape';
import { type DriftReadOptions, type DriftSink, type ReadFacts, UNSAID } from './reading';

/** The SQL storage of Evidently's service. */
export const isEvidentlyStore = ({ tables }: ForeignDatabase): boolean =>
  ['projects', 'snapshots', 'points'].every((table) => tables.has(table)) &&
  ['project_id', 'snapshot_id', 'metric_type', 'params', 'value'].every((column) => tables.get('points')?.has(column));

interface Snapshot {
  readonly project: string;
  readonly time: string;
  nCur: number | null;
}

/** Reads its points: a ready time series. Projects stand for models; tests are not in its tables. */
export async function readEvidentlyStore(
  db: ForeignDatabase,
  options: DriftReadOptions,
  sink: DriftSink,
): Promise<ReadFacts> {
  const snapshots = await readSnapshots(db);
  for (const [id, type, , value] of db.rows('points', POINT_COLUMNS)) {
    const snapshot = snapshots.get(String(id));
    if (snapshot && type === ROW_COUNT) snapshot.nCur = asRows(value);
  }
  const total = db.count('points');
  let row = 0;
  let others = 0;
  for (const [id, type, params, value] of db.rows('points', POINT_COLUMNS)) {
    row += 1;
    if (row % 20_000 === 0) {
      options.onProgress?.(row, total);
      await breathe(options.signal);
      await options.betweenSteps?.();
    }
    const snapshot = snapshots.get(String(id));
    if (type === ROW_COUNT) continue;
    if (!snapshot || !readPoint(snapshot, asText(type), paramsOf(params), value, row, options, sink)) others += 1;
  }
  if (others > 0) {
    const message = `${counted(others, 'point')} of the database measure something else than drift and are left out.`;
    sink.problem({ row: 0, column: 'points', code: 'not_drift', message, value: '', effect: 'note' });
  }
  return { source: 'Evidently database', tool: 'Evidently', version: '', time: 'file' };
}

const POINT_COLUMNS = ['snapshot_id', 'metric_type', 'params', 'value'] as const;
const ROW_COUNT = 'evidently:metric_v2:RowCount';

async function readSnapshots(db: ForeignDatabase): Promise<ReadonlyMap<string, Snapshot>> {
  const projects = new Map([...db.rows('projects', ['id', 'name'])].map(([id, name]) => [String(id), asText(name)]));
  const rows = [...db.rows('snapshots', ['id', 'project_id', 'timestamp'])];
  return new Map(
    rows.map(([id, project, time]) => [
      String(id),
      { project: projects.get(String(project)) ?? '', time: asText(time), nCur: null },
    ]),
  );
}

/** Every value in it is a text, numbers too. */
function paramsOf(cell: unknown): JsonObject {
  try {
    return asObject(JSON.parse(asText(cell))) ?? {};
  } catch {
    return {};
  }
}

function readPoint(
  snapshot: Snapshot,
  type: string,
  params: JsonObject,
  value: unknown,
  row: number,
  options: DriftReadOptions,
  sink: DriftSink,
): boolean {
  const figure = figureOf(type.split(':').at(-1) ?? '', params, asFinite(value));
  if (figure === null) return false;
  if (figure === 'beside') return true;
  const pointer = `points, row ${row}`;
  const { mapping } = options;
  const time = readTime(snapshot.time, { timeZone: mapping.timeZone, order: mapping.dateOrder });
  if (!time.ok) {
    sink.problem({
      row,
      column: 'timestamp',
      code: time.code,
      message: time.message,
      value: snapshot.time,
      effect: 'row_refused',
    });
    return true;
  }
  sink.point(
    {
      ...UNSAID,
      nRef: mapping.nRef,
      nCur: snapshot.nCur ?? mapping.nCur,
      name: snapshot.project,
      source: { tool: 'Evidently', version: '' },
      at: time.value,
      row,
      ...figure,
    },
    pointer,
  );
  return true;
}

function figureOf(type: string, params: JsonObject, value: number | null) {
  const number = (text: unknown): number | null => (asText(text) === '' ? null : asFinite(Number(text)));
  if (type === 'ValueDrift') {
    // 'None' is how an unset parameter of the versions before 0.7.10 is written.
    const method = asText(params.method) === 'None' ? '' : asText(params.method);
    return evidentlyFigure({
      column: asText(params.column),
      method,
      score: value,
      threshold: number(params.threshold),
      said: null,
    });
  }
  if (type !== 'DriftedColumnsCount') return null;
  return params.value_type === 'share' ? driftedShare(value, number(params.drift_share), null) : 'beside';
}
