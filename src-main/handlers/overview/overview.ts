import type { Settings } from '#contract/portfolio/settings';
import { rankAttention } from '#domain/attention/attention';
import type { DriftAttention, HealthGroup } from '#domain/attention/attention-drift';
import type { Attention } from '#domain/attention/attention-item';
import { overviewHeadline } from '#domain/attention/headline';
import { addDays, isoDay, quarterEnd } from '#domain/base/calendar';
import { sayRetraining } from '#domain/drift/retraining';
import { openBySeverity, openIncidents } from '#domain/incidents/open-incidents';
import { recommendLevel } from '#domain/level/level-recommendation';
import { isGated } from '#domain/models/approval-gate';
import { type ModelGroup, portfolioTotals } from '#domain/models/portfolio-totals';
import { releaseLoad } from '#domain/models/update-frequency';
import { TIERS } from '#domain/vocabulary';
import { toInstant } from '../../platform/instant';
import { findHeldLevel, type HeldLevel } from '../../store/assessments/held-level';
import { countHealth, healthAsOf } from '../../store/drift/health';
import { listRetraining } from '../../store/drift/retraining';
import type { IncidentSnapshot } from '../../store/incidents/register';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelsAsOf } from '../../store/models/as-of';
import { asTier } from '../../store/models/cells';
import {
  countByStageTierUnit,
  countGaps,
  countMonitoringUnknown,
  countReviews,
  countStalled,
  countUnmonitored,
  countWaitingForApproval,
} from '../../store/overview/counts';
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
    const { load, unknown } = releaseLoad(totals.frequencies, settings.updatesPerYear);
    const recommendation = recommendLevel({
      models: totals.inProduction,
      load,
      unknownFrequency: unknown,
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
      recommendation,
      held: held && {
        level: held.level,
        assessmentId: held.assessmentId,
        name: held.name,
        finishedAt: held.finishedAt,
      },
      // Scenarios are kept as they are now: what was chosen on an earlier day is not looked up.
      investment: today ? await chosenInvestment(read) : null,
      // What needs attention is about now: a look back shows the state, not old duties.
      attention: today ? await attention(read, now, settings, totals.inProduction, held, snapshot) : [],
      ...overviewHeadline({
        ...totals,
        recommendation,
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

async function attention(
  read: ReadHandle,
  now: string,
  settings: Settings,
  inProduction: number,
  held: HeldLevel | null,
  register: IncidentSnapshot,
): Promise<readonly Attention[]> {
  const today = now.slice(0, 10);
  const end = quarterEnd(today);
  const reviews = await countReviews(read, today, end);
  const gaps = await countGaps(read);
  const gated = TIERS.filter((tier) => isGated(tier, settings.approvalGates));
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
    drift: await driftAttention(read),
    ...(register.incidents.length > 0 && {
      incidents: openIncidents(register.incidents, register.models, Date.parse(now)),
    }),
    ...(held && { claims: { ...held, held: held.heldClaims } }),
    stalled: await countStalled(read, `${addDays(today, -STALLED_DAYS)}T00:00:00.000Z`),
  });
}

async function driftAttention(read: ReadHandle): Promise<DriftAttention> {
  const groups = await countHealth(read);
  const due = await listRetraining(read, { open: true });
  const [first] = due;
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
      count: due.length,
      oldestSince: first?.opened_at ?? null,
      example: first ? { id: first.model_id, name: first.name } : null,
      words: first ? sayRetraining(first) : null,
    },
  };
}
