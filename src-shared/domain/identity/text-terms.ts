import { foldLetters, isAscii } from './fold-name';
import { LETTER_KINDS, letterKind } from './letter-kinds';
import { SMALL_WORDS } from './small-words';

/** Shorter words of spaced scripts are no content. */
const SHORTEST = 3;
/** Hiragana up to this length is the glue between words. */
const GLUE = 2;
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/**
 * The content words of a text, each as a hash of 32 bits, in their order. Small words and words of one or two letters are left out;
 * ideographs and other scripts without blanks count by twos, katakana by words.
 */
export function termsOfText(text: string, visit: (term: number) => void): void {
  // Most texts are ASCII: they are put into lower case letter by letter, without a copy.
  const letters = isAscii(text) ? text : foldLetters(text);
  let hash = SEED;
  let length = 0;
  for (let at = 0; at <= letters.length; at += 1) {
    const code = at < letters.length ? letters.charCodeAt(at) : 0;
    const kind = letterKind(code);
    if (kind === LETTER_KINDS.spaced) {
      hash = Math.imul(hash ^ (code >= 65 && code <= 90 ? code | 32 : code), PRIME);
      length += 1;
      continue;
    }
    if (length >= SHORTEST && !isSmall(hash)) visit(hash);
    hash = SEED;
    length = 0;
    if (kind === LETTER_KINDS.none) continue;
    let end = at + 1;
    while (end < letters.length && letterKind(letters.charCodeAt(end)) === kind) end += 1;
    if (kind === LETTER_KINDS.katakana) visit(termOf(letters, at, end));
    else if (kind !== LETTER_KINDS.hiragana || end - at > GLUE) {
      for (let two = at; two + 1 < end; two += 1) visit(termOf(letters, two, two + 2));
    }
    at = end - 1;
  }
}

/** The hash of a word, or of a piece of a text. */
export function termOf(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  return hash;
}

const small: ReadonlySet<number> = new Set([...SMALL_WORDS].map((word) => termOf(word, 0, word.length)));
/** Most words are told by twelve bits not to be small, without asking the set. */
const SOME_BITS = 0xfff;
const maySmall = new Uint8Array(SOME_BITS + 1);
for (const hash of small) maySmall[hash & SOME_BITS] = 1;

const isSmall = (hash: number): boolean => maySmall[hash & SOME_BITS] === 1 && small.has(hash);
