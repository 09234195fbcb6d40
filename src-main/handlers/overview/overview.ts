import type { Settings } from '#contract/portfolio/settings';
import { rankAttention } from '#domain/attention/attention';
import type { DriftAttention, HealthGroup } from '#domain/attention/attention-drift';
import type { Attention } from '#domain/attention/attention-item';
import type { UpdatesAttention } from '#domain/attention/attention-updates';
import { overviewHeadline } from '#domain/attention/headline';
import { addDays, isoDay, quarterEnd } from '#domain/base/calendar';
import { sayRetraining } from '#domain/drift/retraining';
import { countRetraining } from '#domain/drift/retraining-story';
import { openBySeverity, openIncidents } from '#domain/incidents/open-incidents';
import { recommendLevel } from '#domain/level/level-recommendation';
import { demandOf } from '#domain/level/portfolio-size';
import type { UpdatesSeen } from '#domain/level/updates-seen';
import { isGated } from '#domain/models/approval-gate';
import { type ModelGroup, portfolioTotals } from '#domain/models/portfolio-totals';
import { type RecordedReleases, recordedReleases } from '#domain/models/recorded-releases';
import { mostOfTheDifference } from '#domain/models/update-differences';
import { TIERS } from '#domain/vocabulary';
import { toInstant } from '../../platform/instant';
import { findHeldLevel, type HeldLevel } from '../../store/assessments/held-level';
import { countHealth, healthAsOf } from '../../store/drift/health';
import { listRetraining } from '../../store/drift/retraining';
import { listOverdueMitigations } from '../../store/incidents/overdue-mitigations';
import type { IncidentSnapshot } from '../../store/incidents/register';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelsAsOf } from '../../store/models/as-of';
import { asTier } from '../../store/models/cells';
import { listMovedModels } from '../../store/models/moved-models';
import {
  countByStageTierUnit,
  countGaps,
  countMonitoringUnknown,
  countReviews,
  countStalled,
  countUnmonitored,
  countWaitingForApproval,
} from '../../store/overview/counts';
import { readPortfolioSize } from '../../store/overview/portfolio-size';
import { getSettings } from '../../store/portfolio/settings';
import { chosenInvestment } from '../../store/scenarios/chosen-investment';
import type { SubjectHandlers } from '../subject';

/** Work that rests longer in validation than this is called stalled. */
const STALLED_DAYS = 180;

export const overview: SubjectHandlers<'overview'> = {
  summary: async (input, context) => {
    const { read, now } = context;
    const snapshot = await readIncidentSnapshot(read);
    const at = input.at === undefined ? now : toInstant(input.at, 'As of');
    const today = at >= now;
    const settings = await getSettings(read);
    const groups = today ? await countByStageTierUnit(read) : await groupsAsOf(read, at);
    const totals = portfolioTotals(groups);
    const size = await readPortfolioSize(read, groups, settings, at);
    const recorded = recordedReleases(await listMovedModels(read, at), at);
    const recommendation = recommendLevel({
      ...demandOf(size),
      recorded,
      updatesPerYear: settings.updatesPerYear,
      thresholds: settings.levelThresholds,
    });
    const held = await findHeldLevel(read, at);
    const { frequencies: _frequencies, byMonitoring, ...shown } = totals;
    const monitoring = { notMonitored: byMonitoring.not_monitored, monitoringUnknown: byMonitoring.unknown };
    return {
      at,
      ...shown,
      ...monitoring,
      openIncidentsBySeverity: openBySeverity(snapshot.incidents, Date.parse(at)),
      size,
      recommendation,
      held: held && {
        level: held.level,
        assessmentId: held.assessmentId,
        name: held.name,
        finishedAt: held.finishedAt,
      },
      // Scenarios are kept as they are now: what was chosen on an earlier day is not looked up.
      investment: today ? await chosenInvestment(read, settings.levelThresholds) : null,
      // What needs attention is about now: a look back shows the state, not old duties.
      attention: today
        ? await attention(read, now, settings, {
            inProduction: totals.inProduction,
            held,
            register: snapshot,
            updates: updatesAttention(recommendation.updates, recorded, settings),
          })
        : [],
      ...overviewHeadline({
        ...totals,
        recommendation,
        size,
        at,
        ...monitoring,
        heldLevel: held?.level ?? null,
      }),
    };
  },
};

