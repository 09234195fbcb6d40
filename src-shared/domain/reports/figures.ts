import type { AssessmentFacts, ReportFigures, SummaryFacts } from './facts';

export function reportFigures(
  summary: SummaryFacts,
  assessment: Pick<AssessmentFacts, 'percentToTarget'> | null,
): ReportFigures {
  const { byHealth, openIncidentsBySeverity, investment } = summary;
  const open = Object.values(openIncidentsBySeverity);
  const quoted = investment?.withheld === null ? investment : null;
  return {
    models: summary.models,
    inProduction: summary.inProduction,
    act: byHealth.act ?? 0,
    watch: byHealth.watch ?? 0,
    silent: byHealth.silent ?? 0,
    neverMeasured: byHealth.unknown ?? 0,
    openIncidents: open.length === 0 ? null : open.reduce((sum, count) => sum + count, 0),
    levelNeeded: summary.recommendation.level,
    levelHeld: summary.held?.level ?? null,
    percentToTarget: assessment?.percentToTarget ?? null,
    npv: quoted?.npv ?? null,
    payback: quoted?.payback ?? null,
    scenario: investment?.name ?? null,
    currency: investment?.currency ?? null,
  };
}
