import { daysPassed } from '../base/calendar';
import { percentile } from '../base/percentile';
import type { DatePrecision } from '../base/period';
import { counted, sayQuantity } from '../base/wording';
import type { RetrainingState } from './vocabulary';

/** Fewer say nothing on what is usual. */
const ENOUGH = 5;

export interface LeadFacts {
  readonly state: RetrainingState;
  readonly openedAt: string;
  readonly liveAt: string | null;
  readonly livePrecision: DatePrecision;
}

export interface RetrainingLead {
  /** Days; `null`: none has gone live on a known day. */
  readonly median: number | null;
  /** How many it is the median of. */
  readonly n: number;
}

/**
 * Lead time of retraining: days from the day it was asked for to the day on which the version that resolved it went live. An
 * item that was decided against, or whose release is known to the month only, has none.
 */
export function retrainingLead(items: readonly LeadFacts[]): RetrainingLead {
  const days = items
    .flatMap(({ state, openedAt, liveAt, livePrecision }) =>
      state === 'live' && liveAt !== null && livePrecision === 'day' ? [Math.max(0, daysPassed(openedAt, liveAt))] : [],
    )
    .toSorted((a, b) => a - b);
  return { median: days.length === 0 ? null : percentile(days, 0.5), n: days.length };
}

/** `From due to live: 29 days (median, n = 3, too few for a rule)`, without a full stop. */
export function sayLead({ median, n }: RetrainingLead): string {
  if (median === null) return 'None has gone live on a known day yet, so there is no lead time';
  return `From due to live: ${counted(median, 'day')} (median, n = ${sayQuantity(n)}${n < ENOUGH ? ', too few for a rule' : ''})`;
}
