import { percentile } from '../base/percentile';
import { type Dated, sayDated, spanOf } from '../base/period';

/** First days (ISO) that are believed without asking. */
export interface FirstDays {
  /** Of an idea or a proposal, which may be older than the tools of today. */
  readonly proposed: string;
  /** Of everything that comes behind it. */
  readonly later: string;
}

/** No model that is held in an inventory today was built before; older days are mostly defaults and slips of a spreadsheet. */
const FIRST_BUILT = '1995-01-01';
const FIRST_EVER = '1950-01-01';
/** A day that lies further than this before the others is none of the same portfolio's. */
const YEARS_BEFORE_OTHERS = 15;
/** Fewer days than these show nothing of a portfolio. */
const ENOUGH = 8;

/**
 * The first days that a portfolio with these other days makes believable: fifteen years before its lower quartile, which a few
 * slips among them do not move, and 1995 for all but proposals.
 *
 * @param days ISO days or instants, in any order; of fewer than eight only 1995 counts
 */
export function firstBelievableDays(days: Iterable<string>): FirstDays {
  const years = Int16Array.from(yearsOf(days)).sort();
  if (years.length < ENOUGH) return { proposed: FIRST_EVER, later: FIRST_BUILT };
  const early = Math.floor(percentile(years, 0.25)) - YEARS_BEFORE_OTHERS;
  const shown = `${String(early).padStart(4, '0')}-01-01`;
  const latest = (a: string, b: string): string => (a > b ? a : b);
  return { proposed: latest(FIRST_EVER, shown), later: latest(FIRST_BUILT, shown) };
}

function* yearsOf(days: Iterable<string>): Generator<number> {
  for (const day of days) yield Number(day.slice(0, 4));
}

/** Why a time is not believed without asking, as a sentence without a remedy; `null`: it is. */
export function whyUnlikely(when: Dated, isProposal: boolean, first: FirstDays): string | null {
  const bound = isProposal ? first.proposed : first.later;
  if (spanOf(when.at, when.precision).to >= bound) return null;
  if (bound === FIRST_BUILT) return `${sayDated(when)} is earlier than models of today were built.`;
  return `${sayDated(when)} lies more than ${YEARS_BEFORE_OTHERS} years before most dates of this portfolio.`;
}
