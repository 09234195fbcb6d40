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

/** Both distributions behind a figure. */
export interface Distribution {
  /** What each bin is called, in order. */
  readonly bins: readonly string[];
  /** Inner limits of numeric bins, ascending; `null`: the bins are categories. */
  readonly edges: readonly number[] | null;
  /** Rows (or shares) in each bin. */
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** What a result says besides which series it belongs to; `null` = not known. Times are ISO instants. */
export interface PointValues {
  /** The window's end: the time that the figure stands for. */
  readonly at: string;
  readonly windowStart: string | null;
  readonly value: number | null;
  /** Rows on each side, and the bins that they were counted in. */
  readonly nRef: number | null;
  readonly nCur: number | null;
  readonly nBins: number | null;
  /** The limits that the tool itself compared with, and what it said. */
  readonly lower: number | null;
  readonly upper: number | null;
  readonly verdict: ToolVerdict | null;
  /** Line of the file that it came from. */
  readonly row: number | null;
  readonly distribution: Distribution | null;
}

/** One figure for one window: never a bare number; rules.md 6. */
export interface DriftResult extends Omit<SeriesKey, 'tool'>, PointValues {
  readonly source: { readonly tool: string; readonly version: string };
  /** Which version of the model was measured; left out or '': nobody said, so the one that is live. */
  readonly modelVersion?: string;
}

/** Results of one series from one version of its tool, and of one version of the model, in the order of time and each time once. */
export interface SeriesResults {
  readonly key: SeriesKey;
  readonly version: string;
  /** Of the model; '' = not said. */
  readonly modelVersion: string;
  readonly points: PointColumns;
  readonly distributions: ReadonlyMap<number, Distribution>;
}

export interface CollectedResults {
  readonly series: readonly SeriesResults[];
  /** Results whose series and time came again later among those collected: the later one stays. */
  readonly repeated: number;
}
