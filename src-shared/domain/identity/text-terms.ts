import { LETTER_KINDS, visitRuns } from './letter-kinds';
import { SMALL_WORDS } from './small-words';

/**
 * The content words of a text, each as one whole number below 2^53 (a hash: two words in a billion would be taken for one),
 * in their order. Small words and words of one or two letters are left out; ideographs count by twos.
 *
 * @param letters made by `foldLetters`
 */
export function termsOfText(letters: string, visit: (term: number) => void): void {
  visitRuns(letters, (from, to, kind) => {
    if (kind === LETTER_KINDS.spaced) {
      if (to - from < 3) return;
      const term = hash(letters, from, to);
      if (!SMALL.has(term)) visit(term);
    } else if (kind === LETTER_KINDS.katakana) visit(hash(letters, from, to));
    else if (kind !== LETTER_KINDS.hiragana || to - from > 2) {
      for (let at = from; at + 1 < to; at += 1) visit(hash(letters, at, at + 2));
    }
  });
}

/** Two hashes of 32 bits side by side, cut to the 53 that a number holds exactly. */
function hash(text: string, from: number, to: number): number {
  let one = 0x811c9dc5;
  let two = 0x9747b28c;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two ^ code, 0x85ebca6b);
    two ^= two >>> 13;
  }
  return (one >>> 0) * 2_097_152 + (two >>> 11);
}

const SMALL: ReadonlySet<number> = new Set([...SMALL_WORDS].map((word) => hash(word, 0, word.length)));
