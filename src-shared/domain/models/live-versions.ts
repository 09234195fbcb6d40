import { type Dated, isBefore, mayAgree, sayDated, spanOf } from '../base/period';
import { oneOf } from '../base/wording';
import { PRODUCTION_STAGES, type Stage } from '../vocabulary';

/** A move of a model's history, as far as it says what was live. */
export interface LiveMove {
  readonly to: Stage;
  /** `null`: that it happened is known, not when. */
  readonly when: Dated | null;
  /** '' where none was given. */
  readonly version: string;
  /** ISO day of a move without a day by which it had happened, since it was noted then; left out: not known. */
  readonly knownBy?: string | undefined;
}

/**
 * What a history says about what is live: a release puts a version live, a retirement ends all, and of the other moves only
 * the day counts, for what stands before and behind them.
 */
export interface LiveEvent {
  readonly kind: 'release' | 'retirement' | 'other';
  readonly version: string;
  readonly from: Dated | null;
  /** When the version was taken out of use, where somebody said so; its last day, if no other went live on it. */
  readonly until: Dated | null;
  /** See `LiveMove`. */
  readonly knownBy?: string | undefined;
}

export interface LiveVersion {
  /** '': a release that nobody named. */
  readonly version: string;
  readonly from: Dated | null;
  /** As it was said, else when what came next went live; `null`: not known, or still live. */
  readonly until: Dated | null;
}

/** What was live on a day. */
export interface LiveAnswer {
  /** Those that were live for certain; several where they overlap. */
  readonly live: readonly LiveVersion[];
  /** Those that may have been. */
  readonly perhaps: readonly LiveVersion[];
  /** Whether what is in `live` is known to be all; also where it is known that nothing was live. */
  readonly certain: boolean;
  /** In few words: `5.0`, `1.0 and 1.1`, `0.9 or none`, `not live yet`. */
  readonly said: string;
  /** In a sentence why it is not one version; '' where it is. */
  readonly why: string;
  /** Where nothing is live since a version ended: which, and its last day. */
  readonly ended: { readonly version: string; readonly until: Dated } | null;
}

/**
 * The events of a history. A version that first shows in another stage of production went live with it.
 *
 * @param moves in their order
 * @param endsOf when a version was taken out of use, as often as somebody said so: each end is that of its last release by then
 */
export function liveEvents(
  moves: readonly LiveMove[],
  endsOf: (version: string) => readonly Dated[] = () => [],
): readonly LiveEvent[] {
  let live: string | null = null;
  const events = moves.map(({ to, when, version, knownBy }): LiveEvent => {
    const event = { version, from: when, until: null, ...(knownBy !== undefined && { knownBy }) };
    if (to === 'retired') {
      live = null;
      return { ...event, kind: 'retirement' };
    }
    const inUse = PRODUCTION_STAGES.some((stage) => stage === to);
    const other = version !== '' && version !== live;
    if (to !== 'deployed' && !(inUse && (live === null || other))) return { ...event, kind: 'other' };
    live = version;
    return { ...event, kind: 'release' };
  });
  return withEnds(events, endsOf);
}

function withEnds(events: readonly LiveEvent[], endsOf: (version: string) => readonly Dated[]): readonly LiveEvent[] {
  const until = new Map<LiveEvent, Dated>();
  for (const releases of releasesByVersion(events).values()) {
    for (const end of endsOf(releases[0]?.event.version ?? '')) {
      const ended = releases[releaseEnded(releases, end)];
      if (ended) until.set(ended.event, end);
    }
  }
  return until.size === 0 ? events : events.map((event) => ({ ...event, until: until.get(event) ?? null }));
}

/** A release, and the day before which it cannot have been: its own, else that of what stands before it. */
export interface TimedRelease {
  readonly event: LiveEvent;
  readonly earliest: Dated | null;
}

const keyOf = (version: string): string => version.trim().toLowerCase();

