import type { LevelKey } from '../plan/inputs';
import type { Turn } from './turns';

/** A turn as it is met from where the plan stands. */
export interface NearTurn extends Turn {
  /** The level that becomes the cheapest there. */
  readonly reached: LevelKey;
  /** Whether it is met by more of the parameter or by less. */
  readonly side: 'above' | 'below';
}

const MOST_TOLD = 3;

/** How far away a turn is, as a factor told in logs; infinitely far where one of both is 0. */
function distance({ at, current }: Turn): number {
  return at > 0 && current > 0 ? Math.abs(Math.log(at / current)) : Number.POSITIVE_INFINITY;
}

/** The first turn on each side of where a parameter stands. */
function met(turns: readonly Turn[]): NearTurn[] {
  const names = [...new Set(turns.map(({ by }) => by))];
  return names.flatMap((name) => {
    const own = turns.filter(({ by }) => by === name);
    const above = own.find(({ at, current }) => at >= current);
    const below = own.findLast(({ at, current }) => at < current);
    return [
      ...(above ? [{ ...above, reached: above.to, side: 'above' as const }] : []),
      ...(below ? [{ ...below, reached: below.from, side: 'below' as const }] : []),
    ];
  });
}

const isPeople = ({ by }: Turn): boolean => by.endsWith('operateFte');

/** At most three, the nearest first; people per model always among them, since they decide most and are known least. */
function told(turns: readonly NearTurn[]): NearTurn[] {
  const sorted = turns.toSorted((a, b) => {
    const [near, far] = [distance(a), distance(b)];
    return near === far ? 0 : near - far;
  });
  const first = sorted.slice(0, MOST_TOLD);
  const people = sorted.find(isPeople);
  return people && !first.some(isPeople) ? [...first.slice(0, MOST_TOLD - 1), people] : first;
}

export interface NearestTurns {
  /** Towards a higher level than the cheapest. */
  readonly higher: readonly NearTurn[];
  readonly lower: readonly NearTurn[];
}

/** The nearest turns in each direction from the cheapest level. */
export function nearestTurns(turns: readonly Turn[], cheapest: LevelKey): NearestTurns {
  const all = met(turns);
  return {
    higher: told(all.filter(({ reached }) => reached > cheapest)),
    lower: told(all.filter(({ reached }) => reached < cheapest)),
  };
}
