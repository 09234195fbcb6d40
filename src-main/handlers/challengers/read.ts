import type { Challenger, Comparison } from '#contract/models/challengers';
import { challengerStanding, sayChallenger } from '#domain/models/challenger';
import { readSideBySide } from '../../store/drift/side-by-side';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { type NamedChallenger, runningOf } from '../../store/models/challengers';

const keyOf = (version: string): string => version.trim().toLowerCase();

/** @param day ISO, on which it is asked where it stands */
export function toChallenger(row: NamedChallenger, day: string): Challenger {
  const standing = challengerStanding(runningOf(row), day);
  const decided = row.ended_at !== null && row.ended_at.slice(0, 10) <= day;
  return {
    id: row.id,
    modelId: row.model_id,
    model: row.name,
    tier: asTier(row.tier),
    version: row.version,
    champion: row.champion,
    live: row.live,
    mode: row.mode,
    share: row.share,
    startedAt: row.started_at,
    decideBy: row.decide_by,
    note: row.note,
    startedBy: row.actor,
    ...standing,
    outcome: decided ? row.outcome : null,
    endedAt: decided ? row.ended_at : null,
    endedBy: row.ended_by,
    reason: row.reason,
    evidence: row.evidence === '' ? null : (JSON.parse(row.evidence) as Comparison), // written by the decision
    words: sayChallenger(row),
  };
}

/** Both since the challenger began, up to its end or an instant. */
export async function compareSides(read: ReadHandle, row: NamedChallenger, at: string): Promise<Comparison> {
  const [fromMs, toMs] = [Date.parse(row.started_at), Date.parse(row.ended_at ?? at)];
  const champion = row.outcome === null ? row.live : row.champion;
  const counts = { champion: 0, challenger: 0, withoutVersion: 0 };
  for (const { modelId, version, openedMs } of (await readIncidentSnapshot(read)).incidents) {
    if (modelId !== row.model_id || openedMs < fromMs || openedMs > toMs) continue;
    if (version === '') counts.withoutVersion += 1;
    else if (keyOf(version) === keyOf(row.version)) counts.challenger += 1;
    else if (keyOf(version) === keyOf(champion)) counts.champion += 1;
  }
  return {
    at: new Date(toMs).toISOString(),
    champion,
    challenger: row.version,
    figures: [...(await readSideBySide(read, { id: row.model_id, tier: row.tier }, { id: row.id, fromMs, toMs }))],
    incidents: counts,
  };
}
