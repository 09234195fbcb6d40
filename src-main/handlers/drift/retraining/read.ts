import type { z } from 'zod';
import type { RetrainingItem } from '#contract/drift/views';
import { sayRetraining } from '#domain/drift/retraining';
import { type RetrainingLead, retrainingLead, sayLead } from '#domain/drift/retraining-lead';
import {
  countRetraining,
  type OfferedRelease,
  offeredRelease,
  outcomeOf,
  type RetrainingCounts,
} from '#domain/drift/retraining-story';
import { sayStanding } from '#domain/drift/retraining-words';
import { driftAroundItem } from '../../../store/drift/around-release';
import { listLeads, listRetraining, type NamedRetrainingItem } from '../../../store/drift/retraining';
import type { ReadHandle } from '../../../store/journal/handle';
import { asTier } from '../../../store/models/cells';
import { listReleasesOf, type StoredRelease } from '../../../store/models/releases';

type Item = z.output<typeof RetrainingItem>;

interface Question {
  readonly modelId?: string | undefined;
  readonly open: boolean;
  /** The day in the past (ISO) that is asked about. */
  readonly asOf?: string | undefined;
}

export async function readRetraining(
  read: ReadHandle,
  question: Question,
  now: string,
): Promise<{ items: Item[]; counts: RetrainingCounts; lead: RetrainingLead & { words: string } }> {
  const all = await listRetraining(read, { ...question, open: false, today: now.slice(0, 10) });
  const found = question.open ? all.filter(({ standing }) => standing.open) : all;
  const lead = retrainingLead(await listLeads(read, all));
  return {
    items: await toItems(read, found),
    counts: countRetraining(found.map(({ standing }) => standing)),
    lead: { ...lead, words: sayLead(lead) },
  };
}

/** As the channel answers with them. */
export async function toItems(read: ReadHandle, found: readonly NamedRetrainingItem[]): Promise<Item[]> {
  const releases = await listReleasesOf(read, [...new Set(found.map(({ model_id }) => model_id))]);
  return found.map((item) => toItem(read, item, releases.get(item.model_id) ?? []));
}

function toItem(read: ReadHandle, item: NamedRetrainingItem, releases: readonly StoredRelease[]): Item {
  const { standing } = item;
  const release = releases.find(({ id }) => id === item.move_id);
  const facts = {
    state: standing.state,
    overdue: standing.overdue,
    openedAt: item.opened_at,
    startedAt: standing.startedAt,
    owner: item.owner,
    until: item.until,
    resolvedAt: item.resolved_at,
    version: item.version,
    liveAt: release?.at ?? null,
    livePrecision: release?.precision ?? ('day' as const),
    againstUntil: item.against_until,
    drift: driftAroundItem(read, item, release?.at ?? null),
  };
  return {
    ...facts,
    id: item.id,
    modelId: item.model_id,
    model: item.name,
    tier: asTier(item.tier),
    stage: item.stage,
    askedBy: item.asked_by,
    reason: item.reason,
    seriesId: item.series_id,
    column: item.column_name,
    metric: item.metric,
    windows: item.windows,
    firstAt: item.first_at,
    lastAt: item.last_at,
    openedBy: item.opened_by,
    open: standing.open,
    outcome: item.resolved_at === null ? null : outcomeOf(item),
    resolvedBy: item.resolved_by,
    note: item.note,
    offered: standing.open ? offerOf(item, releases) : null,
    words: sayRetraining(item),
    stands: sayStanding(facts),
  };
}

/** Since work began, else since it was asked for. */
function offerOf(item: NamedRetrainingItem, releases: readonly StoredRelease[]): OfferedRelease | null {
  return item.resolved_at === null ? offeredRelease(releases, item.standing.startedAt ?? item.opened_at) : null;
}
