import { LETTER_KINDS, visitRuns } from './letter-kinds';

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

/** Letters in words, without the blanks. */
export const lettersIn = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0);
