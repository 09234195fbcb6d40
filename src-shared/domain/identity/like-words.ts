import { LETTER_KINDS, letterKind } from './letter-kinds';

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
      !madeOf(word, others) &&
      !others.some((one) => alike(word, one)),
  );
}

/** Shorter words are found inside of others by chance. */
const INSIDE = 4;
/** So much of a compound has to be words of the other name; the rest is what joins them. */
const MADE_OF = 0.8;

/** Whether a word is a compound of the other name's words: `dokumentenklassifikation` of `klassifikation der dokumente`. */
function madeOf(word: string, others: readonly string[]): boolean {
  const inside = others.filter((one) => one.length >= INSIDE && word.includes(one));
  const two = others.filter((one) => one.length === 2 || one.length === 3).filter((one) => word.includes(one));
  const parts = isSpaced(word) ? inside : [...inside, ...two];
  return parts.length > 1 && parts.reduce((sum, { length }) => sum + length, 0) >= MADE_OF * word.length;
}

/** Two ideographs are a word, two letters are none. */
const isSpaced = (word: string): boolean => letterKind(word.charCodeAt(0)) === LETTER_KINDS.spaced;

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
