import { type DurationSummary, summarizeDurations } from './duration-summary';
import { DAY_MS, type IncidentFact } from './incident-fact';
import { ENOUGH } from './incident-metrics';
import { type Proportion, wilson } from './wilson';

/** The days on which a model was measured, ascending (days since 1970, UTC), and whether the worst verdict was *act*. */
export interface MeasuredDays {
  readonly days: readonly number[];
  readonly act: readonly boolean[];
}

export interface AnnouncedIncident {
  readonly id: string;
  readonly modelId: string;
  /** `unwatched`: the model was not measured in the time before. */
  readonly outcome: 'announced' | 'not_announced' | 'unwatched';
  /** The first *act* among the windows before, as a day since 1970; `null`: there was none. */
  readonly alarmDay: number | null;
  /** Days from that alarm to the opening. */
  readonly leadDays: number | null;
}

export interface Announced {
  /** How many measured days before an incident count. */
  readonly windows: number;
  readonly incidents: readonly AnnouncedIncident[];
  readonly announced: number;
  readonly notAnnounced: number;
  readonly unwatched: number;
  /** Measured days with an *act* that an incident followed within the windows, that none did, and that may still be. */
  readonly alarmsFollowed: number;
  readonly alarmsFalse: number;
  readonly alarmsPending: number;
  /** Followed of judged alarms, and announced of watched incidents; rate and interval are silent below ten. */
  readonly precision: Proportion;
  readonly recall: Proportion;
  /** In days; silent below ten. */
  readonly leadTime: DurationSummary;
  /** Below this many the figures are silent and only the counts stand. */
  readonly enough: number;
}

/** Without two gaps nobody knows how often a model is measured: silence is then told by this many days. */
const UNKNOWN_GAP = 30;

/**
 * Drift before incident; rules.md 7. The windows before an incident are the k latest measured days of its model that lie
 * before the day of its opening (a verdict of the same day may have come after it). A model whose latest result is older than k
 * of its usual gaps was not watched. An alarm is a measured day with an *act*: it is followed when it is among the windows
 * before some incident, false when k later measured days have passed without, else still open.
 * @param alarmDays days (since 1970, both included) whose alarms are counted; left out: all
 */
export function announcedByDrift(
  incidents: readonly IncidentFact[],
  measured: ReadonlyMap<string, MeasuredDays>,
  windows: number,
  alarmDays: { readonly from: number; readonly to: number } = ALL_DAYS,
): Announced {
  const judged: AnnouncedIncident[] = [];
  const followed = new Map<string, Set<number>>();
  for (const incident of incidents) {
    if (incident.modelId === null) continue;
    const { days, act } = measured.get(incident.modelId) ?? NEVER;
    const openedDay = Math.floor(incident.openedMs / DAY_MS);
    const end = countBefore(days, openedDay);
    const start = Math.max(0, end - windows);
    const last = days[end - 1];
    const head = { id: incident.id, modelId: incident.modelId };
    if (last === undefined || openedDay - last > windows * usualGapBefore(days, end)) {
      judged.push({ ...head, outcome: 'unwatched', alarmDay: null, leadDays: null });
      continue;
    }
    let alarmDay: number | null = null;
    for (let at = end - 1; at >= start; at -= 1) {
      if (!act[at]) continue;
      alarmDay = days[at] ?? null;
      const places = followed.get(incident.modelId) ?? new Set();
      followed.set(incident.modelId, places.add(at));
    }
    judged.push({
      ...head,
      outcome: alarmDay === null ? 'not_announced' : 'announced',
      alarmDay,
      leadDays: alarmDay === null ? null : openedDay - alarmDay,
    });
  }
  return summarize(judged, countAlarms(measured, followed, windows, alarmDays), windows);
}

const ALL_DAYS = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
const NEVER: MeasuredDays = { days: [], act: [] };

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

interface Alarms {
  readonly followed: number;
  readonly false: number;
  readonly pending: number;
}

function countAlarms(
  measured: ReadonlyMap<string, MeasuredDays>,
  followed: ReadonlyMap<string, ReadonlySet<number>>,
  windows: number,
  { from, to }: { readonly from: number; readonly to: number },
): Alarms {
  const alarms = { followed: 0, false: 0, pending: 0 };
  for (const [modelId, { days, act }] of measured) {
    const hits = followed.get(modelId);
    act.forEach((isAct, at) => {
      const day = days[at] ?? 0;
      if (!isAct || day < from || day > to) return;
      if (hits?.has(at)) alarms.followed += 1;
      else if (at + windows < days.length) alarms.false += 1;
      else alarms.pending += 1;
    });
  }
  return alarms;
}

function summarize(incidents: readonly AnnouncedIncident[], alarms: Alarms, windows: number): Announced {
  const count = (outcome: AnnouncedIncident['outcome']): number =>
    incidents.filter((one) => one.outcome === outcome).length;
  const announced = count('announced');
  const notAnnounced = count('not_announced');
  const lead = summarizeDurations(incidents.flatMap(({ leadDays }) => leadDays ?? []));
  return {
    windows,
    incidents,
    announced,
    notAnnounced,
    unwatched: count('unwatched'),
    alarmsFollowed: alarms.followed,
    alarmsFalse: alarms.false,
    alarmsPending: alarms.pending,
    precision: silentBelow(alarms.followed, alarms.followed + alarms.false),
    recall: silentBelow(announced, announced + notAnnounced),
    leadTime: lead.n < ENOUGH ? { median: null, p90: null, n: lead.n, low: null, high: null, mean: null } : lead,
    enough: ENOUGH,
  };
}

const silentBelow = (part: number, n: number): Proportion =>
  n < ENOUGH ? { rate: null, low: null, high: null, n } : wilson(part, n);
