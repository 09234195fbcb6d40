import { LETTER_KINDS, letterKind, visitRuns } from './letter-kinds';

/**
 * The words of a folded name. Where no blanks are written, a run of one script is a word (与信審査 | モデル), and hiragana, the
 * glue between them, is none unless nothing else is there.
 */
export function wordsOfName(folded: string): readonly string[] {
  const words: string[] = [];
  const glue: string[] = [];
  visitRuns(folded, (from, to, kind) => {
    (kind === LETTER_KINDS.hiragana ? glue : words).push(folded.slice(from, to));
  });
  return words.length > 0 ? words : glue;
}

/** A name of fewer words, or letters, is found inside of others by chance. */
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 8;

/** Whether a name is long enough to be known again inside of a longer one; two ideographs count as a word of four letters. */
export function tellsEnough(words: readonly string[]): boolean {
  let [count, letters] = [0, 0];
  for (const word of words) {
    const spaced = letterKind(word.charCodeAt(0)) === LETTER_KINDS.spaced;
    count += spaced ? 1 : word.length / 2;
    letters += spaced ? word.length : word.length * 2;
  }
  return count >= FEWEST_WORDS && letters >= FEWEST_LETTERS;
}
