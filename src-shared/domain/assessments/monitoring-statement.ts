import type { AnswerValue } from './questions/question';

/**
 * How US agencies state, use case by use case, how a model in use is watched: the four answers of the OMB guidance for the
 * AI use case inventory of 2024, which are maturity levels of their own. Each is known by its first words; the rest of
 * the cell explains it.
 */
const STATEMENTS: readonly { readonly starts: string; readonly answer: AnswerValue }[] = [
  { starts: 'no monitoring protocols have been established', answer: 0 },
  { starts: 'intermittent and manually updated', answer: 1 },
  { starts: 'automated and regularly scheduled updates', answer: 2 },
  { starts: 'established process of machine learning operations', answer: 3 },
];

/** The first words of every statement, without case. */
export const STATEMENT_STARTS: readonly string[] = STATEMENTS.map(({ starts }) => starts);

/**
 * The answer to MM2 ("How is a change in input data or predictions found?") that an inventory's own statement comes to:
 * each of the four speaks of detecting drift by nobody, by hand, partly and fully by machine.
 *
 * @param text the cell as the inventory has it
 * @returns `null` for any other text, such as "not applicable": it does not say
 */
export function statedMonitoring(text: string): AnswerValue | null {
  const plain = text.trim().toLowerCase();
  return STATEMENTS.find(({ starts }) => plain.startsWith(starts))?.answer ?? null;
}

/** Models by what is stated of them, from answer 0 to answer 3. */
export type StatedCounts = readonly [none: number, byHand: number, automated: number, established: number];

/** Adds up statements; texts that say nothing are left out. */
export function countStatements(
  statements: readonly { readonly text: string; readonly count: number }[],
): StatedCounts {
  const counts: [number, number, number, number] = [0, 0, 0, 0];
  for (const { text, count } of statements) {
    const answer = statedMonitoring(text);
    if (answer !== null) counts[answer] += count;
  }
  return counts;
}

export const allStated = (counts: StatedCounts): number => counts.reduce((sum, count) => sum + count, 0);

/** Models of which this answer or a higher one is stated. */
export const statedFrom = (counts: StatedCounts, answer: AnswerValue): number =>
  counts.slice(answer).reduce((sum, count) => sum + count, 0);
