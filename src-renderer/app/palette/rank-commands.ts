import { foldText, queryWords } from '#domain/base/search-text';
import type { AppCommand } from '../../commands/registry';

const score = (label: string, words: readonly string[]): number => {
  const text = foldText(label);
  let sum = 0;
  for (const word of words) {
    const at = text.indexOf(word);
    if (at < 0) return -1;
    // The beginning of the label counts most, then the beginning of a word.
    sum += at === 0 ? 3 : text[at - 1] === ' ' ? 2 : 1;
  }
  return sum;
};

const wordsOf = ({ label, words }: AppCommand): string => words ?? label;

/**
 * Commands of which every typed word occurs in group or label, the best first. All of them, group by group, for an empty query:
 * where one can go before what a page or a saved view adds, whichever was there first.
 */
export function rankCommands(commands: readonly AppCommand[], query: string): readonly AppCommand[] {
  const words = queryWords(query);
  if (words.length === 0) {
    const groups = new Set([
      ...(commands.some(({ group }) => group === 'Go to') ? (['Go to'] as const) : []),
      ...commands.map(({ group }) => group),
    ]);
    return [...groups].flatMap((group) => commands.filter((command) => command.group === group));
  }
  return commands
    .map((command) => ({
      command,
      rank: Math.max(score(wordsOf(command), words), score(`${command.group} ${wordsOf(command)}`, words) - 1),
    }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}
