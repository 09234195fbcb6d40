import type Database from 'better-sqlite3';
import { POINT_COLUMNS, type PointColumn } from '#domain/drift/result-columns';
import { decodeColumns, type Encoded, encodeBlock, type Numbers } from './codec';

/** What is stored of each point: the domain's columns, and the batch that brought it. */
export const STORED_COLUMNS = [...POINT_COLUMNS, 'batch'] as const;
export type StoredColumn = PointColumn | 'batch';
export type StoredPoints = Readonly<Record<StoredColumn, Numbers>>;

export const SEGMENT_POINTS = 1000;
/** Fewer new points than this at the end of an append wait in the tail for more. */
const SMALLEST_SEGMENT = 200;

/** Statements are prepared once for each append, or read of many series. */
export interface PointStatements {
  /** Those that do not count for the model: taken back, or of a challenger. */
  readonly deadBatches: Database.Statement<[string], number>;
  /** Those that do not count for one challenger of it. */
  readonly notOfChallenger: Database.Statement<[string, string], number>;
  readonly lastAt: Database.Statement<[number, number]>;
  readonly segments: Database.Statement<[number, number, number], SegmentRow>;
  readonly tail: Database.Statement<[number, number, number], (number | null)[]>;
  readonly insertSegment: Database.Statement;
  readonly insertTail: Database.Statement;
  readonly countTail: Database.Statement<[number], number>;
  readonly clearTail: Database.Statement<[number]>;
}

type SegmentRow = [n: number, points: Buffer];

const TAIL_COLUMNS = 'at, span, value, n_ref, n_cur, n_bins, lower, upper, verdict, row, batch';

