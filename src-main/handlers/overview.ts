import type { Summary } from '#contract/overview';
import { isGated } from '#domain/approval-gate';
import { rankAttention } from '#domain/attention';
import { addDays } from '#domain/calendar';
import { overviewHeadline } from '#domain/headline';
import { recommendLevel } from '#domain/level-recommendation';
import { type ModelGroup, portfolioTotals } from '#domain/portfolio-totals';
import { quarterEnd } from '#domain/quarter';
import { releaseLoad } from '#domain/update-frequency';
import { TIERS } from '#domain/vocabulary';
import type { Settings } from '#contract/settings';
import { toInstant } from '../platform/instant';
import { listModelsAsOf } from '../store/as-of';
import { asTier } from '../store/derived-columns';
import type { ReadHandle } from '../store/handle';
import {
  asFrequency,
  countByStageTierUnit,
  countGaps,
  countReviews,
  countStalled,
  countUnmonitored,
  countWaitingForApproval,
} from '../store/overview-counts';
import { findHeldLevel, type HeldLevel } from '../store/held-level';
import { getSettings } from '../store/settings';
import { chosenInvestment } from '../store/chosen-investment';
import type { SubjectHandlers } from './subject';

/** Work that rests longer in validation than this is called stalled. */
const STALLED_DAYS = 180;

export const overview: SubjectHandlers<'overview'> = {
  summary: async (input, { read, now }) => {
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
    const { frequencies: _frequencies, ...shown } = totals;
    return {
      at,
      ...shown,
      openIncidentsBySeverity: {},
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
      attention: today ? await attention(read, now, settings, totals.inProduction, held) : [],
      ...overviewHeadline({
        ...totals,
        recommendation,
        at,
        unmonitored: totals.byStage.deployed,
        heldLevel: held?.level ?? null,
      }),
    };
  },
};

async function groupsAsOf(read: ReadHandle, at: string): Promise<readonly ModelGroup[]> {
  const models = await listModelsAsOf(read, at);
  return models.map(({ stage, tier, unit, updateFrequency }) => ({
    stage,
    tier: asTier(tier),
    unit,
    frequency: asFrequency(updateFrequency),
    count: 1,
  }));
}

async function attention(
  read: ReadHandle,
  now: string,
  settings: Settings,
  inProduction: number,
  held: HeldLevel | null,
): Promise<Summary['attention']> {
  const today = now.slice(0, 10);
  const end = quarterEnd(today);
  const reviews = await countReviews(read, today, end);
  const gaps = await countGaps(read);
  const gated = TIERS.filter((tier) => isGated(tier, settings.approvalGates));
  return rankAttention({
    today,
    inProduction,
    unmonitoredByTier: await countUnmonitored(read),
    reviewsOverdue: { count: reviews.overdue, tier1: reviews.overdueTier1, oldestDue: reviews.oldestDue },
    reviewsDueThisQuarter: { count: reviews.thisQuarter, firstDue: reviews.firstDue, quarterEnd: end },
    waitingForApproval: { ...(await countWaitingForApproval(read, gated)), tiers: gated },
    withoutOwner: { inProduction: gaps.withoutOwner },
    withoutTier: { inProduction: gaps.withoutTier },
    withoutFrequency: { inProduction: gaps.withoutFrequency },
    ...(held && { claims: { ...held, held: held.heldClaims } }),
    stalled: await countStalled(read, `${addDays(today, -STALLED_DAYS)}T00:00:00.000Z`),
  });
}
