/** A stretch of a text; `differs` where the other text does not have it. */
export interface Stretch {
  readonly text: string;
  readonly differs: boolean;
}

/** Longer texts are compared from both ends only: the table below grows with the product of their words. */
const MOST_WORDS = 600;

/** A word with the blanks behind it. */
const wordsOf = (text: string): readonly string[] => text.match(/\S+\s*/g) ?? [];

/** Case and signs at its ends do not make another word. */
const bare = (word: string): string =>
  word
    .trim()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    .toLowerCase() || word.trim();

/**
 * Two texts in stretches of words that both have, in the same order, and that only one has.
 *
 * The common words are a longest common subsequence, so the marks are as few as they can be.
 */
export function wordDifference(
  left: string,
  right: string,
): { readonly left: readonly Stretch[]; readonly right: readonly Stretch[] } {
  const [ours, theirs] = [wordsOf(left), wordsOf(right)];
  const common = commonWords(ours.map(bare), theirs.map(bare));
  return {
    left: stretches(ours, new Set(common.map(([at]) => at))),
    right: stretches(theirs, new Set(common.map(([, at]) => at))),
  };
}

/** Places of the words that both have, in order. */
function commonWords(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [rows, columns] = [a.length - start - end, b.length - start - end];
  const pairs: (readonly [number, number])[] = [];
  for (let at = 0; at < start; at += 1) pairs.push([at, at]);
  if (rows > 0 && columns > 0 && rows <= MOST_WORDS && columns <= MOST_WORDS) {
    for (const [one, other] of longestCommon(a.slice(start, start + rows), b.slice(start, start + columns)))
      pairs.push([one + start, other + start]);
  }
  for (let back = end; back > 0; back -= 1) pairs.push([a.length - back, b.length - back]);
  return pairs;
}

function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly [number, number])[] {
  const width = b.length + 1;
  // Lengths of the longest common part of what follows; behind the last word there is none.
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < a.length && column < b.length) {
    if (a[row] === b[column]) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

function stretches(words: readonly string[], common: ReadonlySet<number>): readonly Stretch[] {
  const found: { text: string; differs: boolean }[] = [];
  for (const [at, word] of words.entries()) {
    const differs = !common.has(at);
    const last = found.at(-1);
    if (last?.differs === differs) last.text += word;
    else found.push({ text: word, differs });
  }
  return found;
}
