import type { Figures } from '#contract/figures';
import type { Output } from '#contract/index';
import { lastTwelveMonths } from '#domain/base/last-twelve-months';
import { noVerdictToday } from '#domain/drift/verdict-counts';
import { SEVERITIES } from '#domain/incidents/vocabulary';
import { QUANTITIES, type QuantityId } from '#domain/quantities/quantities';
import { HEALTHS, STAGES } from '#domain/vocabulary';
import { contentHash } from '../../store/reports/reports';
import { countUnshared } from '../../store/shared/waiting';
import type { QueryContext } from '../context';

type Value = number | null;
type Values = Readonly<Record<QuantityId, Value>>;

/** What is withheld with the sum of a plan: its verdict too, which rests on the same missing input. */
const OF_PLAN: ReadonlySet<QuantityId> = new Set([
  'npv',
  'levelCheapest',
  'payback',
  'meanOfRuns',
  'medianOfRuns',
  'p10',
  'p90',
]);

/** Asks the channels that the screens ask, and counts nothing itself. */
export async function readFigures(context: QueryContext): Promise<Figures> {
  const { ask, read, now } = context;
  const summary = await ask('overview.summary', {});
  const { name, currency } = await ask('portfolio.info', {});
  const values = await readValues(context, summary);
  const withheld = summary.investment?.withheld ?? null;
  const ids = Object.keys(QUANTITIES) as QuantityId[]; // its own keys
  const unshared = await countUnshared(read);
  return {
    at: now,
    portfolio: name,
    currency: summary.investment?.currency ?? currency,
    contentHash: await contentHash(read),
    ...(unshared > 0 && { unshared }),
    figures: ids.map((id) => {
      const { name: called, unit, definition } = QUANTITIES[id];
      const kept = withheld !== null && OF_PLAN.has(id);
      return { id, name: called, unit, definition, value: kept ? null : values[id], withheld: kept ? withheld : null };
    }),
    byStage: STAGES.map((stage) => ({ stage, models: summary.byStage[stage] })),
    byTier: summary.byTier.map(({ tier, models, inProduction }) => ({ tier, models, inProduction })),
    byHealth: HEALTHS.map((health) => ({ health, inProduction: summary.byHealth[health] })),
    byUnit: summary.byUnit.map(({ unit, models, inProduction }) => ({ unit, models, inProduction })),
    openIncidentsBySeverity: Object.entries(summary.openIncidentsBySeverity).map(([key, incidents]) => ({
      severity: SEVERITIES.find((severity) => String(severity) === key) ?? null,
      incidents,
    })),
  };
}

async function readValues(context: QueryContext, summary: Output<'overview.summary'>): Promise<Values> {
  const { recommendation, investment, byHealth, openIncidentsBySeverity: open, held } = summary;
  const retraining = await context.ask('drift.retraining', {});
  const reviews = await context.ask('reviews.calendar', { months: 1, limit: 1 });
  return {
    models: summary.models,
    inProduction: summary.inProduction,
    notMonitored: summary.notMonitored,
    noVerdict: byHealth.unknown,
    neverMeasured: summary.neverMeasured,
    noVerdictToday: noVerdictToday({ byHealth }),
    silent: byHealth.silent,
    drifted: byHealth.act,
    openIncidents: Object.keys(open).length === 0 ? null : Object.values(open).reduce((sum, n) => sum + n, 0),
    updatesNoted: recommendation.updates?.noted.load ?? null,
    updatesRecorded: recommendation.updates?.recorded.perModel ?? null,
    releasesRecorded: summary.releaseChanges.releases,
    levelNeeded: recommendation.level,
    levelByNumber: recommendation.byCount,
    levelByUpdates: recommendation.byLoad,
    levelHeld: held?.level ?? null,
    percentToTarget: held && (await context.ask('assessments.get', { id: held.assessmentId })).percentToTarget,
    reviewsOverdue: reviews.overdue,
    reviewsOverdueByDay: reviews.overdue - reviews.overdueCalled,
    retrainingDue: retraining.counts.due,
    retrainingLead: retraining.lead.median,
    ...(await ofIncidents(context, Object.keys(open).length > 0)),
    npv: investment?.npv ?? null,
    levelCheapest: investment === null ? null : Number(investment.decision.cheapest.slice(1)),
    payback: investment?.payback ?? null,
    meanOfRuns: investment?.runs?.mean ?? null,
    medianOfRuns: investment?.runs?.p50 ?? null,
    p10: investment?.runs?.p10 ?? null,
    p90: investment?.runs?.p90 ?? null,
    incidentCost: investment && (await context.ask('scenarios.get', { id: investment.scenarioId })).inputs.incidentCost,
  };
}

/** @param registered whether any ever was: that none is known is not none */
async function ofIncidents(
  { ask, now }: QueryContext,
  registered: boolean,
): Promise<Pick<Values, 'incidentsOpened' | 'timeToResolve' | 'changeFailRate'>> {
  const [all] = (await ask('incidents.metrics', { from: lastTwelveMonths(now).first, to: now })).groups;
  return {
    incidentsOpened: registered ? (all?.opened ?? 0) : null,
    timeToResolve: all?.timeToResolve.median ?? null,
    changeFailRate: all?.changeFailRate.rate ?? null,
  };
}
