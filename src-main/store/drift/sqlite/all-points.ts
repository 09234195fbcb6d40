import type Database from 'better-sqlite3';
import { countOf, decodeColumns } from './codec';
import { emptyPoints, pointStatements, STORED_COLUMNS, type StoredPoints, writePoints } from './points';

export interface PointsOfSeries {
  readonly series: number;
  readonly points: StoredPoints;
}

/** Every point that lies in the file, those that were taken back too, about a thousand at a time. */
export function* allPoints(db: Database.Database): Generator<PointsOfSeries> {
  const segments = db
    .prepare<[], [series: number, points: Buffer]>(
      'SELECT series_id, points FROM drift_segments ORDER BY series_id, from_at, id',
    )
    .raw()
    .iterate();
  for (const [series, block] of segments) {
    const points = emptyPoints(countOf(block), STORED_COLUMNS);
    decodeColumns(
      block,
      STORED_COLUMNS.map((_, at) => at),
      STORED_COLUMNS.map((name) => points[name]),
      0,
    );
    yield { series, points };
  }
  yield* tails(db);
}

const TAIL = 'series_id, at, span, value, n_ref, n_cur, n_bins, lower, upper, verdict, row, batch';

function* tails(db: Database.Database): Generator<PointsOfSeries> {
  const rows = db.prepare<[], (number | null)[]>(`SELECT ${TAIL} FROM drift_tail ORDER BY series_id, at, batch`).raw();
  let series = 0;
  let held: (number | null)[][] = [];
  for (const row of rows.iterate()) {
    const [of] = row;
    if (of !== series && held.length > 0) {
      yield { series, points: columnsOf(held) };
      held = [];
    }
    series = of ?? 0;
    held.push(row);
  }
  if (held.length > 0) yield { series, points: columnsOf(held) };
}

function columnsOf(rows: readonly (readonly (number | null)[])[]): StoredPoints {
  const columns = emptyPoints(rows.length, STORED_COLUMNS);
  for (const [place, row] of rows.entries())
    for (const [at, name] of STORED_COLUMNS.entries()) columns[name][place] = row[at + 1] ?? Number.NaN;
  return columns;
}

/** Writes points of one series, in the order of time, into a file that is being made. */
export const putPoints = (db: Database.Database): ((of: PointsOfSeries) => void) => {
  const statements = pointStatements(db);
  return ({ series, points }) => writePoints(statements, series, points);
};
