import { sayDay } from '../base/calendar';
import { plausibleFrom } from '../base/doubtful-date';
import { counted, sayCount, verb } from '../base/wording';
import { listAction, openAction, type RankedItem, sayHowLong } from './attention-item';

/** Reviews that have been missed, and those that are due next. */
export interface ReviewsAttention {
  /** Due before today by their own day, not after an event alone; `tier1` of them are tier 1. */
  readonly reviewsOverdue: {
    readonly count: number;
    readonly tier1: number;
    readonly oldestDue: string | null;
    /** As above, of `oldestDue`. */
    readonly doubtful?: number;
  };
  /** Due from today up to the quarter's last day. */
  readonly reviewsDueThisQuarter: {
    readonly count: number;
    readonly firstDue: string | null;
    readonly quarterEnd: string;
  };
  readonly today: string;
}

/** ` To be checked first: 14 of the dates lie before 29 Nov 2016.`; '' without such dates. */
export function doubtfulWords(doubtful: number, count: number, today: string): string {
  if (doubtful === 0) return '';
  const which =
    doubtful === count
      ? verb(count, 'its date lies', 'their dates lie')
      : `${sayCount(doubtful)} of the dates ${verb(doubtful, 'lies', 'lie')}`;
  return ` To be checked: ${which} before ${sayDay(plausibleFrom(today))}.`;
}

export function reviewsOverdue({
  reviewsOverdue: { count, tier1, oldestDue, doubtful = 0 },
  today,
}: ReviewsAttention): RankedItem {
  const material =
    count === 1 ? 'It is a tier 1 model. ' : `${sayCount(tier1)} of them ${verb(tier1, 'is', 'are')} tier 1. `;
  const oldest = oldestDue === null ? '' : `The oldest has been due ${sayHowLong(oldestDue, today)}.`;
  return {
    tier: tier1 > 0 ? 1 : null,
    attention: {
      kind: 'reviews_overdue',
      severity: tier1 > 0 ? 'act' : 'watch',
      title: `${counted(count, 'review')} ${verb(count, 'is overdue by its day', 'are overdue by their day')}`,
      detail:
        `${tier1 > 0 ? material : ''}${oldest}${doubtfulWords(doubtful, count, today)}`.trim() ||
        'A review that is not held leaves a model unexamined.',
      count,
      since: oldestDue,
      action: openAction(count, { reviewDueBefore: 'yesterday' }),
    },
  };
}

export function reviewsDue({ reviewsDueThisQuarter, reviewsOverdue: overdue }: ReviewsAttention): RankedItem {
  const { count, firstDue, quarterEnd } = reviewsDueThisQuarter;
  const first = firstDue === null ? '' : `The first is due on ${sayDay(firstDue)}. `;
  return {
    tier: null,
    attention: {
      kind: 'reviews_due',
      severity: 'note',
      title: `${counted(count, overdue.count > 0 ? 'more review' : 'review')} ${verb(count, 'is', 'are')} due by ${sayDay(quarterEnd)}`,
      detail: `${first}The quarter ends on ${sayDay(quarterEnd)}.`,
      count,
      since: null,
      action: listAction(`Open the reviews due by ${sayDay(quarterEnd)}`, count, { reviewDueBefore: 'quarter-end' }),
    },
  };
}
