/**
 * Moves values so that those of the ranks stand where sorting would put them, in a few walks over them instead of a whole
 * sort: medians of 200,000 durations are asked for while somebody waits.
 *
 * @param values without NaN; changed in place
 * @param ranks places from 0, in any order; those outside of the values are passed over
 */
export function placeRanks(values: Float64Array, ranks: readonly number[]): void {
  place(values, ranks, 0, values.length - 1, DEEPEST);
}

/** Halves that are as uneven as this again and again come from an unlucky order: the rest is sorted then. */
const DEEPEST = 60;

function place(values: Float64Array, ranks: readonly number[], from: number, to: number, left: number): void {
  const asked = ranks.filter((rank) => rank >= from && rank <= to);
  if (asked.length === 0 || from >= to) return;
  if (left === 0) {
    values.subarray(from, to + 1).sort();
    return;
  }
  const pivot = middleOf(values[from] ?? 0, values[(from + to) >> 1] ?? 0, values[to] ?? 0);
  // Three parts: below the pivot, equal to it (already in place), above it.
  let below = from;
  let above = to;
  let at = from;
  while (at <= above) {
    const value = values[at] ?? 0;
    if (value < pivot) swap(values, below++, at++);
    else if (value > pivot) swap(values, at, above--);
    else at += 1;
  }
  place(values, asked, from, below - 1, left - 1);
  place(values, asked, above + 1, to, left - 1);
}

const middleOf = (a: number, b: number, c: number): number => Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));

function swap(values: Float64Array, a: number, b: number): void {
  const kept = values[a] ?? 0;
  values[a] = values[b] ?? 0;
  values[b] = kept;
}
