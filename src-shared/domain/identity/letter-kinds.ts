/** What a code unit is for the comparison of names: scripts that write no blanks between words are taken apart otherwise. */
export const LETTER_KINDS = { none: 0, spaced: 1, han: 2, katakana: 3, hiragana: 4, unspaced: 5 } as const;
export type LetterKind = (typeof LETTER_KINDS)[keyof typeof LETTER_KINDS];

const UNKNOWN = 255;
const kinds = new Uint8Array(65_536).fill(UNKNOWN);

const HAN = /[\p{Script=Han}\u3005\u3007]/u;
const KATAKANA = /[\p{Script=Katakana}\u30fc]/u;
const HIRAGANA = /\p{Script=Hiragana}/u;
/** Hangul has blanks, but hardly two people set them alike. */
const UNSPACED =
  /[\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const SPACED = /[\p{L}\p{N}\p{M}]/u;

/** The kind of one code unit; the halves of a pair (rare ideographs, mostly) count as Han. */
export function letterKind(code: number): LetterKind {
  const known = kinds[code] ?? UNKNOWN;
  if (known !== UNKNOWN) return known as LetterKind; // only kinds are written
  const kind = kindOf(code);
  kinds[code] = kind;
  return kind;
}

function kindOf(code: number): LetterKind {
  if (code >= 0xd800 && code <= 0xdfff) return LETTER_KINDS.han;
  const letter = String.fromCharCode(code);
  if (KATAKANA.test(letter)) return LETTER_KINDS.katakana;
  if (HIRAGANA.test(letter)) return LETTER_KINDS.hiragana;
  if (HAN.test(letter)) return LETTER_KINDS.han;
  if (UNSPACED.test(letter)) return LETTER_KINDS.unspaced;
  return SPACED.test(letter) ? LETTER_KINDS.spaced : LETTER_KINDS.none;
}

/** Runs of letters of one kind: `visit(from, to, kind)` for each, `to` behind its last. */
export function visitRuns(text: string, visit: (from: number, to: number, kind: LetterKind) => void): void {
  let from = 0;
  let kind: LetterKind = LETTER_KINDS.none;
  for (let at = 0; at <= text.length; at += 1) {
    const next = at < text.length ? letterKind(text.charCodeAt(at)) : LETTER_KINDS.none;
    if (next === kind) continue;
    if (kind !== LETTER_KINDS.none) visit(from, at, kind);
    from = at;
    kind = next;
  }
}
