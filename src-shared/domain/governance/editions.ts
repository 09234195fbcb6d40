import { daysFromTo } from '../base/calendar';
import { lineOf, type RulePack } from './rule-pack';

/** How an edition stands to a day. */
export type EditionState = 'in_force' | 'to_come' | 'proposed';

export interface Edition {
  readonly pack: RulePack;
  readonly state: EditionState;
}

/**
 * The edition of a line that counts on a day: the one in force, of which the first day is the new one's already; else of those
 * published by then the next to come, else what is proposed; else what nobody had published yet. `null`: there is none any more.
 */
export function editionOn(packs: readonly RulePack[], line: string, day: string): Edition | null {
  const own = packs.filter((pack) => lineOf(pack) === line && pack.status !== 'withdrawn');
  const standing = own.filter(({ supersededBy }) => supersededBy === null || supersededBy.on > day);
  const inForce = standing.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= day);
  const toCome = standing.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom > day);
  const [newest] = inForce.toSorted((a, b) => byDay(b, a));
  if (newest) return { pack: newest, state: 'in_force' };
  const known = (pack: RulePack): boolean => (pack.publishedOn ?? '') <= day;
  const [next] = toCome.filter(known).toSorted(byDay);
  if (next) return { pack: next, state: 'to_come' };
  const proposed = standing.find((pack) => pack.effectiveFrom === null && known(pack));
  if (proposed) return { pack: proposed, state: 'proposed' };
  const [ahead] = [...toCome.toSorted(byDay), ...standing.filter(({ effectiveFrom }) => effectiveFrom === null)];
  return ahead ? { pack: ahead, state: ahead.effectiveFrom === null ? 'proposed' : 'to_come' } : null;
}

function byDay(a: RulePack, b: RulePack): number {
  const [left, right] = [a.effectiveFrom ?? '', b.effectiveFrom ?? ''];
  return left === right ? compare(a.edition, b.edition) : compare(left, right);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Lines of all packs, each once, in the order given. */
export const linesOf = (packs: readonly RulePack[]): readonly string[] => [...new Set(packs.map(lineOf))];

/** Whether it has been longer than the pack itself allows since somebody held it against its sources. */
export const isStale = ({ checkedOn, staleAfterDays }: RulePack, day: string): boolean =>
  daysFromTo(checkedOn, day) > staleAfterDays;
