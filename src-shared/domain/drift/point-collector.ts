import { instantMs } from '../base/calendar';
import {
  type Distribution,
  POINT_COLUMNS,
  type PointColumn,
  type PointColumns,
  type PointValues,
  type SeriesResults,
  TOOL_VERDICTS,
} from './result-columns';

const SMALLEST = 32;
/** So many times are remembered: a file of daily windows has a few thousand of them, each a thousand times. */
const MOST_TIMES = 20_000;

/** Times as texts and numbers: one that came before is not read again. */
export class Clock {
  private readonly read = new Map<string, number>();

  ms(text: string): number {
    let ms = this.read.get(text);
    if (ms === undefined) {
      ms = instantMs(text);
      if (this.read.size >= MOST_TIMES) this.read.clear();
      this.read.set(text, ms);
    }
    return ms;
  }
}

/** One column as it comes; as long as all of its numbers are alike it takes no memory. */
class Column {
  private values: Float64Array<ArrayBuffer> | null = null;
  private alike = Number.NaN;

  push(value: number, at: number): void {
    if (this.values !== null) {
      if (at === this.values.length) this.values = grown(this.values, at * 2);
      this.values[at] = value;
    } else if (at === 0) {
      this.alike = value;
    } else if (!Object.is(value, this.alike)) {
      this.values = new Float64Array(Math.max(SMALLEST, 2 ** Math.ceil(Math.log2(at + 1))));
      this.values.fill(this.alike, 0, at);
      this.values[at] = value;
    }
  }

  get bytes(): number {
    return this.values?.byteLength ?? 0;
  }

  numbers(length: number, constants: Constants): Float64Array<ArrayBuffer> {
    return this.values?.subarray(0, length) ?? constantOf(this.alike, length, constants);
  }
}

/** Columns of one number each, shared by all series: nobody writes into what was collected. */
export type Constants = Map<number, Float64Array<ArrayBuffer>>;

function constantOf(value: number, length: number, constants: Constants): Float64Array<ArrayBuffer> {
  let known = constants.get(value);
  if (!known || known.length < length) {
    known = new Float64Array(length * 2).fill(value);
    constants.set(value, known);
  }
  return known.subarray(0, length);
}

function grown(values: Float64Array, length: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(length);
  larger.set(values);
  return larger;
}

/** The points of one series as they come, in any order. */
export class PointCollector {
  length = 0;
  private readonly columns = POINT_COLUMNS.map(() => new Column());
  private readonly distributions = new Map<number, Distribution>();
  private ascending = true;
  private lastAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly clock: Clock) {}

  /** Memory of the columns. */
  get bytes(): number {
    return this.columns.reduce((sum, column) => sum + column.bytes, 0);
  }

  add(result: PointValues): void {
    const { columns, length } = this;
    const at = this.clock.ms(result.at);
    if (!(this.lastAt < at)) this.ascending = false;
    this.lastAt = at;
    const start = result.windowStart === null ? Number.NaN : this.clock.ms(result.windowStart);
    // In the order of POINT_COLUMNS. + 0: a file does not keep the sign of a zero, so the same result would come again
    // as another one.
    columns[0]?.push(at, length);
    columns[1]?.push(at - start, length);
    columns[2]?.push((result.value ?? Number.NaN) + 0, length);
    columns[3]?.push((result.nRef ?? Number.NaN) + 0, length);
    columns[4]?.push((result.nCur ?? Number.NaN) + 0, length);
    columns[5]?.push(result.nBins ?? Number.NaN, length);
    columns[6]?.push((result.lower ?? Number.NaN) + 0, length);
    columns[7]?.push((result.upper ?? Number.NaN) + 0, length);
    columns[8]?.push(result.verdict === null ? Number.NaN : TOOL_VERDICTS.indexOf(result.verdict), length);
    columns[9]?.push(result.row ?? Number.NaN, length);
    if (result.distribution) this.distributions.set(at, result.distribution);
    else if (this.distributions.size > 0) this.distributions.delete(at);
    this.length += 1;
  }

  /** In the order of time and each time once: of several the one that came last. */
  finish(constants: Constants): Pick<SeriesResults, 'points' | 'distributions'> {
    const points = columnsOf((index) => this.columns[index]?.numbers(this.length, constants) ?? new Float64Array());
    const { distributions } = this;
    return { points: this.ascending ? points : pickedFrom(points, lastOfEachTime(points.at)), distributions };
  }
}

/** Results of one series that came under several names: of several for one time that further down the file counts. */
export function mergedResults(parts: readonly Pick<SeriesResults, 'points' | 'distributions'>[]) {
  const points = columnsOf((index) => {
    const name = POINT_COLUMNS[index] ?? 'at';
    return Float64Array.from(parts.flatMap((part) => [...part.points[name]]));
  });
  const source = parts.flatMap((part, index) => Array.from(part.points.at, () => index));
  const order = lastOfEachTime(points.at, points.row);
  const distributions = new Map<number, Distribution>();
  for (const place of order) {
    const at = points.at[place] ?? 0;
    const distribution = parts[source[place] ?? 0]?.distributions.get(at);
    if (distribution) distributions.set(at, distribution);
  }
  return { points: pickedFrom(points, order), distributions };
}

const columnsOf = (columnAt: (index: number) => Float64Array<ArrayBuffer>): PointColumns =>
  Object.fromEntries(POINT_COLUMNS.map((name, index) => [name, columnAt(index)])) as Record<
    PointColumn,
    Float64Array<ArrayBuffer>
  >; // every column is a key

const pickedFrom = (points: PointColumns, order: readonly number[]): PointColumns =>
  columnsOf((index) => {
    const column = points[POINT_COLUMNS[index] ?? 'at'];
    return Float64Array.from(order, (place) => column[place] ?? Number.NaN);
  });

/** The places of the points in the order of time; of those with one time only the last: by its row, then as they came. */
function lastOfEachTime(at: Float64Array, rows?: Float64Array): readonly number[] {
  const later = (a: number, b: number): number => (rows?.[a] ?? 0) - (rows?.[b] ?? 0) || a - b;
  const order = Array.from(at, (_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || later(a, b));
  return order.filter((place, i) => at[place] !== at[order[i + 1] ?? -1]);
}
