import type { PlanPart } from '#domain/scenarios/options/plan-on-axis';

export const COST_PART_WORDS: Readonly<Record<PlanPart, string>> = {
  operate: 'operating',
  incident: 'incidents',
  retrain: 'retraining',
  deploy: 'deploying',
  platform: 'platform',
  lines: 'cost lines',
  exit: 'leaving',
};
