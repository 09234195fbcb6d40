/**
 * Words of a folded name that have no like one in the other name: neither the same, nor with another ending (`predicting`,
 * `predictions`) or a slip of one letter, nor inside of a compound (`kredit scoring`, `kreditscoring`).
 */
export function wordsAlone(words: readonly string[], others: readonly string[], other: string): readonly string[] {
  const closed = other.replaceAll(' ', '');
  return words.filter(
    (word) =>
      !others.includes(word) &&
      !(word.length >= INSIDE && closed.includes(word)) &&
      !others.some((one) => alike(word, one)),
  );
}

/** Shorter words are found inside of others by chance. */
const INSIDE = 4;

function alike(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let same = 0;
  while (same < short.length && short.charCodeAt(same) === long.charCodeAt(same)) same += 1;
  if (same >= 4 && same >= 0.6 * long.length) return true;
  return short.length >= 5 && long.length - short.length <= 1 && oneSlip(short, long, same);
}

/** One letter more, another letter, or two exchanged, at the first place where they differ. */
function oneSlip(short: string, long: string, at: number): boolean {
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}
