import { DATE_PRECISIONS, quarterOf, spanOf } from '../base/period';

/** Something happened after the one and not after the other: ISO instants. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/**
 * The day of something that has no time of its own, as finely as it is known: a day, month, quarter or year in which all of the
 * interval lies, written as a file would have it (`2026-11-25`, `2026-11`, `2026-Q4`, `2026`); '' where it lies in no one year, or ends
 * before it begins.
 */
export function periodBetween({ from, to }: Between): string {
  if (to < from) return '';
  const precision = DATE_PRECISIONS.find((one) => spanOf(from, one).to >= to.slice(0, 10));
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  switch (precision) {
    case 'day':
      return from.slice(0, 10);
    case 'month':
      return month;
    case 'quarter':
      return `${year}-Q${quarterOf(from)}`;
    case 'year':
      return year;
    default:
      return '';
  }
}

/** What was seen of a model's live version the last time. */
export interface SeenLive extends Between {
  readonly version: string;
}

export interface LiveNow {
  readonly version: string;
  /** When the source was told of the version: it was not live before. */
  readonly created: string;
  /** Nothing of it was changed after this: so it was live by then. `null`: the source has no such time. */
  readonly settled: string | null;
}

/**
 * When the version that is live now went live. What was live the last time already, went live when it did; what was not, did so
 * between that look and this one, unless its source says that it is as it was before that look; and nothing goes live before it is there.
 *
 * @param before what was seen the last time; `null`: nobody looked, or no version was live
 * @param lastLook ISO instant of that look
 */
export function liveSince(now: LiveNow, before: SeenLive | null, lastLook: string | null, at: string): SeenLive {
  const { version, created, settled } = now;
  if (before?.version === version) return before;
  // Nothing of it was changed since before that look, so it was live then, whatever was seen beside it.
  if (settled !== null && lastLook !== null && settled < lastLook) return { version, from: created, to: settled };
  const from = lastLook !== null && lastLook > created ? lastLook : created;
  const to = settled !== null && settled >= from && settled < at ? settled : at;
  return { version, from, to };
}
