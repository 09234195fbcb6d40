import { TIMELINE_KINDS, type TimelineKind } from '#domain/timeline/vocabulary';

export const TIMELINE_SPANS = ['all', '3y', '1y'] as const;
export type TimelineSpanName = (typeof TIMELINE_SPANS)[number];

/** What a model's timeline shows, in the address of its page: one kind of event, and how far back. */
export interface TimelineSearch {
  readonly kind?: TimelineKind;
  readonly back?: Exclude<TimelineSpanName, 'all'>;
}

const isKind = (value: unknown): value is TimelineKind => TIMELINE_KINDS.some((kind) => kind === value);

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readTimelineSearch({ kind, back }: Readonly<Record<string, unknown>>): TimelineSearch {
  return {
    ...(isKind(kind) && { kind }),
    ...((back === '3y' || back === '1y') && { back }),
  };
}
