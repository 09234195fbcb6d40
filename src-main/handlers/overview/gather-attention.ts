import type { Settings } from '#contract/portfolio/settings';
import { rankedItems } from '#domain/attention/attention';
import type { DriftAttention, HealthGroup } from '#domain/attention/attention-drift';
import type { OwedAttention } from '#domain/attention/attention-governance';
import type { RankedItem } from '#domain/attention/attention-item';
import type { UpdatesAttention } from '#domain/attention/attention-updates';
import { addDays, isoDay, quarterEnd } from '#domain/base/calendar';
import { saidRetraining } from '#domain/drift/retraining';
import { countRetraining } from '#domain/drift/retraining-story';
import { openIncidents } from '#domain/incidents/open-incidents';
import { isGated } from '#domain/models/approval-gate';
import { challengerStanding } from '#domain/models/challenger';
import { type MaturityLevel, TIERS, type Tier } from '#domain/vocabulary';
import type { HeldLevel } from '../../store/assessments/held-level';
import type { DriftCounts } from '../../store/drift/health';
import { listRetraining } from '../../store/drift/retraining';
import { listOverdueMitigations } from '../../store/incidents/overdue-mitigations';
import type { IncidentSnapshot } from '../../store/incidents/register';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import { runningOf, undecidedChallengers } from '../../store/models/challengers';
import type { HeldModels } from '../../store/models/held/held-models';
import { countReviews, readMatters } from '../../store/overview/counts';
import { countMatters, reviewsIn } from '../../store/overview/held-counts';
import { runCostsToMind } from '../../store/scenarios/run-costs';

/** Work that rests longer in validation than this is called stalled. */
export const STALLED_DAYS = 180;

/** The instant since before which a model in validation is stalled. */
export const stalledBefore = (today: string): string => `${addDays(today, -STALLED_DAYS)}T00:00:00.000Z`;
export const gatedTiers = (settings: Settings): readonly Tier[] =>
  TIERS.filter((tier) => isGated(tier, settings.approvalGates));

export interface AttentionFacts {
  readonly inProduction: number;
  readonly recommended: MaturityLevel | null;
  readonly level: HeldLevel | null;
  readonly register: IncidentSnapshot;
  readonly updates: UpdatesAttention | null;
  /** To authorities and gates, after findings and by evidence. */
  readonly owed: OwedAttention;
  /** The models in memory, where they are. */
  readonly held: HeldModels | null;
}

/** What asks for attention in the portfolio as a whole, ranked. */
export async function gatherMatters(
  read: ReadHandle,
  now: string,
  settings: Settings,
  { inProduction, recommended, level, register, updates, owed, held }: AttentionFacts,
): Promise<readonly RankedItem[]> {
  const today = now.slice(0, 10);
  const end = quarterEnd(today);
  const gated = gatedTiers(settings);
  const reviews = held ? reviewsIn(held, today, end) : await countReviews(read, today, end);
  const asked = { today, stalledBefore: stalledBefore(today), gated };
  const counted = held ? countMatters(held, asked) : await readMatters(read, asked);
  const { gaps } = counted;
  const runCosts = await runCostsToMind(read);
  const late = await listOverdueMitigations(read, today);
  const [lateMitigation] = late;
  const undecided = await undecidedChallengers(read, today);
  const [firstUndecided] = undecided;
  return rankedItems({
    today,
    inProduction,
    recommended,
    unmonitoredByTier: counted.unmonitored,
    monitoringUnknown: counted.monitoringUnknown,
    reviewsOverdue: {
      count: reviews.overdue,
      tier1: reviews.overdueTier1,
      oldestDue: reviews.oldestDue,
      doubtful: reviews.doubtful,
    },
    reviewsDueThisQuarter: { count: reviews.thisQuarter, firstDue: reviews.firstDue, quarterEnd: end },
    waitingForApproval: { ...counted.waiting, tiers: gated },
    withoutOwner: { inProduction: gaps.withoutOwner },
    withoutTier: { inProduction: gaps.withoutTier },
    withoutFrequency: { inProduction: gaps.withoutFrequency },
    drift: await driftAttention(read, today, counted.health),
    ...(register.incidents.length > 0 && {
      incidents: openIncidents(register.incidents, register.models, Date.parse(now)),
    }),
    ...(lateMitigation && { mitigations: { count: late.length, first: lateMitigation } }),
    ...(firstUndecided && {
      challengers: {
        count: undecided.length,
        first: {
          version: firstUndecided.version,
          days: challengerStanding(runningOf(firstUndecided), today).days,
          since: firstUndecided.started_at,
        },
        example: { id: firstUndecided.model_id, name: firstUndecided.name },
      },
    }),
    ...owed,
    ...(updates && { updates }),
    ...(runCosts && { runCosts }),
    ...(level && { claims: { ...level, held: level.heldClaims } }),
    stalled: counted.stalled,
  });
}

async function driftAttention(
  read: ReadHandle,
  today: string,
  groups: readonly DriftCounts[],
): Promise<DriftAttention> {
  const open = await listRetraining(read, { open: true, today });
  const due = open.filter(({ standing }) => standing.state !== 'in_work');
  const overdue = open.filter(({ standing }) => standing.overdue);
  const counts = countRetraining(open.map(({ standing }) => standing));
  const [first] = due;
  const latest = overdue.toSorted((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1))[0];
  const of = (health: 'act' | 'silent'): HealthGroup[] =>
    groups
      .filter((group) => group.health === health)
      .map(({ tier, count, oldestSince, example }) => ({
        tier: asTier(tier),
        count,
        oldestSince: oldestSince === null ? null : isoDay(oldestSince),
        example,
      }));
  return {
    driftedByTier: of('act'),
    silentByTier: of('silent'),
    retrainingDue: {
      count: counts.due,
      oldestSince: first?.opened_at ?? null,
      example: first ? { id: first.model_id, name: first.name } : null,
      words: first ? saidRetraining(first) : null,
    },
    retrainingOverdue: {
      count: counts.overdue,
      oldestSince: latest?.until ?? null,
      example: latest ? { id: latest.model_id, name: latest.name } : null,
      owner: latest?.owner ?? '',
    },
  };
}