async function groupsAsOf(read: ReadHandle, at: string): Promise<readonly ModelGroup[]> {
  const models = await listModelsAsOf(read, at);
  const health = await healthAsOf(read, models, at);
  return models.map(({ id, stage, tier, unit, updateFrequency, monitoringKnown }) => ({
    stage,
    tier: asTier(tier),
    unit,
    frequency: updateFrequency,
    health: health.get(id) ?? 'unknown',
    monitoringKnown,
    count: 1,
  }));
}

interface AttentionFacts {
  readonly inProduction: number;
  readonly held: HeldLevel | null;
  readonly register: IncidentSnapshot;
  readonly updates: UpdatesAttention | null;
}

/** Noted and recorded updates where they are apart, with the models that make the difference. */
function updatesAttention(
  updates: UpdatesSeen | undefined,
  recorded: RecordedReleases,
  { updatesPerYear }: Settings,
): UpdatesAttention | null {
  if (!updates?.apart || updates.told !== 'noted') return null;
  const { noted, recorded: shown, times } = updates;
  if (times === null || noted.perModel === null || shown.perModel === null) return null;
  return {
    ...mostOfTheDifference(recorded.models, updatesPerYear),
    noted: noted.perModel,
    recorded: shown.perModel,
    times,
    levels: { noted: noted.level ?? 0, recorded: shown.level ?? 0 },
  };
}

async function attention(
  read: ReadHandle,
  now: string,
  settings: Settings,
  { inProduction, held, register, updates }: AttentionFacts,
): Promise<readonly Attention[]> {
  const today = now.slice(0, 10);
  const end = quarterEnd(today);
  const reviews = await countReviews(read, today, end);
  const gaps = await countGaps(read);
  const gated = TIERS.filter((tier) => isGated(tier, settings.approvalGates));
  const late = await listOverdueMitigations(read, today);
  const [lateMitigation] = late;
  return rankAttention({
    today,
    inProduction,
    unmonitoredByTier: await countUnmonitored(read),
    monitoringUnknown: await countMonitoringUnknown(read),
    reviewsOverdue: { count: reviews.overdue, tier1: reviews.overdueTier1, oldestDue: reviews.oldestDue },
    reviewsDueThisQuarter: { count: reviews.thisQuarter, firstDue: reviews.firstDue, quarterEnd: end },
    waitingForApproval: { ...(await countWaitingForApproval(read, gated)), tiers: gated },
    withoutOwner: { inProduction: gaps.withoutOwner },
    withoutTier: { inProduction: gaps.withoutTier },
    withoutFrequency: { inProduction: gaps.withoutFrequency },
    drift: await driftAttention(read, today),
    ...(register.incidents.length > 0 && {
      incidents: openIncidents(register.incidents, register.models, Date.parse(now)),
    }),
    ...(lateMitigation && { mitigations: { count: late.length, first: lateMitigation } }),
    ...(updates && { updates }),
    ...(held && { claims: { ...held, held: held.heldClaims } }),
    stalled: await countStalled(read, `${addDays(today, -STALLED_DAYS)}T00:00:00.000Z`),
  });
}

async function driftAttention(read: ReadHandle, today: string): Promise<DriftAttention> {
  const groups = await countHealth(read);
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
      words: first ? sayRetraining(first) : null,
    },
    retrainingOverdue: {
      count: counts.overdue,
      oldestSince: latest?.until ?? null,
      example: latest ? { id: latest.model_id, name: latest.name } : null,
      owner: latest?.owner ?? '',
    },
  };
}
