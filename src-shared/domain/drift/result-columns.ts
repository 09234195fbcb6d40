import type { Distribution, DriftResult } from '#contract/drift';
import { instantMs } from '../calendar';

/** What is kept of each point, as numbers; NaN = not known. */
export const POINT_COLUMNS = [
  /** End of the window, milliseconds since 1970: what the points of a series are told apart by. */
  'at',
  /** Length of the window in milliseconds. */
  'span',
  'value',
  'nRef',
  'nCur',
  'nBins',
  'lower',
  'upper',
  /** Place in TOOL_VERDICTS. */
  'verdict',
  /** Line of the file. */
  'row',
] as const;
export type PointColumn = (typeof POINT_COLUMNS)[number];
export type PointColumns = Readonly<Record<PointColumn, Float64Array<ArrayBuffer>>>;

/** From the mildest on. */
export const TOOL_VERDICTS = ['none', 'possible', 'drift'] as const;
export type ToolVerdict = (typeof TOOL_VERDICTS)[number];

/** Series = model × column × metric × method × base × binning × tool; rules.md 6. */
export interface SeriesKey {
  readonly modelId: string;
  readonly column: string;
  readonly metric: string;
  readonly method: string;
  readonly base: '2' | 'e' | null;
  readonly binning: string;
  readonly tool: string;
}

/** Results of one series from one version of its tool, in the order of time and each time once. */
export interface SeriesResults {
  readonly key: SeriesKey;
  readonly version: string;
  readonly points: PointColumns;
  readonly distributions: ReadonlyMap<number, Distribution>;
}

export interface CollectedResults {
  readonly series: readonly SeriesResults[];
  /** Results whose series and time came again later among those collected: the later one stays. */
  readonly repeated: number;
}

export interface ResultCollector {
  readonly size: number;
  add(result: DriftResult): void;
  finish(): CollectedResults;
}

/** Gathers results, in any order, into columns by series: a million of them cost 80 MB instead of ten times that. */
export function collectResults(): ResultCollector {
  const drafts = new Map<string, Draft>();
  const [times, starts] = [new Clock(), new Clock()];
  let size = 0;
  return {
    get size() {
      return size;
    },
    add: (result) => {
      const name = nameOf(result);
      let draft = drafts.get(name);
      if (!draft) {
        draft = new Draft(keyOf(result), result.source.version, times, starts);
        drafts.set(name, draft);
      }
      draft.add(result);
      size += 1;
    },
    finish: () => {
      const series = [...drafts.values()].map((draft) => draft.finish());
      return { series, repeated: size - series.reduce((sum, one) => sum + one.points.at.length, 0) };
    },
  };
}

const keyOf = (result: DriftResult): SeriesKey => ({
  modelId: result.modelId,
  column: result.column,
  metric: result.metric,
  method: result.method,
  base: result.base,
  binning: result.binning,
  tool: result.source.tool,
});

const nameOf = ({ modelId, column, metric, method, base, binning, source }: DriftResult): string =>
  `${modelId}\0${column}\0${metric}\0${method}\0${base ?? ''}\0${binning}\0${source.tool}\0${source.version}`;

/** Results of one window come one after another: its text is read once. */
class Clock {
  private text = '';
  private read = Number.NaN;

  ms(text: string): number {
    if (text !== this.text) {
      this.text = text;
      this.read = instantMs(text);
    }
    return this.read;
  }
}

class Draft {
  private length = 0;
  private readonly columns = Object.fromEntries(POINT_COLUMNS.map((name) => [name, new Float64Array(32)])) as Record<
    PointColumn,
    Float64Array<ArrayBuffer>
  >; // every column is a key
  private readonly distributions = new Map<number, Distribution>();
  private ascending = true;

  constructor(
    private readonly key: SeriesKey,
    private readonly version: string,
    private readonly times: Clock,
    private readonly starts: Clock,
  ) {}

  add(result: DriftResult): void {
    if (this.length === this.columns.at.length) this.grow();
    const { columns, length: i } = this;
    const at = this.times.ms(result.at);
    const start = result.windowStart === null ? Number.NaN : this.starts.ms(result.windowStart);
    if (i > 0 && !((columns.at[i - 1] ?? 0) < at)) this.ascending = false;
    columns.at[i] = at;
    columns.span[i] = at - start;
    // + 0: a file does not keep the sign of a zero, so the same result would come again as another one.
    columns.value[i] = (result.value ?? Number.NaN) + 0;
    columns.nRef[i] = result.nRef ?? Number.NaN;
    columns.nCur[i] = result.nCur ?? Number.NaN;
    columns.nBins[i] = result.nBins ?? Number.NaN;
    columns.lower[i] = (result.lower ?? Number.NaN) + 0;
    columns.upper[i] = (result.upper ?? Number.NaN) + 0;
    columns.verdict[i] = result.verdict === null ? Number.NaN : TOOL_VERDICTS.indexOf(result.verdict);
    columns.row[i] = result.row ?? Number.NaN;
    if (result.distribution) this.distributions.set(at, result.distribution);
    else this.distributions.delete(at);
    this.length += 1;
  }

  finish(): SeriesResults {
    const { key, version, distributions } = this;
    const order = this.ascending ? null : lastOfEachTime(this.columns.at.subarray(0, this.length));
    const points = Object.fromEntries(
      POINT_COLUMNS.map((name) => {
        const column = this.columns[name];
        return [name, order ? Float64Array.from(order, (i) => column[i] ?? Number.NaN) : column.slice(0, this.length)];
      }),
    ) as Record<PointColumn, Float64Array<ArrayBuffer>>; // as above
    return { key, version, points, distributions };
  }

  private grow(): void {
    for (const name of POINT_COLUMNS) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.columns[name]);
      this.columns[name] = larger;
    }
  }
}

/** The places of the points in the order of time; of those with one time only the last that came. */
function lastOfEachTime(at: Float64Array): readonly number[] {
  const order = Array.from(at, (_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0) || a - b);
  return order.filter((place, i) => at[place] !== at[order[i + 1] ?? -1]);
}
