import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { allPoints, putPoints } from './sqlite/all-points';
import { emptyPoints, STORED_COLUMNS, type StoredColumn } from './sqlite/points';

/** A number as JSON holds it: `null` where there is none, and infinity as a text. */
type ToldNumber = number | string | null;
export type ToldPoints = Readonly<Record<StoredColumn, readonly ToldNumber[]>>;

/** All points of the file as lists of numbers that JSON can hold. */
export function* toldPoints(read: ReadHandle): Generator<{ readonly series: number; readonly points: ToldPoints }> {
  for (const { series, points } of allPoints(sqlite(read)))
    yield {
      series,
      points: Object.fromEntries(
        STORED_COLUMNS.map((name) => [name, Array.from(points[name], toldNumber)]),
      ) as unknown as ToldPoints, // each of the columns; fromEntries forgets them
    };
}

const toldNumber = (value: number): ToldNumber => {
  if (Number.isNaN(value)) return null;
  return Number.isFinite(value) ? value : String(value);
};

/** Takes such lists into a file that is being made. @throws Error where a column is missing or of another length */
export function pointTaker(read: ReadHandle): (series: number, points: Readonly<Record<string, unknown>>) => void {
  const put = putPoints(sqlite(read));
  return (series, told) => {
    const count = Array.isArray(told.at) ? told.at.length : 0;
    const points = emptyPoints(count, STORED_COLUMNS);
    for (const name of STORED_COLUMNS) {
      const column: unknown = told[name];
      if (!Array.isArray(column) || column.length !== count)
        throw new Error(`its column ${name} has not ${count} numbers`);
      for (const [place, value] of column.entries()) points[name][place] = value === null ? Number.NaN : Number(value);
    }
    put({ series, points });
  };
}
