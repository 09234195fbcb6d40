import { isAnswer } from '#domain/governance/answers';
import type { GovernedModel } from '#domain/governance/governed';
import { parseReferences } from '../cells';

type References = GovernedModel['references'];
const NONE: References = [];

/** What rule packs see of a reference: its system, and whether it has a number and an address. */
const seen = (text: string): string => (isAnswer(text) ? 'x' : '');

/**
 * External references as rule packs see them, so that many models have the same: those that are alike once, with 'x' in place of
 * what they say.
 *
 * @param cell JSON as it lies in the file
 */
export function seenReferences(cell: string): References {
  if (cell === '[]') return NONE;
  const all = parseReferences(cell).map(({ system, id, url }) => ({ system, id: seen(id), url: seen(url) }));
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
