import type { Problem } from '#contract/imports/parts';
import { type Distribution, TOOL_VERDICTS } from '#domain/drift/result-columns';
import type { DriftPoint, DriftSink } from '../importers/drift/reading';
import { type PackedTexts, packTexts, unpackTexts } from './pack-texts';

/** What points of one series have in common. */
type Common = Pick<
  DriftPoint,
  'name' | 'column' | 'metric' | 'method' | 'base' | 'binning' | 'source' | 'modelVersion'
>;

const NUMBERS = ['value', 'nRef', 'nCur', 'nBins', 'lower', 'upper', 'row'] as const;
/** The numbers of a point besides: which series, which verdict. */
const WIDTH = NUMBERS.length + 2;
const TEXTS = 3;

/** Points column by column: an object each would say the name of every field again. */
export interface PointsPiece {
  readonly problems: readonly { readonly problem: Problem; readonly rows: number | undefined }[];
  readonly commons: readonly Common[];
  /** `WIDTH` a point; NaN = not known. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** Time, begin of the window ('' = not known) and place of each. */
  readonly texts: PackedTexts;
  /** By the point's place in the piece. */
  readonly distributions: ReadonlyMap<number, Distribution>;
}

/** Collects points until somebody takes them. */
export class PointPacker implements DriftSink {
  private problems: { problem: Problem; rows: number | undefined }[] = [];
  private commons: Common[] = [];
  private places = new Map<string, number>();
  private numbers: number[] = [];
  private texts: string[] = [];
  private distributions = new Map<number, Distribution>();
  private last: number | null = null;

  constructor(private readonly full: () => void) {}

  get size(): number {
    return this.texts.length / TEXTS + this.problems.length;
  }

  problem(problem: Problem, rows?: number): void {
    this.problems.push({ problem, rows });
    this.full();
  }

  point(point: DriftPoint, pointer: string): void {
    if (point.distribution) this.distributions.set(this.texts.length / TEXTS, point.distribution);
    for (const name of NUMBERS) this.numbers.push(point[name] ?? Number.NaN);
    this.numbers.push(point.verdict === null ? -1 : TOOL_VERDICTS.indexOf(point.verdict), this.placeOf(point));
    this.texts.push(point.at, point.windowStart ?? '', pointer);
    this.full();
  }

  take(): PointsPiece {
    const { problems, commons, distributions } = this;
    const piece = {
      ...{ problems, commons, distributions },
      numbers: Float64Array.from(this.numbers),
      texts: packTexts(this.texts),
    };
    [this.problems, this.commons, this.numbers, this.texts] = [[], [], [], []];
    [this.places, this.distributions, this.last] = [new Map(), new Map(), null];
    return piece;
  }

  private placeOf(point: DriftPoint): number {
    // Most points are of the series of the one before.
    if (this.last === null || !sameSeries(this.commons[this.last], point)) this.last = this.findPlace(point);
    return this.last;
  }

  private findPlace({ name, column, metric, method, base, binning, source, modelVersion }: DriftPoint): number {
    const key = `${name}\0${column}\0${metric}\0${method}\0${base}\0${binning}\0${source.tool}\0${source.version}\0${modelVersion}`;
    const known = this.places.get(key);
    if (known !== undefined) return known;
    const common = { name, column, metric, method, base, binning, source };
    this.places.set(key, this.commons.length);
    return this.commons.push(modelVersion === undefined ? common : { ...common, modelVersion }) - 1;
  }
}

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

export function unpackPoints({ problems, commons, numbers, texts, distributions }: PointsPiece, sink: DriftSink): void {
  for (const { problem, rows } of problems) sink.problem(problem, rows);
  const said = unpackTexts(texts);
  const number = (at: number): number | null => {
    const value = numbers[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  for (let point = 0, at = 0; at < numbers.length; point += 1, at += WIDTH) {
    const common = commons[numbers[at + WIDTH - 1] ?? -1];
    if (!common) throw new Error('a point of no series');
    const windowStart = said[point * TEXTS + 1] ?? '';
    sink.point(
      {
        ...common,
        at: said[point * TEXTS] ?? '',
        windowStart: windowStart === '' ? null : windowStart,
        value: number(at),
        nRef: number(at + 1),
        nCur: number(at + 2),
        nBins: number(at + 3),
        lower: number(at + 4),
        upper: number(at + 5),
        row: number(at + 6),
        verdict: TOOL_VERDICTS[numbers[at + 7] ?? -1] ?? null,
        distribution: distributions.get(point) ?? null,
      },
      said[point * TEXTS + 2] ?? '',
    );
  }
}
