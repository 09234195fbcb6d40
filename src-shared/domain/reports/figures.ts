import type { Output } from '#contract/index';

/** What one report says in figures, kept with it, so that the next one can say what changed. */
export interface ReportFigures {
  readonly models: number;
  readonly inProduction: number;
  readonly act: number;
  readonly watch: number;
  readonly silent: number;
  readonly neverMeasured: number;
  /** `null`: no incident has been registered. */
  readonly openIncidents: number | null;
  readonly levelNeeded: number | null;
  readonly levelHeld: number | null;
  /** Share of the way to the target, 0–1. */
  readonly percentToTarget: number | null;
  /** Major units of `currency`; of the chosen scenario. */
  readonly npv: number | null;
  readonly payback: number | null;
  readonly scenario: string | null;
  readonly currency: string | null;
}

export function reportFigures(
  summary: Output<'overview.summary'>,
  assessment: Output<'assessments.get'> | null,
): ReportFigures {
  const { byHealth, openIncidentsBySeverity, investment } = summary;
  const open = Object.values(openIncidentsBySeverity);
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
    npv: investment?.npv ?? null,
    payback: investment?.payback ?? null,
    scenario: investment?.name ?? null,
    currency: investment?.currency ?? null,
  };
}
