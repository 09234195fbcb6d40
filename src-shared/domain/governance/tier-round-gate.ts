import { sayDay } from '../base/calendar';
import type { Tier } from '../vocabulary';

export interface TierStep {
  /** ISO instant. */
  readonly at: string;
  readonly by: string;
  readonly from: Tier | null;
  readonly to: Tier | null;
  /** It was made after the move into production. */
  readonly after: boolean;
}

/** The tier that a model had when it went live, where it is another one today, and who changed it. */
export interface TierThen {
  readonly atMove: Tier | null;
  readonly now: Tier | null;
  /** The last change to the tier of that day, before the move; `null`: it came with it. */
  readonly lowered: TierStep | null;
  /** The last change since. */
  readonly raised: TierStep;
}

const named = (tier: Tier | null): string => (tier === null ? 'none' : `${tier}`);
const weight = (tier: Tier | null): number => tier ?? 4;

/**
 * Whether a model went live under a lower tier than it has today; `null`: it did not. A model without a tier counts as below tier 3.
 * @param steps in their order
 */
export function tierThen(steps: readonly TierStep[], now: Tier | null): TierThen | null {
  const since = steps.filter(({ after }) => after);
  const raised = since.at(-1);
  const [first] = since;
  if (raised === undefined || first === undefined || weight(first.from) <= weight(now)) return null;
  const before = steps.filter(({ after }) => !after).at(-1) ?? null;
  const lowered = before !== null && weight(before.from) < weight(before.to) ? before : null;
  return { atMove: first.from, now, lowered, raised };
}

/** `its tier was 3 when it went live on 10 Nov 2026 (lowered from 1 by Ada on 9 Nov 2026); Ada raised it to 1 on 12 Nov 2026` */
export function tierThenWords({ atMove, now, lowered, raised }: TierThen, wentLive: string | null): string {
  const was = atMove === null ? 'it had no tier' : `its tier was ${atMove}`;
  const live = wentLive === null ? 'when it went live' : `when it went live on ${sayDay(wentLive)}`;
  const how =
    lowered === null ? '' : ` (lowered from ${named(lowered.from)} by ${lowered.by} on ${sayDay(lowered.at)})`;
  return `${was} ${live}${how}; ${raised.by} raised it to ${named(now)} on ${sayDay(raised.at)}`;
}
