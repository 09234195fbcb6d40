/** One text without case, accents and other combining marks, its blanks collapsed: what the search compares. */
export function foldText(text: string): string {
  // Lower-cased after the decomposition, so that İ becomes i and its dot is removed with the other marks.
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The searchable text of several fields, one a line, so that no match runs over the end of a field. */
export function searchText(parts: readonly string[]): string {
  return parts.map(foldText).join('\n');
}

/** The folded words of a query; none of an empty one. Fold once, then hold many rows against the words. */
export function queryWords(query: string): readonly string[] {
  return foldText(query)
    .split(' ')
    .filter((word) => word !== '');
}

/** Whether every word of `queryWords` occurs in a haystack made by `searchText`. */
export function containsWords(haystack: string, words: readonly string[]): boolean {
  return words.every((word) => haystack.includes(word));
}

/**
 * The one rule of search, for lists of rows that are at hand: whether every word of the query occurs in one of the fields,
 * in any order. An empty query finds all.
 */
export function searcher(query: string): (...fields: readonly string[]) => boolean {
  const words = queryWords(query);
  return (...fields) => words.length === 0 || containsWords(searchText(fields), words);
}
