import { hintedOrder } from './name-hint';

/** Texts are compared without case and accents, numbers in them by value; ties keep the order of the rows. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
export const compareTexts: (a: string, b: string) => number = collator.compare;

/** Places of values in their order: equal values share a rank, `empty` (= the number of ranks) is what has none. */
export interface Ranking {
  readonly ranks: Uint32Array;
  readonly empty: number;
}

/** Whether two neighbours of an order share a place: below 0 the order is right, 0 they share it, above 0 it is wrong. */
type CompareNeighbours = (before: number, after: number) => number;

/** Ranks along an order; `null` when two neighbours stand the wrong way round. */
function ranksAlong(texts: readonly string[], order: Uint32Array, compare: CompareNeighbours): Ranking | null {
  const ranks = new Uint32Array(texts.length);
  let rank = 0;
  let before = -1;
  for (const index of order) {
    if (texts[index] === '') continue;
    if (before !== -1) {
      const difference = compare(before, index);
      if (difference > 0) return null;
      if (difference < 0) rank++;
    }
    before = index;
    ranks[index] = rank;
  }
  const empty = before === -1 ? 0 : rank + 1;
  for (let i = 0; i < texts.length; i++) if (texts[i] === '') ranks[i] = empty;
  return { ranks, empty };
}

const byText =
  (texts: readonly string[]): CompareNeighbours =>
  (a, b) => {
    const left = texts[a] ?? '';
    const right = texts[b] ?? '';
    return left === right ? 0 : compareTexts(left, right);
  };

/** Ranks of texts in steps, so that idle time can do them without a long task. */
export function* collateInSteps(texts: readonly string[]): Generator<void, Ranking> {
  const compare = byText(texts);
  const guess = yield* hintedOrder(texts);
  yield;
  const ranking = ranksAlong(texts, guess, compare);
  if (ranking !== null) return ranking;
  yield;
  // The guess was wrong somewhere: sort for good. Array.sort is quick on what is nearly in order.
  const exact = Uint32Array.from(Array.from(guess).sort((a, b) => compare(a, b) || a - b));
  return ranksAlong(texts, exact, compare) ?? { ranks: new Uint32Array(texts.length), empty: 0 };
}

export function collate(texts: readonly string[]): Ranking {
  const steps = collateInSteps(texts);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Row numbers by rank, by counting; rows of one rank keep their order. */
function byRank({ ranks, empty }: Ranking): Uint32Array {
  const next = new Uint32Array(empty + 2);
  for (const rank of ranks) next[rank + 1] = (next[rank + 1] ?? 0) + 1;
  for (let rank = 1; rank < next.length; rank++) next[rank] = (next[rank] ?? 0) + (next[rank - 1] ?? 0);
  const order = new Uint32Array(ranks.length);
  ranks.forEach((rank, index) => {
    const at = next[rank] ?? 0;
    order[at] = index;
    next[rank] = at + 1;
  });
  return order;
}

/** First place in `order` at which `index` may stand. */
function placeFor(order: Uint32Array, index: number, from: number, compare: CompareNeighbours): number {
  let low = from;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(order[middle] ?? 0, index) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The ranks after some texts changed: the others keep their order, the changed ones are put where they belong. */
export function recollate(before: Ranking, texts: readonly string[], changed: ReadonlySet<number>): Ranking {
  const compare = byText(texts);
  const full = (index: number): boolean => texts[index] !== '';
  const kept = byRank(before).filter((index) => !changed.has(index) && full(index));
  const moved = [...changed].filter(full).sort((a, b) => compare(a, b) || a - b);
  const merged = new Uint32Array(kept.length + moved.length);
  let from = 0;
  let at = 0;
  for (const index of moved) {
    const place = placeFor(kept, index, from, compare);
    merged.set(kept.subarray(from, place), at);
    at += place - from;
    merged[at++] = index;
    from = place;
  }
  merged.set(kept.subarray(from), at);
  const oldRank = (index: number): number => before.ranks[index] ?? 0;
  const known: CompareNeighbours = (a, b) =>
    changed.has(a) || changed.has(b) ? compare(a, b) : oldRank(a) - oldRank(b);
  return ranksAlong(texts, merged, known) ?? collate(texts);
}
