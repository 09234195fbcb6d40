import type Database from 'better-sqlite3';
import { type CollectedResults, POINT_COLUMNS, type PointColumns } from '#domain/drift/result-columns';
import { findSeriesId, type IndexStatements, indexStatements } from './sqlite/index-days';
import { type PointStatements, pointStatements, readPoints, type StoredPoints } from './sqlite/points';

export interface Comparison {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface FreshPlaces extends Comparison {
  /** Of the points that are not stored yet in this way. */
  readonly places: readonly number[];
  /** Batches that brought what came again. */
  readonly reliesOn: ReadonlySet<number>;
}

/** Holds the points of one series, in the order of time, against what is stored of it. */
export function freshPlaces(
  statements: PointStatements,
  seriesId: number,
  points: PointColumns,
  dead: ReadonlySet<number>,
): FreshPlaces {
  const { length } = points.at;
  const [first, last] = [points.at[0] ?? 0, points.at[length - 1] ?? 0];
  const all = Array.from({ length }, (_, place) => place);
  const reliesOn = new Set<number>();
  if (first > Number(statements.lastAt.get(seriesId, seriesId)))
    return { places: all, created: length, updated: 0, unchanged: 0, reliesOn };
  const known = readPoints(statements, seriesId, { from: first, to: last }, dead);
  const counts = { created: 0, updated: 0, unchanged: 0 };
  let i = 0;
  const places = all.filter((place) => {
    const at = points.at[place] ?? 0;
    while ((known.at[i] ?? Number.POSITIVE_INFINITY) < at) i += 1;
    if (known.at[i] !== at) {
      counts.created += 1;
      return true;
    }
    if (isSame(points, place, known, i)) {
      counts.unchanged += 1;
      reliesOn.add(known.batch[i] ?? 0);
      return false;
    }
    counts.updated += 1;
    return true;
  });
  return { places, ...counts, reliesOn };
}

/** The line of the file may be another one; everything else makes another result. */
function isSame(points: PointColumns, place: number, known: StoredPoints, i: number): boolean {
  return POINT_COLUMNS.every((name) => name === 'row' || Object.is(points[name][place], known[name][i]));
}

/** This often the engine lets other calls have their turn. */
const POINTS_PER_TURN = 50_000;

/**
 * What an append of these results would do; writes nothing.
 *
 * @param progress called now and then; what it throws (a cancel) ends the work
 */
export async function compareResults(
  db: Database.Database,
  { series }: Pick<CollectedResults, 'series'>,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Comparison> {
  const statements: PointStatements & IndexStatements = { ...pointStatements(db), ...indexStatements(db) };
  const dead = new Map<string, ReadonlySet<number>>();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  const total = series.reduce((sum, { points }) => sum + points.at.length, 0);
  let [done, told] = [0, 0];
  for (const { key, points } of series) {
    done += points.at.length;
    if (done - told >= POINTS_PER_TURN) {
      told = done;
      progress(done, total);
      await new Promise((resolve) => setImmediate(resolve));
    }
    const id = findSeriesId(statements, key);
    if (id === null) {
      counts.created += points.at.length;
      continue;
    }
    const gone = dead.get(key.modelId) ?? new Set(statements.deadBatches.all(key.modelId));
    dead.set(key.modelId, gone);
    const { created, updated, unchanged } = freshPlaces(statements, id, points, gone);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += unchanged;
  }
  return counts;
}
