/** A row of the list: an event, or a period whose events are folded into one line. */
export type TimelineRow<E> =
  | { readonly type: 'event'; readonly event: E }
  | {
      readonly type: 'period';
      /** `2024`, `2024-03`, `undated`; with a `+` the rest of a period too long for one go. */
      readonly key: string;
      readonly count: number;
      readonly open: boolean;
      readonly depth: 0 | 1;
    };

interface DatedEvent {
  readonly at: string | null;
}

/** A list that is not longer than this stands there whole, and so many rows are open at first of one that is. */
export const OPEN_AT_FIRST = 16;
/** A year with more is folded by months. */
const BY_MONTH = 40;
/** More rows of one month come by the hundred. */
const AT_ONCE = 100;

const periodOf = ({ at }: DatedEvent, length: 4 | 7): string => (at === null ? 'undated' : at.slice(0, length));

/**
 * Events, newest first, as rows: years and, of a year that is long itself, months fold, the newest are open at first.
 * @param toggled keys of the periods that were opened or closed by hand
 */
export function foldEvents<E extends DatedEvent>(
  events: readonly E[],
  toggled: ReadonlySet<string>,
): readonly TimelineRow<E>[] {
  if (events.length <= OPEN_AT_FIRST) return events.map((event) => ({ type: 'event', event }));
  return periods(events, 4, toggled, 0);
}

function periods<E extends DatedEvent>(
  events: readonly E[],
  length: 4 | 7,
  toggled: ReadonlySet<string>,
  depth: 0 | 1,
): readonly TimelineRow<E>[] {
  const rows: TimelineRow<E>[] = [];
  let shown = 0;
  for (const [key, own] of grouped(events, length)) {
    // The first period is open however long it is: its months fold in turn.
    const atFirst = shown === 0 || shown + own.length <= OPEN_AT_FIRST;
    const open = atFirst !== toggled.has(key);
    shown += own.length;
    rows.push({ type: 'period', key, count: own.length, open, depth });
    if (!open) continue;
    const byMonth = depth === 0 && key !== 'undated' && own.length > BY_MONTH;
    rows.push(...(byMonth ? periods(own, 7, toggled, 1) : inPortions(key, own, toggled, depth)));
  }
  return rows;
}

function grouped<E extends DatedEvent>(events: readonly E[], length: 4 | 7): ReadonlyMap<string, readonly E[]> {
  const groups = new Map<string, E[]>();
  for (const event of events) {
    const key = periodOf(event, length);
    const known = groups.get(key);
    if (known) known.push(event);
    else groups.set(key, [event]);
  }
  return groups;
}

function inPortions<E>(
  key: string,
  events: readonly E[],
  toggled: ReadonlySet<string>,
  depth: 0 | 1,
): readonly TimelineRow<E>[] {
  const all = toggled.has(`${key}+`) || events.length <= AT_ONCE;
  const rows = (all ? events : events.slice(0, AT_ONCE)).map((event): TimelineRow<E> => ({ type: 'event', event }));
  if (events.length <= AT_ONCE || all) return rows;
  return [...rows, { type: 'period', key: `${key}+`, count: events.length - AT_ONCE, open: false, depth }];
}
