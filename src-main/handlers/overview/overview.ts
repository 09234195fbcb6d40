import type { Summary } from '#contract/overview';
import type { Settings } from '#contract/portfolio/settings';
import type { UpdatesAttention } from '#domain/attention/attention-updates';
import { overviewHeadline } from '#domain/attention/headline';
import { dayNumber } from '#domain/base/calendar';
import { oldestOpen, openBySeverity } from '#domain/incidents/open-incidents';
import { recommendLevel } from '#domain/level/level-recommendation';
import { demandOf } from '#domain/level/portfolio-size';
import type { UpdatesSeen } from '#domain/level/updates-seen';
import { isInProduction } from '#domain/models/lifecycle';
import { type ModelGroup, portfolioTotals } from '#domain/models/portfolio-totals';
import { type RecordedReleases, recordedReleases } from '#domain/models/recorded-releases';
import { mostOfTheDifference } from '#domain/models/update-differences';
import { toInstant } from '../../platform/instant';
import { findHeldLevel } from '../../store/assessments/held-level';
import { healthAsOf } from '../../store/drift/health';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import type { ReadHandle } from '../../store/journal/handle';
import { listModelsAsOf } from '../../store/models/as-of';
import { asTier } from '../../store/models/cells';
import { heldModels } from '../../store/models/held/held';
import { movedIn } from '../../store/models/held/moved-in';
import { listMovedModels } from '../../store/models/moved-models';
import { countReleaseChanges } from '../../store/models/release-changes';
import { countByStageTierUnit, countNeverMeasured } from '../../store/overview/counts';
import { countAlike, neverMeasuredIn } from '../../store/overview/held-counts';
import { readPortfolioSize } from '../../store/overview/portfolio-size';
import { getSettings } from '../../store/portfolio/settings';
import { chosenInvestment } from '../../store/scenarios/chosen-investment';
import type { SubjectHandlers } from '../subject';
import { readChanges } from './changes';
import { readFigures } from './figures';
import { readFollowed, readFollows, setFollow } from './follows';
import { gatherMatters } from './gather-attention';
import { gatherOwed, owedOf } from './gather-owed';
import { gatherRows, MOST_ROWS } from './gather-rows';
import { gatherThen, type Then } from './gather-then';
import { noteLook } from './look';
import { readMonday } from './monday';

export const overview: SubjectHandlers<'overview'> = {
  figures: (_input, context) => readFigures(context),

  monday: readMonday,
  changes: readChanges,
  follows: readFollows,
  follow: setFollow,
  looked: noteLook,
  summary: async (input, context) => {
    const { read, now } = context;
    const snapshot = await readIncidentSnapshot(read);
    const at = input.at === undefined ? now : toInstant(input.at, 'As of');
    const today = at >= now;
    const settings = await getSettings(read);
    const then = today ? null : await groupsAsOf(read, at);
    // Of a day that has passed the models are read as they were.
    const models = today ? heldModels(read, now) : null;
    const groups = then?.groups ?? (models ? countAlike(models) : await countByStageTierUnit(read));
    const totals = portfolioTotals(groups);
    const size = await readPortfolioSize(read, groups, settings, at);
    const recorded = recordedReleases(models ? movedIn(models, at) : await listMovedModels(read, at), at);
    const recommendation = recommendLevel({
      ...demandOf(size),
      recorded,
      updatesPerYear: settings.updatesPerYear,
      thresholds: settings.levelThresholds,
    });
    const changes = await countReleaseChanges(read, recorded);
    const held = await findHeldLevel(read, at);
    const { frequencies: _frequencies, byMonitoring, ...shown } = totals;
    const monitoring = { notMonitored: byMonitoring.not_monitored, monitoringUnknown: byMonitoring.unknown };
    const upTo = dayNumber(Date.parse(at));
    const neverMeasured = models
      ? neverMeasuredIn(models, upTo)
      : await countNeverMeasured(read, then?.serving ?? null, upTo);
    // Scenarios are kept as they are now: what was chosen on an earlier day is not looked up.
    const investment = today ? await chosenInvestment(read, settings.levelThresholds, now) : null;
    const followed = input.followed ? await readFollowed(context) : null;
    const past = then && (await gatherThen(read, at, snapshot, then, followed));
    const { reports } = past ? { reports: [] } : await context.ask('governance.reports', {});
    const matters = past
      ? past.matters
      : await gatherMatters(read, now, settings, {
          inProduction: totals.inProduction,
          recommended: recommendation.level,
          level: held,
          register: snapshot,
          updates: updatesAttention(recommendation.updates, recorded, settings),
          owed: owedOf(await gatherOwed(read, now, settings, reports), reports),
          held: models,
        });
    const rows = past
      ? { total: past.rows.length, rows: past.rows.slice(0, MOST_ROWS) }
      : await gatherRows(read, now, settings, snapshot, matters, followed, models);
    return {
      at,
      ...shown,
      ...monitoring,
      neverMeasured,
      openIncidentsBySeverity: openBySeverity(snapshot.incidents, Date.parse(at)),
      oldestIncident: today ? oldestOpen(snapshot.incidents) : null,
      size,
      recommendation,
      releaseChanges: { ...changes, byChange: [...changes.byChange] },
      held: held && {
        level: held.level,
        assessmentId: held.assessmentId,
        name: held.name,
        finishedAt: held.finishedAt,
      },
      investment,
      attention: matters.map((one) => one.attention),
      attentionRows: rows,
      ...overviewHeadline({
        ...totals,
        recommendation,
        size,
        at,
        ...monitoring,
        verdicts: { byHealth: totals.byHealth, neverMeasured },
        decision: partedDecision(investment, recommendation.level),
        heldLevel: held?.level ?? null,
      }),
    };
  },
};

/** Rule and money where they part, of a plan that is quoted and whose rule says what that of the portfolio says. */
function partedDecision(investment: Summary['investment'], level: number | null): { headline: string } | null {
  if (investment === null || investment.withheld !== null || level === null) return null;
  const { headline, agreement, recommended } = investment.decision;
  const parted = agreement === 'ruleHigher' || agreement === 'ruleLower';
  return parted && recommended === `L${level}` ? { headline } : null;
}

interface GroupsThen extends Then {
  readonly groups: readonly ModelGroup[];
  /** Models that were in production. */
  readonly serving: ReadonlySet<string>;
}

async function groupsAsOf(read: ReadHandle, at: string): Promise<GroupsThen> {
  const models = await listModelsAsOf(read, at);
  const health = await healthAsOf(read, models, at);
  const serving = new Set(models.flatMap(({ id, stage }) => (isInProduction(stage) ? [id] : [])));
  const groups = models.map(({ id, stage, tier, unit, kind, updateFrequency, monitoringKnown }) => ({
    stage,
    tier: asTier(tier),
    unit,
    kind,
    frequency: updateFrequency,
    health: health.get(id) ?? 'unknown',
    monitoringKnown,
    count: 1,
  }));
  return { groups, serving, models, health };
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
    levelsOpen: updates.levelsOpen ?? false,
  };
}
