/**
 * What `items.toSorted(compare).slice(from, to)` gives, without sorting the rest: a page from the middle of 200,000 rows
 * takes a few walks over them. Equal items may come in any order, so `compare` should end with something unique;
 * it is also asked to compare an item with itself, which is 0.
 *
 * @param from places as of `slice`, not negative
 */
export function sortedSlice<T>(items: readonly T[], from: number, to: number, compare: (a: T, b: T) => number): T[] {
  const placed = [...items];
  if (from > 0) place(placed, from, 0, compare);
  if (to < placed.length) place(placed, to, from, compare);
  return placed.slice(from, to).sort(compare);
}

/** Halves that are as uneven as this again and again come from an unlucky order: the rest is sorted then. */
const DEEPEST = 60;

/** Moves items from `low` on so that none before `rank` comes after one at or behind it. */
function place<T>(items: T[], rank: number, low: number, compare: (a: T, b: T) => number): void {
  let from = low;
  let to = items.length - 1;
  for (let round = 0; from < to; round += 1) {
    if (round === DEEPEST) {
      const rest = items.slice(from, to + 1).sort(compare);
      for (const [at, item] of rest.entries()) items[from + at] = item;
      return;
    }
    // All places lie between from and to, inside of items: the pivot stops both sides.
    const pivot = items[(from + to) >> 1] as T;
    let left = from;
    let right = to;
    while (left <= right) {
      while (compare(items[left] as T, pivot) < 0) left += 1;
      while (compare(items[right] as T, pivot) > 0) right -= 1;
      if (left > right) break;
      [items[left], items[right]] = [items[right] as T, items[left] as T];
      left += 1;
      right -= 1;
    }
    if (rank <= right) to = right;
    else if (rank >= left) from = left;
    else return;
  }
}
