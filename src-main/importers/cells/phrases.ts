import { words } from '#domain/base/fold';

/**
 * A header or a cell as plain words of any language: `AIUseCaseName` → `ai use case name`, `Größe` → `grosse`. Accents are often
 * lost on the way of a file, so nothing is told by them.
 */
export const plainWords = (text: string): string =>
  words(text.replace(/([A-Z]+)([A-Z][a-z]{2,})/g, '$1 $2'))
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' };

/** Phrases parted by commas, over as many lines as they need, as plain words; umlauts also as programs without them write them. */
export const list = (phrases: string): readonly string[] => {
  const found = phrases.split(',').flatMap((phrase) => {
    const spelt = phrase.replace(/[äöü]/gi, (letter) => UMLAUTS[letter.toLowerCase()] ?? letter);
    return [plainWords(phrase), plainWords(spelt)];
  });
  return [...new Set(found)];
};

/** What says yes and no in a cell, in the languages that headers are known in. */
export const YES = list(
  'yes, y, true, 1, x, ja, j, oui, vrai, wahr, sí, si, verdadero, sim, verdadeiro, vero, waar, tak, sant, sand',
);
export const NO = list(
  'no, n, false, 0, nein, non, faux, falsch, nee, falso, não, onwaar, nei, nej, nie, usant, falsk',
);
