import { thinnedPlaces } from '#domain/drift/thin-out';
import { columnReaders } from './codec';
import {
  decodeBlocks,
  emptyPoints,
  isPlain,
  type PointRange,
  type PointStatements,
  readBlocks,
  STORED_COLUMNS,
  type StoredBlocks,
  type StoredPoints,
  visible,
  within,
} from './points';

export interface ThinnedPoints {
  /** How many count in the range. */
  readonly n: number;
  readonly points: StoredPoints;
}

/**
 * At most `most` of the points that count, chosen by `thinnedPlaces` and all of their columns. Of a million points only
 * times, batches and values are decoded to choose by; the other columns only where a chosen point lies.
 */
export function readThinned(
  statements: PointStatements,
  seriesId: number,
  range: PointRange,
  dead: ReadonlySet<number>,
  most: number,
): ThinnedPoints {
  const blocks = readBlocks(statements, seriesId, range);
  const all = decodeBlocks(blocks, ['at', 'batch', 'value']);
  if (isPlain(all, dead)) {
    const shown = within(all, range);
    const before = (shown.at.byteOffset - all.at.byteOffset) / shown.at.BYTES_PER_ELEMENT;
    const places = thinnedPlaces(shown.value, most).map((place) => place + before);
    return { n: shown.at.length, points: pointsAt(blocks, places) };
  }
  const order = visible(all, range, dead);
  const values = Float64Array.from(order, (place) => all.value[place] ?? Number.NaN);
  const places = thinnedPlaces(values, most).map((place) => order[place] ?? 0);
  return { n: order.length, points: pointsAt(blocks, places) };
}

/** All columns of the points at these places, in their order. */
function pointsAt({ segments, tail }: StoredBlocks, places: Uint32Array): StoredPoints {
  const points = emptyPoints(places.length, STORED_COLUMNS);
  const ascending = Uint32Array.from(places, (_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  let [next, offset] = [0, 0];
  /** Takes what lies in the coming `count` places. */
  const take = (count: number, readers: () => readonly ((place: number) => number)[]): void => {
    let found: ReturnType<typeof readers> | null = null;
    for (; next < ascending.length; next += 1) {
      const target = ascending[next] ?? 0;
      const place = (places[target] ?? 0) - offset;
      if (place >= count) break;
      found ??= readers();
      for (const [column, name] of STORED_COLUMNS.entries())
        points[name][target] = found[column]?.(place) ?? Number.NaN;
    }
    offset += count;
  };
  for (const [n, block] of segments) take(n, () => columnReaders(block));
  take(tail.length, () => STORED_COLUMNS.map((_, column) => (place) => tail[place]?.[column] ?? Number.NaN));
  return points;
}
