import { LETTER_KINDS, visitRuns } from './letter-kinds';

const BLANK = 32;

/**
 * The pieces of a folded name that likeness is measured by, each as a hash of 32 bits: three letters of words that are written
 * apart (with the word's ends), two where none are, since two ideographs are a word already.
 */
export function gramsOfName(folded: string, visit: (gram: number) => void): void {
  visitRuns(folded, (from, to, kind) => {
    if (kind === LETTER_KINDS.spaced) {
      let before = BLANK;
      let last = BLANK;
      for (let at = from; at <= to; at += 1) {
        const next = at < to ? folded.charCodeAt(at) : BLANK;
        visit(gram(before, last, next));
        before = last;
        last = next;
      }
      return;
    }
    if (to - from === 1) visit(gram(0, 0, folded.charCodeAt(from)));
    for (let at = from; at + 1 < to; at += 1) visit(gram(0, folded.charCodeAt(at), folded.charCodeAt(at + 1)));
  });
}

function gram(a: number, b: number, c: number): number {
  const mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
