import { addDays, instantMs, sayDay } from '../base/calendar';
import type { Tier } from '../vocabulary';
import { REVIEW_EVENTS, type ReviewEventKind } from './vocabulary';

export type ReviewEventDays = Readonly<Record<ReviewEventKind, number>>;

/** Days from an event to its review; ours, no text names them. 0: it calls for none. */
export const DEFAULT_REVIEW_EVENT_DAYS: ReviewEventDays = { incident: 90, drift: 90, change: 90, release: 0 };

export interface ReviewEvent {
  readonly kind: ReviewEventKind;
  /** ISO day. */
  readonly on: string;
  /** The incident, the version; '' = nothing to name. */
  readonly name: string;
  readonly incidentId: string | null;
}

export interface Reviewable {
  /** The regular day: typed, or by tier; `null`: none. */
  readonly regular: string | null;
  readonly source: 'typed' | 'tier' | 'none';
  readonly tier: Tier | null;
  /** The last approval, and the last review that evidence shows; instants or days. */
  readonly lastApprovalAt: string | null;
  readonly lastReviewOn: string | null;
  readonly events: readonly ReviewEvent[];
}

/** `1 by its day and 3 after events`: the two kinds of reviews that are overdue; '' where none is. */
export function sayOverdueKinds(overdue: number, afterEvents: number, count: (value: number) => string): string {
  const byDay = overdue - afterEvents;
  return [
    ...(byDay > 0 ? [`${count(byDay)} by ${byDay === 1 ? 'its' : 'their'} day`] : []),
    ...(afterEvents > 0 ? [`${count(afterEvents)} after ${afterEvents === 1 ? 'an event' : 'events'}`] : []),
  ].join(' and ');
}

export interface PlannedReview {
  readonly day: string;
  /** The regular day where an event brought the review forward; `null`: the day is the regular one, or there is none. */
  readonly before: string | null;
  readonly event: ReviewEvent | null;
  readonly why: string;
}

export const eventWords = ({ kind, name, on }: ReviewEvent): string => {
  switch (kind) {
    case 'incident':
      return `incident ${name} of ${sayDay(on)}`;
    case 'drift':
      return `drift at act since ${sayDay(on)}`;
    case 'change':
      return `a substantial change of ${sayDay(on)}`;
    case 'release':
      return `version ${name} of ${sayDay(on)}`;
  }
};

/**
 * When a model is reviewed next: on its regular day, or so many days after the first event since it was last looked at, if that
 * is earlier; `null`: nothing says when. An event on the day of an approval or review was before the eyes of whoever gave it.
 */
export function plannedReview(model: Reviewable, days: ReviewEventDays): PlannedReview | null {
  const looked = [model.lastApprovalAt, model.lastReviewOn]
    .flatMap((at) => (at === null ? [] : [new Date(instantMs(at)).toISOString().slice(0, 10)]))
    .toSorted()
    .at(-1);
  const called = model.events
    .filter(({ kind, on }) => days[kind] > 0 && (looked === undefined || on > looked))
    .map((event) => ({ event, day: addDays(event.on, days[event.kind]) }))
    .toSorted((a, b) =>
      a.day < b.day
        ? -1
        : a.day > b.day
          ? 1
          : REVIEW_EVENTS.indexOf(a.event.kind) - REVIEW_EVENTS.indexOf(b.event.kind),
    )[0];
  const { regular, source, tier } = model;
  if (called !== undefined && (regular === null || called.day < regular)) {
    const of = days[called.event.kind];
    return {
      day: called.day,
      before: regular,
      event: called.event,
      why: `Within ${of} days of ${eventWords(called.event)}`,
    };
  }
  if (regular === null) return null;
  const why = source === 'typed' ? 'On the day that was typed' : `By tier ${tier ?? ''}`.trim();
  return { day: regular, before: null, event: null, why };
}
