const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
/** As words of their own these are more often letters than numbers. */
const NOT_ROMAN: ReadonlySet<string> = new Set(['', 'i', 'v', 'x', 'xi', 'xx', 'xxx']);
const VALUES: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/**
 * The numbers that a name counts by, in their order: digits without leading zeros, roman ones as digits, and a single letter
 * at the end (`Modell B`). Not the digits inside of a word (`h2o`, `15F06720`).
 *
 * @param words of the folded name
 */
export function numbersInName(words: readonly string[]): readonly string[] {
  return words.flatMap((word, at) => {
    if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, '');
    if (at === 0) return [];
    if (ROMAN.test(word) && !NOT_ROMAN.has(word)) return String(fromRoman(word));
    const last = at === words.length - 1;
    if (last && (word === 'i' || word === 'v' || word === 'x')) return String(VALUES[word]);
    return last && /^[a-z]$/.test(word) ? word : [];
  });
}

function fromRoman(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const value = VALUES[word.charAt(at)] ?? 0;
    const next = VALUES[word.charAt(at + 1)] ?? 0;
    sum += value < next ? -value : value;
  }
  return sum;
}
