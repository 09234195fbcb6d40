import { dayNumber } from '../base/calendar';
import { type DurationSummary, NO_DURATIONS, summarizeDurations } from './duration-summary';
import type { IncidentFact } from './incident-fact';
import { ENOUGH } from './incident-metrics';
import { ALARM_OUTCOMES, type AlarmOutcome } from './vocabulary';
import { type Proportion, wilson } from '../base/wilson';

/** The days on which a model was measured, ascending (days since 1970, UTC), and whether the worst verdict was *act*. */
export interface MeasuredDays {
  readonly days: readonly number[];
  readonly act: readonly boolean[];
}

export interface AnnouncedIncident<T extends IncidentFact = IncidentFact> {
  readonly incident: T;
  readonly modelId: string;
  /** `unwatched`: the model was not measured in the time before. */
  readonly outcome: 'announced' | 'not_announced' | 'unwatched';
  /** The first *act* among the windows before, as a day since 1970; `null`: there was none. */
  readonly alarmDay: number | null;
  /** Days from that alarm to the opening. */
  readonly leadDays: number | null;
}

/** One run of measured days with an *act*, without a measured day of another verdict between them. */
export interface Alarm {
  readonly modelId: string;
  /** Its first and its last *act*, as days since 1970. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Measured days in it. */
  readonly days: number;
  readonly outcome: AlarmOutcome;
}

export type OutcomeCounts = Readonly<Record<AlarmOutcome, number>>;

export interface Announced<T extends IncidentFact = IncidentFact> {
  /** How many measured days before an incident count. */
  readonly windows: number;
  readonly incidents: readonly AnnouncedIncident<T>[];
  readonly alarms: readonly Alarm[];
  readonly announced: number;
  readonly notAnnounced: number;
  readonly unwatched: number;
  /** Alarms that an incident followed within the windows, that none did, and that one may still follow. */
  readonly alarmsFollowed: number;
  readonly alarmsFalse: number;
  readonly alarmsPending: number;
  /** The same of each measured day with an *act*: a long alarm counts once for each of its days. */
  readonly actDays: OutcomeCounts;
  /** Followed of judged alarms, of judged days, and announced of watched incidents; rate and interval are silent below ten. */
  readonly precision: Proportion;
  readonly dayPrecision: Proportion;
  readonly recall: Proportion;
  /** In days; silent below ten. */
  readonly leadTime: DurationSummary;
  /** Below this many the figures are silent and only the counts stand. */
  readonly enough: number;
}

/** Without two gaps nobody knows how often a model is measured: silence is then told by this many days. */
const UNKNOWN_GAP = 30;

export interface AnnouncedInput<T extends IncidentFact> {
  /** Those that are judged. */
  readonly incidents: readonly T[];
  /** All that may have followed an alarm; left out: the judged ones. */
  readonly followers?: readonly IncidentFact[];
  readonly measured: ReadonlyMap<string, MeasuredDays>;
  readonly windows: number;
  /** Days since 1970, both included: alarms that began in them, and days of them with an *act*, are counted; left out: all. */
  readonly alarmDays?: { readonly from: number; readonly to: number };
}

/**
 * Drift before incident; rules.md 7. The windows before an incident are the k latest measured days of its model that lie
 * before the day of its opening (a verdict of the same day may have come after it). A model whose latest result is older than k
 * of its usual gaps was not watched. An alarm is a run of measured days with an *act*: it is followed when one of its days is
 * among the windows before some incident, false when k measured days have passed after its last without, else still open.
 */
export function announcedByDrift<T extends IncidentFact>({
  incidents,
  followers = incidents,
  measured,
  windows,
  alarmDays = ALL_DAYS,
}: AnnouncedInput<T>): Announced<T> {
  const judged = incidents.flatMap((incident) => judge(incident, measured, windows));
  const { alarms, actDays } = judgeAlarms(followedDays(followers, measured, windows), measured, windows, alarmDays);
  const count = (outcome: AnnouncedIncident['outcome']): number =>
    judged.reduce((sum, one) => (one.outcome === outcome ? sum + 1 : sum), 0);
  const announced = count('announced');
  const notAnnounced = count('not_announced');
  const [followed, wrong, pending] = ALARM_OUTCOMES.map(
    (outcome) => alarms.filter((one) => one.outcome === outcome).length,
  );
  const alarmsFollowed = followed ?? 0;
  const alarmsFalse = wrong ?? 0;
  const lead = summarizeDurations(judged.flatMap(({ leadDays }) => leadDays ?? []));
  return {
    windows,
    incidents: judged,
    alarms,
    announced,
    notAnnounced,
    unwatched: count('unwatched'),
    alarmsFollowed,
    alarmsFalse,
    alarmsPending: pending ?? 0,
    actDays,
    precision: silentBelow(alarmsFollowed, alarmsFollowed + alarmsFalse),
    dayPrecision: silentBelow(actDays.followed, actDays.followed + actDays.false),
    recall: silentBelow(announced, announced + notAnnounced),
    leadTime: lead.n < ENOUGH ? { ...NO_DURATIONS, n: lead.n } : lead,
    enough: ENOUGH,
  };
}

