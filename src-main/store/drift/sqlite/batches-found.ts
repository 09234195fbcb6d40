import type Database from 'better-sqlite3';
import { POINT_COLUMNS } from '#domain/drift/result-columns';
import type { DriftSeriesRow } from '../tables';
import { BatchDigest, SeriesDigest, seriesText } from './batch-digest';
import { countOf, decodeColumns, UnknownKind } from './codec';
import {
  ALL_TIME,
  decodeBlocks,
  emptyPoints,
  type PointStatements,
  pointStatements,
  readBlocks,
  SEGMENT_POINTS,
  STORED_COLUMNS,
  type StoredPoints,
} from './points';

export interface Series {
  readonly id: number;
  readonly column: string;
  readonly metric: string;
}

/** What lies in the file of one batch, whether it counts or not. */
export interface FoundBatch {
  readonly digest: string;
  /** In the order in which they are digested. */
  readonly series: readonly Series[];
}

export interface FoundBatches {
  readonly byNo: ReadonlyMap<number, FoundBatch>;
  readonly points: number;
  /** Series with a segment that is not as it was written: readers do not get its points, or look for them elsewhere. */
  readonly broken: readonly Series[];
}

interface Draft {
  readonly digest: BatchDigest;
  readonly series: Series[];
}

type Told = readonly [batch: number, at: number, content: string];

/**
 * Digests the batches of a model anew, from what lies in the file.
 *
 * @param wanted numbers of batches; `null`: all of them
 */
export async function findBatches(
  db: Database.Database,
  modelId: string,
  wanted: ReadonlySet<number> | null,
  breath: () => Promise<void> = async () => {},
): Promise<FoundBatches> {
  const statements = pointStatements(db);
  const distributions = db
    .prepare<[number], Told>('SELECT batch, at, content FROM drift_distributions WHERE series_id = ? ORDER BY at')
    .raw();
  const drafts = new Map<number, Draft>();
  const broken: Series[] = [];
  let points = 0;
  for (const { text, ...series } of seriesOf(db, modelId)) {
    try {
      checkSegments(db, series.id);
      const found = pointsByBatch(statements, series.id, wanted);
      const told = distributionsByBatch(distributions.all(series.id));
      for (const no of new Set([...found.keys(), ...told.keys()])) {
        if (wanted !== null && !wanted.has(no)) continue;
        const own = found.get(no) ?? emptyPoints(0, POINT_COLUMNS);
        const draft = drafts.get(no) ?? { digest: new BatchDigest(), series: [] };
        drafts.set(no, draft);
        draft.digest.add(digestOf(text, own, told.get(no) ?? []));
        draft.series.push(series);
        points += own.at.length;
      }
    } catch (error) {
      if (!isOfTheRows(error)) throw error;
      broken.push(series);
    }
    await breath();
  }
  const byNo = new Map([...drafts].map(([no, { digest, series }]) => [no, { digest: digest.finish(), series }]));
  return { byNo, points, broken };
}

function distributionsByBatch(rows: readonly Told[]): ReadonlyMap<number, readonly Told[]> {
  const byBatch = new Map<number, Told[]>();
  for (const row of rows) {
    const own = byBatch.get(row[0]);
    if (own) own.push(row);
    else byBatch.set(row[0], [row]);
  }
  return byBatch;
}

/** In the order of their texts. */
function seriesOf(db: Database.Database, modelId: string): readonly (Series & { readonly text: string })[] {
  const rows = db.prepare<[string], DriftSeriesRow>('SELECT * FROM drift_series WHERE model_id = ?').all(modelId);
  return rows
    .map(({ id, column_name: column, metric, method, base, binning, tool }) => ({
      ...{ id, column, metric },
      text: seriesText({ column, metric, method, base, binning, tool }),
    }))
    .sort((a, b) => (a.text < b.text ? -1 : 1));
}

class BrokenSegment extends Error {}

/** What a block says that nobody wrote, and not what a disk or a connection says. */
const isOfTheRows = (error: unknown): boolean =>
  error instanceof BrokenSegment || error instanceof RangeError || error instanceof UnknownKind;

/** The columns by which points are looked for are those of the points. */
function checkSegments(db: Database.Database, seriesId: number): void {
  const rows = db
    .prepare<[number], { n: number; from_at: number; to_at: number; points: Buffer }>(
      'SELECT n, from_at, to_at, points FROM drift_segments WHERE series_id = ?',
    )
    .iterate(seriesId);
  for (const { n, from_at, to_at, points } of rows) {
    if (n < 1 || n > SEGMENT_POINTS || countOf(points) !== n) throw new BrokenSegment();
    const at = new Float64Array(n);
    decodeColumns(points, [0], [at], 0);
    if (at[0] !== from_at || at[n - 1] !== to_at) throw new BrokenSegment();
  }
}

/** Each in the order of time. */
function pointsByBatch(
  statements: PointStatements,
  seriesId: number,
  wanted: ReadonlySet<number> | null,
): ReadonlyMap<number, StoredPoints> {
  const blocks = readBlocks(statements, seriesId, ALL_TIME);
  if (wanted !== null && !decodeBlocks(blocks, ['batch']).batch.some((no) => wanted.has(no))) return new Map();
  const all = decodeBlocks(blocks, STORED_COLUMNS);
  const places = new Map<number, number[]>();
  for (let place = 0; place < all.at.length; place += 1) {
    const no = all.batch[place] ?? 0;
    const own = places.get(no);
    if (own) own.push(place);
    else places.set(no, [place]);
  }
  return new Map([...places].map(([no, own]) => [no, pointsAt(all, inTime(all, own))]));
}

function inTime({ at }: StoredPoints, places: number[]): readonly number[] {
  const ordered = places.every((place, i) => i === 0 || (at[places[i - 1] ?? 0] ?? 0) < (at[place] ?? 0));
  return ordered ? places : places.sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
}

function pointsAt(all: StoredPoints, places: readonly number[]): StoredPoints {
  const points = emptyPoints(places.length, POINT_COLUMNS);
  for (const name of POINT_COLUMNS)
    for (let i = 0; i < places.length; i += 1) points[name][i] = all[name][places[i] ?? 0] ?? Number.NaN;
  return points;
}

function digestOf(text: string, points: StoredPoints, distributions: readonly Told[]): Buffer {
  const count = points.at.length;
  const digest = new SeriesDigest(text, count);
  for (let from = 0; from < count; from += SEGMENT_POINTS)
    digest.run(points, from, Math.min(from + SEGMENT_POINTS, count), null);
  for (const [, at, content] of distributions) digest.distribution(at, content);
  return digest.finish();
}
