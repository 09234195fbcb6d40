import { POINT_COLUMNS, type PointColumns } from '#domain/drift/result-columns';
import { type PointStatements, readPoints, type StoredPoints } from './points';

export interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

export interface FreshPlaces extends Counts {
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