const ALL_DAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };

const silentBelow = (part: number, n: number): Proportion =>
  n < ENOUGH ? { rate: null, low: null, high: null, n } : wilson(part, n);

/** @returns none for an incident of no known model */
function judge<T extends IncidentFact>(
  incident: T,
  measured: ReadonlyMap<string, MeasuredDays>,
  windows: number,
): AnnouncedIncident<T>[] {
  const { modelId } = incident;
  if (modelId === null) return [];
  const known = measured.get(modelId);
  const before = known && windowsBefore(incident, known, windows);
  if (!known || !before) return [{ incident, modelId, outcome: 'unwatched', alarmDay: null, leadDays: null }];
  for (let at = before.start; at < before.end; at += 1) {
    if (!known.act[at]) continue;
    const alarmDay = known.days[at] ?? 0;
    return [{ incident, modelId, outcome: 'announced', alarmDay, leadDays: dayOfOpening(incident) - alarmDay }];
  }
  return [{ incident, modelId, outcome: 'not_announced', alarmDay: null, leadDays: null }];
}

const dayOfOpening = ({ openedMs }: IncidentFact): number => dayNumber(openedMs);

/** Which measured days are the windows before an incident, from `start` to before `end`; `null`: it was not watched. */
function windowsBefore(
  incident: IncidentFact,
  { days }: MeasuredDays,
  windows: number,
): { readonly start: number; readonly end: number } | null {
  const opened = dayOfOpening(incident);
  const end = countBefore(days, opened);
  const last = days[end - 1];
  if (last === undefined) return null;
  const silence = opened - last;
  // A gap is a day at least: the usual one is asked for only where that does not decide.
  if (silence > windows && silence > windows * usualGapBefore(days, end)) return null;
  return { start: Math.max(0, end - windows), end };
}

/** How many of the ascending days lie before `day`. */
function countBefore(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const GAPS_ASKED = 20;

/** The median of the newest gaps before an incident, in days. */
function usualGapBefore(days: readonly number[], end: number): number {
  const newest = days.slice(Math.max(0, end - GAPS_ASKED - 1), end);
  const gaps = newest.slice(1).map((day, at) => day - (newest[at] ?? day));
  if (gaps.length < 2) return UNKNOWN_GAP;
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? UNKNOWN_GAP;
}

/** Of each model, for each measured day whether it is among the windows before some incident. */
function followedDays(
  incidents: readonly IncidentFact[],
  measured: ReadonlyMap<string, MeasuredDays>,
  windows: number,
): ReadonlyMap<string, Uint8Array> {
  const followed = new Map<string, Uint8Array>();
  for (const incident of incidents) {
    const { modelId } = incident;
    const known = modelId === null ? undefined : measured.get(modelId);
    const before = known && windowsBefore(incident, known, windows);
    if (modelId === null || !known || !before) continue;
    const days = followed.get(modelId) ?? new Uint8Array(known.days.length);
    followed.set(modelId, days.fill(1, before.start, before.end));
  }
  return followed;
}

function judgeAlarms(
  followed: ReadonlyMap<string, Uint8Array>,
  measured: ReadonlyMap<string, MeasuredDays>,
  windows: number,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly alarms: readonly Alarm[]; readonly actDays: OutcomeCounts } {
  const alarms: Alarm[] = [];
  const actDays = { followed: 0, false: 0, pending: 0 };
  for (const [modelId, { days, act }] of measured) {
    const hits = followed.get(modelId);
    const outcomeOf = (first: number, last: number): AlarmOutcome => {
      if (hits?.subarray(first, last + 1).includes(1)) return 'followed';
      return last + windows < days.length ? 'false' : 'pending';
    };
    const isCounted = (at: number): boolean => (days[at] ?? 0) >= from && (days[at] ?? 0) <= to;
    let first = 0;
    for (let at = 0; at < days.length; at += 1) {
      if (!act[at]) continue;
      if (isCounted(at)) actDays[outcomeOf(at, at)] += 1;
      if (!act[at - 1]) first = at;
      if (act[at + 1] || !isCounted(first)) continue;
      const span = { firstDay: days[first] ?? 0, lastDay: days[at] ?? 0, days: at - first + 1 };
      alarms.push({ modelId, ...span, outcome: outcomeOf(first, at) });
    }
  }
  return { alarms, actDays };
}
