import { createHash } from 'node:crypto';
import { wellFormed } from '#domain/base/well-formed';
import { POINT_COLUMNS, type SeriesKey } from '#domain/drift/result-columns';
import { beforeConstant, columnsIn, type Encoded, encodeBlock } from './codec';
import type { StoredPoints } from './points';

/**
 * The digest of what a batch recorded, which is a cell of its row and so in the hash of the entry that wrote it. It is the same
 * wherever the points lie (segments, tail, a copy for another model, another computer) and whatever ids they have there.
 *
 * A **series** of the batch is digested (SHA-256) as
 *   - `seriesText` and how many points there are, as JSON, and a line feed;
 *   - its points in the order of time, in runs of 1,000: of each run the ten `POINT_COLUMNS` as a segment holds them (`codec.ts`:
 *     kind, length, bytes), −0 as 0 and what is not known as the one NaN of JavaScript;
 *   - of each distribution, in the order of time, `[at, content]` as JSON and a line feed.
 *
 * The **batch** is the SHA-256 of the digests of its series in the order of their texts (UTF-16 code units, as JavaScript sorts). Two
 * sums stand behind it, of the first 32 bits of each: by itself, and times its place. Of two digests of one batch they tell which
 * series it is where one alone differs, without a digest of each being kept.
 */
const PRIME = 67_108_859; // below 2^26: products of two remainders are exact
const WIDTH = 7;

interface SeriesParts extends Omit<SeriesKey, 'modelId' | 'base'> {
  readonly base: string | null;
}

/** What a series is told apart by within its model. */
export const seriesText = ({ column, metric, method, base, binning, tool }: SeriesParts): string =>
  JSON.stringify([column, metric, method, base ?? '', binning, tool].map(wellFormed));

export class SeriesDigest {
  private readonly hash = createHash('sha256');

  constructor(text: string, count: number) {
    this.hash.update(`[${text},${count}]\n`);
  }

  /**
   * The next run of points, in the order of time.
   *
   * @param encoded the run as a segment that has one batch; `null`: it is in none
   */
  readonly run = (points: StoredPoints, from: number, to: number, encoded: Encoded | null): void => {
    if (to - from === 1) this.hash.update(columnsIn(onePoint(points, from)));
    else if (encoded?.canonical === true) this.hash.update(beforeConstant(encoded.block));
    else this.hash.update(columnsIn(canonicalBlock(points, from, to)));
  };

  distribution(at: number, content: string): void {
    this.hash.update(`${JSON.stringify([at, content])}\n`);
  }

  finish(): Buffer {
    return this.hash.digest();
  }
}

/** Most runs of those who record day by day: each column is constant, and nothing has to be found out. */
function onePoint(points: StoredPoints, place: number): Buffer {
  for (const [at, name] of POINT_COLUMNS.entries()) {
    const value = points[name][place] ?? Number.NaN;
    ONE.writeDoubleLE(Number.isNaN(value) ? Number.NaN : value + 0, 8 + 16 * at + 8);
  }
  return ONE;
}

const ONE = encodeBlock(
  POINT_COLUMNS.map(() => Float64Array.of(0)),
  0,
  1,
).block;

function canonicalBlock(points: StoredPoints, from: number, to: number): Buffer {
  const columns = POINT_COLUMNS.map((name) => points[name]);
  const { block, canonical } = encodeBlock(columns, from, to);
  if (canonical) return block;
  const one = columns.map((column) =>
    column.slice(from, to).map((value) => (Number.isNaN(value) ? Number.NaN : value + 0)),
  );
  return encodeBlock(one, 0, to - from).block;
}

export class BatchDigest {
  private readonly hash = createHash('sha256');
  private count = 0;
  private sum = 0;
  private placed = 0;

  /** The next series, in the order of their texts. */
  add(series: Buffer): void {
    this.hash.update(series);
    this.count += 1;
    const part = series.readUInt32BE(0) % PRIME;
    this.sum = (this.sum + part) % PRIME;
    this.placed = (this.placed + (((this.count % PRIME) * part) % PRIME)) % PRIME;
  }

  finish(): string {
    return `${this.hash.digest('hex')}.${padded(this.sum)}.${padded(this.placed)}`;
  }
}

const padded = (sum: number): string => sum.toString(16).padStart(WIDTH, '0');

/**
 * Which series (its place, from 0 on) is another one, of two digests of a batch that has `count` of them; `null`: several are, or it
 * cannot be told.
 */
export function onlyDifferent(said: string, found: string, count: number): number | null {
  const [before, after] = [sumsOf(said), sumsOf(found)];
  if (before === null || after === null) return null;
  const change = (after[0] - before[0] + PRIME) % PRIME;
  const placed = (after[1] - before[1] + PRIME) % PRIME;
  if (change === 0) return null;
  const place = (placed * power(change, PRIME - 2)) % PRIME; // the inverse, by Fermat
  return place >= 1 && place <= count ? place - 1 : null;
}

function sumsOf(digest: string): readonly [number, number] | null {
  const [, sum = '', placed = ''] = digest.split('.');
  return /^[0-9a-f]{7}$/.test(sum) && /^[0-9a-f]{7}$/.test(placed)
    ? [Number.parseInt(sum, 16), Number.parseInt(placed, 16)]
    : null;
}

function power(base: number, exponent: number): number {
  let [result, factor] = [1, base % PRIME];
  for (let left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * factor) % PRIME;
    factor = (factor * factor) % PRIME;
  }
  return result;
}
