import { sayDay } from '../base/calendar';
import type { RetrainingState } from '../drift/vocabulary';
import { eventOf, type FactEvent, type TimelineSpan } from './timeline-event';

export interface TimelineRetraining {
  readonly id: string;
  readonly askedBy: 'drift' | 'person';
  readonly openedAt: string;
  readonly openedBy: string;
  /** As somebody said it; `null`: nobody has. */
  readonly startedAt: string | null;
  readonly owner: string;
  readonly until: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string;
  readonly note: string;
  readonly state: RetrainingState;
  readonly open: boolean;
  /** Why it was asked for, and where it stands, as `sayRetraining` and `sayStanding` say it. */
  readonly words: string;
  readonly stands: string;
}

/** A retraining as its story: asked for, in work, over. */
export const retrainingEvents = (items: readonly TimelineRetraining[]): readonly FactEvent[] =>
  items.flatMap((item): FactEvent[] => {
    const rows = [{ table: 'retraining_items', id: item.id }];
    const asked: FactEvent = {
      event: eventOf({
        key: `retraining ${item.id}`,
        kind: 'retraining',
        at: item.openedAt,
        mark: item.open ? 'act' : null,
        what: `Retraining ${item.askedBy === 'drift' ? 'due' : 'asked for'}: ${item.words}`,
        detail: item.open && item.startedAt === null ? item.stands : '',
        who: item.openedBy,
      }),
      rows,
    };
    const until = item.until === null ? '' : `, to be live by ${sayDay(item.until)}`;
    const started: FactEvent[] =
      item.startedAt === null
        ? []
        : [
            {
              event: eventOf({
                key: `retraining ${item.id} started`,
                kind: 'retraining',
                at: item.startedAt,
                what: `Retraining in work${item.owner === '' ? '' : ` by ${item.owner}`}${until}`,
                detail: item.open ? item.stands : '',
                who: item.owner,
              }),
              rows,
              step: { channels: ['drift.startRetraining', 'drift.askRetraining'] },
            },
          ];
    const over: FactEvent[] =
      item.resolvedAt === null
        ? []
        : [
            {
              event: eventOf({
                key: `retraining ${item.id} over`,
                kind: 'retraining',
                at: item.resolvedAt,
                mark: item.state === 'live' ? 'ok' : null,
                what: `Retraining over: ${item.stands}`,
                detail: item.note,
                who: item.resolvedBy,
              }),
              rows,
              step: { channels: ['drift.resolve'] },
            },
          ];
    return [asked, ...started, ...over];
  });

export const retrainingSpans = (items: readonly TimelineRetraining[]): readonly TimelineSpan[] =>
  items.map((item) => ({
    key: item.id,
    lane: 'retraining',
    from: item.openedAt,
    to: item.open ? null : (item.resolvedAt ?? item.openedAt),
    mark: item.open ? 'act' : null,
    label: item.state === 'in_work' ? 'in work' : item.open ? 'due' : '',
    title: `${item.words}. ${item.stands}`,
  }));
