import { instantMs } from '#domain/base/calendar';
import { type Dated, sayDated } from '#domain/base/period';
import { type LiveEvent, liveOn } from '#domain/models/live-versions';

/** A version from the day on which it went live to the one on which it ended, as it is drawn. */
export interface VersionSpan {
  readonly key: string;
  readonly version: string;
  /** Shares of the axis, 0 to 1. */
  readonly start: number;
  readonly end: number;
  readonly liveToday: boolean;
  /** Only the month, the quarter or the year is known of its start. */
  readonly vague: boolean;
  /** 0: the whole height; 1 or 2: the upper or the lower half, where two are live at once. */
  readonly lane: 0 | 1 | 2;
  /** In words, for whoever points at it. */
  readonly title: string;
}

export interface VersionLine {
  /** Versions without a day, in order: they stand in front of the axis, never on it. */
  readonly undated: readonly string[];
  readonly spans: readonly VersionSpan[];
}

export interface Axis {
  /** ISO days. */
  readonly from: string;
  readonly to: string;
}

const share = (day: string, { from, to }: Axis): number => {
  const [start, end] = [instantMs(from), instantMs(to)];
  return end <= start ? 0 : Math.min(1, Math.max(0, (instantMs(day) - start) / (end - start)));
};

/** From the beginning of the earliest year to today. */
export function axisOf(lines: readonly (readonly LiveEvent[])[], today: string): Axis {
  const days = lines.flatMap((events) =>
    events.flatMap(({ kind, from }) => (kind === 'release' && from ? [from.at] : [])),
  );
  const first = days.reduce((least, day) => (day < least ? day : least), today);
  return { from: `${first.slice(0, 4)}-01-01`, to: today };
}

/** The years that fit: each, or every second, fifth … where there are many. */
export function yearsOf(axis: Axis): readonly { readonly year: string; readonly at: number }[] {
  const [first, last] = [Number(axis.from.slice(0, 4)), Number(axis.to.slice(0, 4))];
  const step = [1, 2, 5, 10, 20].find((years) => (last - first) / years <= 8) ?? 50;
  const years: { year: string; at: number }[] = [];
  for (let year = first; year <= last; year += step)
    years.push({ year: String(year), at: share(`${year}-01-01`, axis) });
  return years;
}

export const placeOf = share;

/** The versions of one history as bars on an axis. */
export function versionLine(events: readonly LiveEvent[], axis: Axis, today: string): VersionLine {
  const live = new Set(liveOn(events, today).live.map(({ version }) => version));
  const shown: { span: VersionSpan; from: string; to: string }[] = [];
  for (const [index, event] of events.entries()) {
    const { kind, version, from, until } = event;
    if (kind !== 'release' || !from) continue;
    const next = events.slice(index + 1).find((one) => one.kind !== 'other' && one.from)?.from ?? null;
    const end = until ?? next;
    const to = end ? end.at.slice(0, 10) : today;
    const overlaps = shown.at(-1);
    const under = overlaps !== undefined && overlaps.to > from.at.slice(0, 10);
    if (overlaps && under && overlaps.span.lane === 0) overlaps.span = { ...overlaps.span, lane: 1 };
    shown.push({
      from: from.at.slice(0, 10),
      to,
      span: {
        key: `${version} ${from.at}`,
        version: version === '' ? 'no name' : version,
        start: share(from.at.slice(0, 10), axis),
        end: share(to < today ? to : today, axis),
        liveToday: live.has(version),
        vague: from.precision !== 'day',
        lane: under ? (overlaps.span.lane === 2 ? 1 : 2) : 0,
        title: sayTimes(version, from, end),
      },
    });
  }
  const undated = events.flatMap(({ kind, version, from }) =>
    kind === 'release' && !from ? [version || 'no name'] : [],
  );
  return { undated, spans: shown.map(({ span }) => span) };
}

const sayTimes = (version: string, from: Dated, end: Dated | null): string =>
  `${version || 'A version without a name'}: live from ${sayDated(from)}${end ? ` until ${sayDated(end)}` : ''}`;
