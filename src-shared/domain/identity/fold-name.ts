/** Letters that a decomposition leaves whole though people type them in two ways. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const LETTER = /[ßæœøđðłþı]/g;
/**
 * Accents of alphabets that are read without them, and the vowel points of Hebrew and Arabic. Marks of other scripts stay:
 * they are the vowels of Devanagari, and they tell が from か.
 */
const ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]\p{M}*)\p{M}/gu;
const POINTS = /[\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
const JOINING_WORDS = / (?:und|et)(?= )/g;

/** Whether a text is plain ASCII, which needs no decomposition: most of a large inventory is. */
export const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
};

/** A text in lower case and without accents, its signs and blanks left where they are. */
export function foldLetters(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(POINTS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFC');
}

/**
 * A name, or a unit, as it is compared: without case, accents and signs, `&` and its words in other languages as `and`.
 * A name of signs alone keeps them, so that two of them do not become equal.
 */
export function foldName(text: string): string {
  const letters = foldLetters(text);
  const joined = letters.includes('&') ? letters.replaceAll('&', ' and ') : letters;
  const folded = joined.replace(isAscii(joined) ? ASCII_SIGNS : SIGNS, ' ').trim();
  if (folded === '') return letters.trim();
  return folded.includes(' und ') || folded.includes(' et ') ? folded.replace(JOINING_WORDS, ' and') : folded;
}

const SIGNS = /[^\p{L}\p{N}\p{M}]+/gu;
const ASCII_SIGNS = /[^a-z0-9]+/g;