export function pointStatements(db: Database.Database): PointStatements {
  return {
    deadBatches: db
      .prepare<[string], number>(
        "SELECT no FROM drift_loads WHERE model_id = ? AND NOT EXISTS (SELECT 1 FROM drift_batches WHERE drift_batches.no = drift_loads.no AND challenger_id = '')",
      )
      .pluck(),
    notOfChallenger: db
      .prepare<[string, string], number>(
        'SELECT no FROM drift_loads WHERE model_id = ? AND NOT EXISTS (SELECT 1 FROM drift_batches WHERE drift_batches.no = drift_loads.no AND challenger_id = ?)',
      )
      .pluck(),
    lastAt: db
      .prepare<[number, number]>(
        `SELECT max((SELECT coalesce(max(to_at), -9e15) FROM drift_segments WHERE series_id = ?),
          (SELECT coalesce(max(at), -9e15) FROM drift_tail WHERE series_id = ?))`,
      )
      .pluck(),
    segments: db
      .prepare<[number, number, number], SegmentRow>(
        'SELECT n, points FROM drift_segments WHERE series_id = ? AND to_at >= ? AND from_at <= ? ORDER BY from_at, id',
      )
      .raw(),
    tail: db
      .prepare<[number, number, number], (number | null)[]>(
        `SELECT ${TAIL_COLUMNS} FROM drift_tail WHERE series_id = ? AND at >= ? AND at <= ? ORDER BY at, batch`,
      )
      .raw(),
    insertSegment: db.prepare(
      `INSERT INTO drift_segments (series_id, from_at, to_at, first_batch, last_batch, n, min, max, sum, last, worst, points)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertTail: db.prepare(
      `INSERT INTO drift_tail (series_id, ${TAIL_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    countTail: db.prepare<[number], number>('SELECT count(*) FROM drift_tail WHERE series_id = ?').pluck(),
    clearTail: db.prepare<[number]>('DELETE FROM drift_tail WHERE series_id = ?'),
  };
}

export interface PointRange {
  /** Milliseconds, both included. */
  readonly from: number;
  readonly to: number;
}

export const ALL_TIME: PointRange = { from: -9e15, to: 9e15 };

/**
 * The points of a series that count: those of batches that are not `dead`, and of several for one time the one of the
 * latest batch; in the order of time. Columns that were not asked for are empty.
 */
export function readPoints(
  statements: PointStatements,
  seriesId: number,
  range: PointRange,
  dead: ReadonlySet<number>,
  columns: readonly StoredColumn[] = STORED_COLUMNS,
): StoredPoints {
  const wanted = [...new Set<StoredColumn>(['at', 'batch', ...columns])];
  const all = decodeBlocks(readBlocks(statements, seriesId, range), wanted);
  return isPlain(all, dead) ? within(all, range) : pick(all, wanted, visible(all, range, dead));
}

/** What is stored of a series in a range and round it, before it is decoded: places count through blocks, then the tail. */
export interface StoredBlocks {
  readonly segments: readonly SegmentRow[];
  readonly tail: readonly (number | null)[][];
  readonly count: number;
}

export function readBlocks(statements: PointStatements, seriesId: number, { from, to }: PointRange): StoredBlocks {
  const segments = statements.segments.all(seriesId, from, to);
  const tail = statements.tail.all(seriesId, from, to);
  return { segments, tail, count: segments.reduce((sum, [n]) => sum + n, tail.length) };
}

export function decodeBlocks({ segments, tail, count }: StoredBlocks, wanted: readonly StoredColumn[]): StoredPoints {
  const points = emptyPoints(count, wanted);
  const places = wanted.map((name) => STORED_COLUMNS.indexOf(name));
  const targets = wanted.map((name) => points[name]);
  let offset = 0;
  for (const [n, block] of segments) {
    decodeColumns(block, places, targets, offset);
    offset += n;
  }
  for (const row of tail) {
    for (const [index, target] of targets.entries()) target[offset] = row[places[index] ?? 0] ?? Number.NaN;
    offset += 1;
  }
  return points;
}

export function emptyPoints(count: number, columns: readonly StoredColumn[]): StoredPoints {
  return Object.fromEntries(
    STORED_COLUMNS.map((name) => [name, new Float64Array(columns.includes(name) ? count : 0)]),
  ) as unknown as StoredPoints; // every column is a key
}

/** The usual case: each time once, in order, nothing taken back. */
export function isPlain({ at, batch }: StoredPoints, dead: ReadonlySet<number>): boolean {
  for (let i = 1; i < at.length; i += 1) if (!((at[i - 1] ?? 0) < (at[i] ?? 0))) return false;
  return dead.size === 0 || batch.every((no) => !dead.has(no));
}

/** Segments at the ends of the range reach beyond it. */
export function within(points: StoredPoints, { from, to }: PointRange): StoredPoints {
  const { at } = points;
  let [first, end] = [0, at.length];
  while (first < end && (at[first] ?? 0) < from) first += 1;
  while (end > first && (at[end - 1] ?? 0) > to) end -= 1;
  return first === 0 && end === at.length ? points : cut(points, first, end);
}

/** The same memory, seen from `first` up to `end`. */
export function cut(points: StoredPoints, first: number, end: number): StoredPoints {
  return Object.fromEntries(
    STORED_COLUMNS.map((name) => [name, points[name].subarray(first, end)]),
  ) as unknown as StoredPoints; // every column is a key
}

export function visible({ at, batch }: StoredPoints, { from, to }: PointRange, dead: ReadonlySet<number>): Uint32Array {
  const order = Uint32Array.from(at, (_, i) => i);
  order.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || (batch[a] ?? 0) - (batch[b] ?? 0));
  const alive = order.filter((i) => (at[i] ?? 0) >= from && (at[i] ?? 0) <= to && !dead.has(batch[i] ?? 0));
  return alive.filter((place, i) => i === alive.length - 1 || at[place] !== at[alive[i + 1] ?? 0]);
}

function pick(points: StoredPoints, columns: readonly StoredColumn[], places: Uint32Array): StoredPoints {
  const kept = emptyPoints(places.length, columns);
  for (const name of columns)
    for (const [i, place] of places.entries()) kept[name][i] = points[name][place] ?? Number.NaN;
  return kept;
}

/** Is told the points that are written in runs of at most `SEGMENT_POINTS`, each as a segment has it; `null`: it went to the tail. */
export type RunTaker = (points: StoredPoints, from: number, to: number, encoded: Encoded | null) => void;

/** Adds points that are in the order of time; those that do not fill a segment wait in the tail. */
export function writePoints(
  statements: PointStatements,
  seriesId: number,
  points: StoredPoints,
  take: RunTaker = () => {},
): void {
  const count = points.at.length;
  let from = 0;
  while (count - from >= SMALLEST_SEGMENT) {
    const to = Math.min(from + SEGMENT_POINTS, count);
    take(points, from, to, writeSegment(statements, seriesId, points, from, to));
    from = to;
  }
  if (from < count) take(points, from, count, null);
  for (let i = from; i < count; i += 1) {
    statements.insertTail.run(
      seriesId,
      ...STORED_COLUMNS.map((name) => {
        const value = points[name][i] ?? Number.NaN;
        return Number.isNaN(value) ? null : value;
      }),
    );
  }
  if (from < count && (statements.countTail.get(seriesId) ?? 0) >= SEGMENT_POINTS) foldTail(statements, seriesId);
}

/** The tail has grown to the size of a segment: its rows become columns, each with its batch. */
function foldTail(statements: PointStatements, seriesId: number): void {
  const rows = statements.tail.all(seriesId, ALL_TIME.from, ALL_TIME.to);
  const points = emptyPoints(rows.length, STORED_COLUMNS);
  for (const [i, row] of rows.entries())
    for (const [index, name] of STORED_COLUMNS.entries()) points[name][i] = row[index] ?? Number.NaN;
  statements.clearTail.run(seriesId);
  for (let from = 0; from < rows.length; from += SEGMENT_POINTS)
    writeSegment(statements, seriesId, points, from, Math.min(from + SEGMENT_POINTS, rows.length));
}

function writeSegment(
  statements: PointStatements,
  seriesId: number,
  points: StoredPoints,
  from: number,
  to: number,
): Encoded {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let worst = -1;
  let firstBatch = Number.POSITIVE_INFINITY;
  let lastBatch = 0;
  for (let i = from; i < to; i += 1) {
    const value = points.value[i] ?? Number.NaN;
    if (!Number.isNaN(value)) {
      min = Math.min(min, value);
      max = Math.max(max, value);
      sum += value;
    }
    const verdict = points.verdict[i] ?? Number.NaN;
    if (verdict > worst) worst = verdict;
    firstBatch = Math.min(firstBatch, points.batch[i] ?? 0);
    lastBatch = Math.max(lastBatch, points.batch[i] ?? 0);
  }
  const known = min <= max;
  const last = points.value[to - 1] ?? Number.NaN;
  const encoded = encodeBlock(
    STORED_COLUMNS.map((name) => points[name]),
    from,
    to,
  );
  statements.insertSegment.run(
    seriesId,
    points.at[from],
    points.at[to - 1],
    firstBatch,
    lastBatch,
    to - from,
    known ? min : null,
    known ? max : null,
    known ? sum : null,
    Number.isNaN(last) ? null : last,
    worst < 0 ? null : worst,
    encoded.block,
  );
  return encoded;
}
