/** How well a name answers what was typed; the lowest is the best. */
export const RANKS = { begins: 0, wordBegins: 1, within: 2, elsewhere: 3 } as const;

/**
 * How the words stand in a name: it begins with them as they were typed, a word of it does, they stand in it, or they do not.
 *
 * @param name folded (`foldText`)
 * @param typed folded
 */
export function nameRank(name: string, typed: string): number {
  if (name.startsWith(typed)) return RANKS.begins;
  if (` ${name}`.includes(` ${typed}`)) return RANKS.wordBegins;
  return typed.split(' ').every((word) => name.includes(word)) ? RANKS.within : RANKS.elsewhere;
}
