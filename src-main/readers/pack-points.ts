import type { Problem } from '#contract/imports/parts';
import { type Distribution, TOOL_VERDICTS } from '#domain/drift/result-columns';
import { detached } from '../importers/detached';
import type { DriftPoint, DriftSink } from '../importers/drift/reading';
import { type PackedTexts, packTexts, unpackTexts } from './pack-texts';

/** What points of one series have in common. */
type Common = Pick<
  DriftPoint,
  'name' | 'column' | 'metric' | 'method' | 'base' | 'binning' | 'source' | 'modelVersion'
>;

/** The numbers of a point: `value` to `row`, verdict, series, time and begin of the window. */
const WIDTH = 11;
/** In place of a place: there is none. */
const NONE = -1;
/** Room for the numbers of so many points is made at once. */
const ROOM = 5_000;
/** Series that both sides remember beyond a piece; a file of more of them gives each piece those that it needs. */
const MOST_KNOWN = 20_000;

/** Points column by column: an object each would say the name of every field again. */
export interface PointsPiece {
  readonly problems: readonly { readonly problem: Problem; readonly rows: number | undefined }[];
  /** The series of the pieces before are not meant any more. */
  readonly anew: boolean;
  /** Series that no piece before had; they count on from those. */
  readonly commons: readonly Common[];
  /** `WIDTH` a point; NaN = not known. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Each time once. */
  readonly times: readonly string[];
  /** The place of each. */
  readonly pointers: PackedTexts;
  /** By the point's place in the piece. */
  readonly distributions: ReadonlyMap<number, Distribution>;
}

/** Collects points until somebody takes them. */
export class PointPacker implements DriftSink {
  private problems: { problem: Problem; rows: number | undefined }[] = [];
  private readonly series = new SeriesPlaces();
  private numbers = new Float64Array(ROOM * WIDTH);
  private times: string[] = [];
  private timePlaces = new Map<string, number>();
  private pointers: string[] = [];
  private distributions = new Map<number, Distribution>();

  constructor(private readonly full: () => void) {}

  get size(): number {
    return this.pointers.length + this.problems.length;
  }

  problem(problem: Problem, rows?: number): void {
    this.problems.push({ problem, rows });
    this.full();
  }

  point(point: DriftPoint, pointer: string): void {
    const place = this.pointers.length;
    if (point.distribution) this.distributions.set(place, point.distribution);
    const at = place * WIDTH;
    if (at === this.numbers.length) this.grow();
    const { numbers } = this;
    // Field by field: this runs for each of millions of points.
    numbers[at] = point.value ?? Number.NaN;
    numbers[at + 1] = point.nRef ?? Number.NaN;
    numbers[at + 2] = point.nCur ?? Number.NaN;
    numbers[at + 3] = point.nBins ?? Number.NaN;
    numbers[at + 4] = point.lower ?? Number.NaN;
    numbers[at + 5] = point.upper ?? Number.NaN;
    numbers[at + 6] = point.row ?? Number.NaN;
    numbers[at + 7] = point.verdict === null ? NONE : TOOL_VERDICTS.indexOf(point.verdict);
    numbers[at + 8] = this.series.placeOf(point);
    numbers[at + 9] = this.timePlace(point.at);
    numbers[at + 10] = point.windowStart === null ? NONE : this.timePlace(point.windowStart);
    this.pointers.push(pointer);
    this.full();
  }

  take(): PointsPiece {
    const { problems, times, distributions } = this;
    const used = this.pointers.length * WIDTH;
    const whole = used === this.numbers.length;
    const piece = {
      ...{ problems, times, distributions },
      ...this.series.take(),
      numbers: whole ? this.numbers : this.numbers.slice(0, used),
      pointers: packTexts(this.pointers),
    };
    // What was given goes to another thread, memory and all.
    if (whole) this.numbers = new Float64Array(ROOM * WIDTH);
    [this.problems, this.times, this.pointers] = [[], [], []];
    [this.timePlaces, this.distributions] = [new Map(), new Map()];
    return piece;
  }