/** The releases of each version in their order, by the version in small letters: one that was rolled back to has several. */
export function releasesByVersion(events: readonly LiveEvent[]): ReadonlyMap<string, readonly TimedRelease[]> {
  const named = new Map<string, TimedRelease[]>();
  let earliest: Dated | null = null;
  for (const event of events) {
    earliest = event.from ?? earliest;
    if (event.kind !== 'release') continue;
    const releases = named.get(keyOf(event.version));
    if (releases) releases.push({ event, earliest });
    else named.set(keyOf(event.version), [{ event, earliest }]);
  }
  return named;
}

/** Which of the releases of one version an end is of, as an index: the last that is not known to be later, else the first. */
export function releaseEnded(releases: readonly TimedRelease[], end: Dated): number {
  return Math.max(
    0,
    releases.findLastIndex(({ earliest }) => earliest === null || !isBefore(end, earliest)),
  );
}

/** When versions ended, by version, of what is kept of them. */
export function endsByVersion(
  kept: readonly { readonly version: string; readonly until: Dated | null }[],
): (version: string) => readonly Dated[] {
  const ends = new Map<string, Dated[]>();
  for (const { version, until } of kept)
    if (until) ends.set(keyOf(version), [...(ends.get(keyOf(version)) ?? []), until]);
  return (version) => ends.get(keyOf(version)) ?? [];
}

type Truth = 'yes' | 'no' | 'maybe';

/**
 * Which version was live on a day; what nobody can know is said to be so. A release lasts until the next one, unless it has
 * an end of its own: an earlier one leaves a gap in which nothing was live, a later one lets two be live at once. An end that
 * may be the day of the next release is that day. What has no day lies between its neighbours and may have been live there.
 *
 * @param events in the order of the history
 * @param day ISO calendar date
 */
export function liveOn(events: readonly LiveEvent[], day: string): LiveAnswer {
  const begun = begunOn(events, day);
  const last = begun.lastIndexOf('yes');
  const live: LiveVersion[] = [];
  const perhaps: LiveVersion[] = [];
  const ends = endsOf(events);
  const retired = laterThan(events, begun, ({ kind }) => kind === 'retirement');
  const replaced = laterThan(events, begun, ({ kind }) => kind !== 'other');
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'release') continue;
    const end = ends[index]?.own ?? null;
    const over = end ? either(endedOn(end, day), retired[index] ?? 'no') : (replaced[index] ?? 'no');
    const began = begun[index] ?? 'no';
    if (began === 'no' || over === 'yes') continue;
    const version = { version: event.version, from: event.from, until: ends[index]?.said ?? null };
    (began === 'yes' && over === 'no' ? live : perhaps).push(version);
  }
  if (live.length > 0 || perhaps.length > 0) {
    const none = live.length === 0 && mayBeNone(events, begun, last, ends, day);
    return answerOf(live, perhaps, none, day);
  }
  const current = events.slice(0, last + 1).findLast(({ kind }) => kind !== 'other');
  return { live, perhaps, certain: true, ...sayNothing(events, current, day) };
}

/** Whether each event had happened by the end of a day; what has no day follows from its neighbours, where it does. */
function begunOn(events: readonly LiveEvent[], day: string): readonly Truth[] {
  const begun = events.map(({ from, knownBy }): Truth => {
    if (!from) return knownBy !== undefined && knownBy <= day ? 'yes' : 'maybe';
    const span = spanOf(from.at, from.precision);
    return span.to <= day ? 'yes' : span.from > day ? 'no' : 'maybe';
  });
  const lastBegun = begun.lastIndexOf('yes');
  const firstNot = begun.indexOf('no');
  return begun.map((truth, index) => {
    if (truth !== 'maybe') return truth;
    if (index < lastBegun) return 'yes';
    return firstNot >= 0 && index > firstNot ? 'no' : 'maybe';
  });
}

interface End {
  /** Its own, where that says more than when the next one went live. */
  readonly own: Dated | null;
  readonly said: Dated | null;
}

function endsOf(events: readonly LiveEvent[]): readonly End[] {
  const ends: End[] = [];
  let next: Dated | null = null;
  for (const { kind, from, until } of events.toReversed()) {
    const own: Dated | null = until && !(next && mayAgree(until, next)) ? until : null;
    ends.push({ own, said: own ?? next ?? until });
    if (kind !== 'other') next = from;
  }
  return ends.reverse();
}

