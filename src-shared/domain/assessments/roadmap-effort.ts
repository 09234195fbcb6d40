import type { Component } from './components';
import type { Gap } from './gap';

/** Weeks of one person's work to lift one question by one, two, three answers. */
export type StepEffort = readonly [one: number, two: number, three: number];
export type EffortTable = Readonly<Record<Component, StepEffort>>;

/**
 * Assumptions to be replaced by the organisation's own. Together, from nothing, they come to about 130 weeks for level 2
 * and about 330 for level 3: 2 to 3 engineers for about a year, then two and a half times that, the ratio of the default
 * investments. The last step costs most: it enforces and measures on live traffic what the one before made possible.
 */
export const DEFAULT_EFFORT_WEEKS: EffortTable = {
  // New storage and a second home for code that every team has to move.
  feature_store: [4, 8, 16],
  // Bought or adopted in days; the weeks go into entering the models that exist.
  model_registry: [2, 4, 10],
  // A server and a habit; the habit takes the time.
  experiment_tracking: [2, 4, 8],
  // Touches build, test, security and every team's way of working.
  cicd_pipelines: [3, 6, 15],
  // Outcomes have to be fetched back from the business systems.
  model_monitoring: [3, 5, 12],
  // Little to build, much to agree.
  model_governance: [2, 4, 10],
};

/** Days of a month over days of a week: 365.25 / 12 / 7. */
export const WEEKS_PER_MONTH = 365.25 / 12 / 7;

/** Weeks of one person's work that close the gap. */
export function effortWeeksOf(gap: Gap, table: EffortTable): number {
  return table[gap.component][gap.short - 1] ?? table[gap.component][2];
}

/** Whole months that one person is busy with it: a plan over two years is not drawn finer. */
export function monthsOf(effortWeeks: number): number {
  return Math.max(1, Math.ceil(effortWeeks / WEEKS_PER_MONTH));
}
