import { DAY_MS, dayNumber } from '../base/calendar';
import type { Tier } from '../vocabulary';
import type { IncidentFact, ModelFact } from './incident-fact';
import { isUnresolved } from './incident-moves';
import { SEVERITIES } from './vocabulary';

/** Open incidents older than this are asked after, however light they are. */
export const OLD_DAYS = 30;

/**
 * Open incidents by severity at an instant: `1`–`5`, and `unknown` where some are not rated. Empty where none had been
 * registered by then: none known is not none. Of incidents that were reopened only the last resolution is known, so a look
 * back counts them as open in between.
 */
export function openBySeverity(incidents: Iterable<IncidentFact>, atMs: number): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  let known = false;
  for (const incident of incidents) {
    if (incident.openedMs > atMs) continue;
    if (!known) for (const severity of SEVERITIES) counts[severity] = 0;
    known = true;
    if (!isOpenAt(incident, atMs)) continue;
    const key = String(incident.severity ?? 'unknown');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** Open now, or (with milliseconds) at an instant. */
export const isOpen = (incident: IncidentFact, at: number | null): boolean =>
  at === null ? isUnresolved(incident.status) : incident.openedMs <= at && isOpenAt(incident, at);

/** Over without a time: over since nobody knows when, so it is not called open at any time. */
function isOpenAt(incident: IncidentFact, atMs: number): boolean {
  if (isUnresolved(incident.status)) return true;
  const over = incident.resolvedMs ?? incident.closedMs;
  return over !== null && over > atMs;
}

/** The incident that has been open longest; `null`: none is. */
export function oldestOpen<T extends NumberedIncident>(
  incidents: Iterable<T>,
): { readonly id: string; readonly number: number; readonly openedAt: string } | null {
  let oldest: T | null = null;
  for (const incident of incidents)
    if (isUnresolved(incident.status) && (oldest === null || incident.openedMs < oldest.openedMs)) oldest = incident;
  return oldest && { id: oldest.id, number: oldest.number, openedAt: new Date(oldest.openedMs).toISOString() };
}

export interface OpenGroup {
  readonly count: number;
  /** Of the oldest, ISO. */
  readonly since: string;
  readonly example: { readonly id: string; readonly number: number; readonly modelId: string | null };
}

export interface OpenIncidents {
  /** SEV 1 and SEV 2 by the tier of their model; `null` = no tier, or no known model. */
  readonly severe: readonly (OpenGroup & { readonly tier: Tier | null; readonly sev1: number })[];
  /** The lighter ones, and those not rated, that have been open for more than 30 days. */
  readonly old: (OpenGroup & { /** They were opened before this instant, ISO. */ readonly before: string }) | null;
}

/** With the number that people call it by. */
export interface NumberedIncident extends IncidentFact {
  readonly number: number;
}

/**
 * What of the open incidents asks for attention.
 *
 * @param at milliseconds: those that were open then; left out: those that are open
 */
export function openIncidents<T extends NumberedIncident>(
  incidents: Iterable<T>,
  models: ReadonlyMap<string, ModelFact>,
  nowMs: number,
  at: number | null = null,
): OpenIncidents {
  const severe = new Map<Tier | null, T[]>();
  const old: T[] = [];
  for (const incident of incidents) {
    if (!isOpen(incident, at)) continue;
    if (incident.severity !== null && incident.severity <= 2) {
      const tier = incident.modelId === null ? null : (models.get(incident.modelId)?.tier ?? null);
      const group = severe.get(tier);
      if (group) group.push(incident);
      else severe.set(tier, [incident]);
    } else if (dayNumber(nowMs) - dayNumber(incident.openedMs) > OLD_DAYS) old.push(incident);
  }
  const before = (dayNumber(nowMs) - OLD_DAYS) * DAY_MS;
  const groupOf = (members: readonly T[]): OpenGroup[] => {
    const [first] = members;
    if (!first) return [];
    const oldest = members.reduce((least, one) => (one.openedMs < least.openedMs ? one : least), first);
    return [
      {
        count: members.length,
        since: new Date(oldest.openedMs).toISOString(),
        example: { id: oldest.id, number: oldest.number, modelId: oldest.modelId },
      },
    ];
  };
  return {
    severe: [...severe].flatMap(([tier, members]) =>
      groupOf(members).map((group) => ({
        ...group,
        tier,
        sev1: members.filter(({ severity }) => severity === 1).length,
      })),
    ),
    old: groupOf(old).map((group) => ({ ...group, before: new Date(before).toISOString() }))[0] ?? null,
  };
}
