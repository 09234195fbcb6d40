import { type LevelKey, sayLevel } from '../plan/inputs';
import { sayTenths, sayTenthsAlone } from './tenths';

/** What the runs say of the level that costs least as the plan stands. */
export interface RunsStanding {
  /** Share of the runs in which it costs least. */
  readonly share: number;
  /** Another level that costs least in more runs than it does. */
  readonly more: { readonly level: LevelKey; readonly share: number } | null;
}

export interface RunsAsked {
  readonly cheapest: LevelKey;
  /** Of the levels, lowest first; `null`: nothing was simulated. */
  readonly shares: ReadonlyMap<LevelKey, number> | null;
  /** Nobody has said how many people today's way takes: no share is given for it, nor of what it would win. */
  readonly peopleOpen: boolean;
}

/**
 * The standing of the level that costs least, which may not be the one of most runs: base and runs are two things, and both are
 * said. `open`: today's way is one of the two and nobody has said how many people it takes. `null`: nothing was simulated.
 */
export function runsStanding({ cheapest, shares, peopleOpen }: RunsAsked): RunsStanding | 'open' | null {
  const share = shares?.get(cheapest);
  if (!shares || share === undefined) return null;
  const [baseline] = shares.keys();
  const [most = cheapest, found = share] = [...shares].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  const more = found > share ? { level: most, share: found } : null;
  if (peopleOpen && (cheapest === baseline || more?.level === baseline)) return 'open';
  return { share, more };
}

/** `about 4 of 10 runs, level 2 in about 6`; `noun`: the word runs, left out where it stands above. */
export function sayStanding({ share, more }: RunsStanding, noun = true): string {
  const own = noun ? sayTenths(share) : sayTenthsAlone(share);
  if (more === null) return own;
  const other = sayTenthsAlone(more.share);
  return `${own}, ${sayLevel(more.level)} in ${other === sayTenthsAlone(share) ? 'slightly more' : other.replace(/ of 10$/, '')}`;
}