/** For each event whether one of a sort behind it had begun. */
function laterThan(
  events: readonly LiveEvent[],
  begun: readonly Truth[],
  counts: (event: LiveEvent) => boolean,
): readonly Truth[] {
  let later: Truth = 'no';
  const truths = events.toReversed().map((event, index) => {
    const behind = later;
    if (counts(event)) later = either(later, begun[events.length - 1 - index] ?? 'no');
    return behind;
  });
  return truths.reverse();
}

const either = (a: Truth, b: Truth): Truth =>
  a === 'yes' || b === 'yes' ? 'yes' : a === 'maybe' || b === 'maybe' ? 'maybe' : 'no';

/** Whether the last day lies before `day`. */
function endedOn(end: Dated, day: string): Truth {
  const span = spanOf(end.at, end.precision);
  return day > span.to ? 'yes' : day <= span.from ? 'no' : 'maybe';
}

/** Whether one of the events that may have been the latest on that day leaves nothing live. */
function mayBeNone(
  events: readonly LiveEvent[],
  begun: readonly Truth[],
  last: number,
  ends: readonly End[],
  day: string,
): boolean {
  const latest = [...events.keys()].filter((index) => index > last && begun[index] === 'maybe');
  return [last, ...latest].some((at) => {
    const index = events.findLastIndex(({ kind }, place) => place <= at && kind !== 'other');
    const event = events[index];
    if (event?.kind !== 'release') return true;
    const own = ends[index]?.own;
    return own ? endedOn(own, day) !== 'no' : false;
  });
}

const named = ({ version }: LiveVersion): string => (version === '' ? 'a version without a name' : version);

function answerOf(
  live: readonly LiveVersion[],
  perhaps: readonly LiveVersion[],
  none: boolean,
  day: string,
): LiveAnswer {
  const certain = perhaps.length === 0;
  const sure = oneOf([...new Set(live.map(named))], 'and');
  if (certain) {
    const why = live.length > 1 ? `More than one was live on ${sayDay(day)}: their times overlap.` : '';
    return { live, perhaps, certain, said: sure, why, ended: null };
  }
  // A version that went live twice may have been live in either of its times.
  const open = oneOf([...new Set(perhaps.map(named)), ...(none ? ['none'] : [])]);
  return {
    live,
    perhaps,
    certain,
    said: sure === '' ? open : `${sure}, perhaps also ${open}`,
    why: doubt(perhaps),
    ended: null,
  };
}

function doubt(perhaps: readonly LiveVersion[]): string {
  const undated = perhaps.filter(({ from }) => from === null);
  if (undated.length > 0) return `It is not known when ${oneOf([...new Set(undated.map(named))], 'and')} went live.`;
  const vague = perhaps.flatMap((one) => [one.from, one.until]).find((when) => when && when.precision !== 'day');
  return vague ? `Of ${sayDated(vague)} the day is not known.` : 'What came next has no day.';
}

function sayNothing(
  events: readonly LiveEvent[],
  current: LiveEvent | undefined,
  day: string,
): Pick<LiveAnswer, 'said' | 'why' | 'ended'> {
  const first = events.find(({ kind }) => kind === 'release');
  if (!first) return { said: 'never live', why: 'No version of it ever went live.', ended: null };
  if (!current) {
    const when = first.from ? ` on ${sayDated(first.from)}` : ' later';
    return { said: 'not live yet', why: `Its first version went live${when}.`, ended: null };
  }
  if (current.kind === 'retirement') {
    const why = current.from ? `It was retired by ${sayDated(current.from)}.` : 'It was retired.';
    return { said: 'retired', why, ended: null };
  }
  const { version, until } = current;
  const end = until ? ` ended on ${sayDated(until)}` : ' had ended';
  const why = `${version || 'Its version'}${end}, and nothing was live on ${sayDay(day)}.`;
  return { said: 'none', why, ended: until && { version, until } };
}

const sayDay = (day: string): string => sayDated({ at: day, precision: 'day' });