  private timePlace(time: string): number {
    const known = this.timePlaces.get(time);
    if (known !== undefined) return known;
    this.timePlaces.set(time, this.times.length);
    return this.times.push(time) - 1;
  }

  private grow(): void {
    const wider = new Float64Array(2 * this.numbers.length);
    wider.set(this.numbers);
    this.numbers = wider;
  }
}

/** The numbers that series are called by on the way. */
class SeriesPlaces {
  private known: Common[] = [];
  private places = new Map<string, number>();
  /** Series that came after each the last time: files go through them in the same order again and again. */
  private after: number[] = [];
  private last = NONE;
  private given = 0;
  private anew = false;

  placeOf(point: DriftPoint): number {
    const { known, after, last } = this;
    const guess = after[last];
    const place =
      guess !== undefined && sameSeries(known[guess], point)
        ? guess
        : sameSeries(known[last], point)
          ? last
          : this.findPlace(point);
    if (last !== NONE) after[last] = place;
    this.last = place;
    return place;
  }

  take(): Pick<PointsPiece, 'anew' | 'commons'> {
    const { anew } = this;
    const commons = this.known.slice(this.given);
    this.given = this.known.length;
    this.anew = this.given > MOST_KNOWN;
    if (this.anew) {
      [this.known, this.places, this.after] = [[], new Map(), []];
      [this.last, this.given] = [NONE, 0];
    }
    return { anew, commons };
  }

  private findPlace({ name, column, metric, method, base, binning, source, modelVersion }: DriftPoint): number {
    const key = `${name}\0${column}\0${metric}\0${method}\0${base}\0${binning}\0${source.tool}\0${source.version}\0${modelVersion}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const common = {
      ...{ name: own(name), column: own(column), metric, method: own(method), base, binning: own(binning), source },
      ...(modelVersion !== undefined && { modelVersion: own(modelVersion) }),
    };
    this.places.set(key, this.known.length);
    return this.known.push(common) - 1;
  }
}

/** They outlive the part of the file that they were cut from. */
const own = (text: string): string => (text === '' ? '' : detached(text));

const sameSeries = (a: Common | undefined, b: Common): boolean =>
  a !== undefined &&
  a.name === b.name &&
  a.column === b.column &&
  a.metric === b.metric &&
  a.method === b.method &&
  a.base === b.base &&
  a.binning === b.binning &&
  a.source.tool === b.source.tool &&
  a.source.version === b.source.version &&
  a.modelVersion === b.modelVersion;

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);

/** Gives the points of pieces to `sink`, piece by piece in the order in which they were taken. */
export function pointUnpacker(sink: DriftSink): (piece: PointsPiece) => void {
  let series: Common[] = [];
  return ({ problems, anew, commons, numbers, times, pointers, distributions }) => {
    for (const { problem, rows } of problems) sink.problem(problem, rows);
    if (anew) series = [];
    for (const common of commons) series.push(common);
    const said = unpackTexts(pointers);
    for (let place = 0, at = 0; at < numbers.length; place += 1, at += WIDTH) {
      const common = series[numbers[at + 8] ?? NONE];
      if (!common) throw new Error('a point of no series');
      const { name, column, metric, method, base, binning, source, modelVersion } = common;
      // Field by field: this runs for each of millions of points.
      const point: { -readonly [K in keyof DriftPoint]: DriftPoint[K] } = {
        name,
        column,
        metric,
        method,
        base,
        binning,
        source,
        at: times[numbers[at + 9] ?? NONE] ?? '',
        windowStart: times[numbers[at + 10] ?? NONE] ?? null,
        value: known(numbers[at]),
        nRef: known(numbers[at + 1]),
        nCur: known(numbers[at + 2]),
        nBins: known(numbers[at + 3]),
        lower: known(numbers[at + 4]),
        upper: known(numbers[at + 5]),
        row: known(numbers[at + 6]),
        verdict: TOOL_VERDICTS[numbers[at + 7] ?? NONE] ?? null,
        distribution: distributions.get(place) ?? null,
      };
      if (modelVersion !== undefined) point.modelVersion = modelVersion;
      sink.point(point, said[place] ?? '');
    }
  };
}
