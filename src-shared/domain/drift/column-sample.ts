/** One column of one side, as a reader hands it over. */
export interface ColumnSample {
  /** All rows, missing ones among them. */
  readonly rows: number;
  readonly missing: number;
  /** The cells that are numbers, ascending, without NaN; infinities may be among them. */
  readonly numbers: Float64Array;
  /** The cells that are not, each with how often it comes. */
  readonly texts: ReadonlyMap<string, number>;
  /** Numbers written with leading zeros (`007`) were met: these are codes, whatever the rest looks like. */
  readonly codes: boolean;
  /** Rows whose text reads as a calendar date. */
  readonly dates: number;
  /** More different texts were met than are kept apart: an identifier or free text. `texts` is not complete then. */
  readonly overflow: boolean;
}

/** Counts over bins that somebody else made; nothing else is known of the values. */
export type GivenCounts = ReadonlyMap<string, number>;

/** More different texts than this in one column are names or free text, and are not kept apart. */
export const MOST_TEXTS = 100_000;

/** Cells that are there but are no numbers. */
export function textRows(sample: ColumnSample): number {
  return sample.rows - sample.missing - sample.numbers.length;
}

/** Every cell as a category, the numbers by their shortest text (`1`, not `1.0`). */
export function categoryCounts(sample: ColumnSample): Map<string, number> {
  const counts = new Map(sample.texts);
  const { numbers } = sample;
  for (let from = 0; from < numbers.length; ) {
    const value = numbers[from] ?? 0;
    let to = from + 1;
    while (to < numbers.length && numbers[to] === value) to++;
    const text = String(value);
    counts.set(text, (counts.get(text) ?? 0) + to - from);
    from = to;
  }
  return counts;
}

/** Different numbers in ascending values; stops counting at `most`. */
export function distinctNumbers(ascending: Float64Array, most: number): number {
  let distinct = 0;
  for (let at = 0; at < ascending.length && distinct < most; at++) {
    if (at === 0 || ascending[at] !== ascending[at - 1]) distinct += 1;
  }
  return distinct;
}
