import type { LevelProjection } from '#domain/scenarios/plan/project';

export const COST_PARTS = ['operate', 'incident', 'retrain', 'deploy', 'platform', 'lines', 'other'] as const;
export type CostPart = (typeof COST_PARTS)[number];

export const COST_PART_WORDS: Readonly<Record<CostPart, string>> = {
  operate: 'operating',
  incident: 'incidents',
  retrain: 'retraining',
  deploy: 'deploying',
  platform: 'platform',
  lines: 'cost lines',
  other: 'old way, exit',
};

/** What is paid in a year (index from 0) by part: they add up to `yearCost`. */
export function costParts(level: LevelProjection, year: number): Readonly<Record<CostPart, number>> {
  const own = level.components[year];
  const { operate = 0, incident = 0, retrain = 0, deploy = 0, platform = 0 } = own ?? {};
  const paid = level.yearCost[year] ?? 0;
  const lines = level.lines[year] ?? 0;
  // What the old way still costs while the level is built, and the cost of leaving: all that is not the level's own.
  const other = paid - operate - incident - retrain - deploy - platform - lines;
  return { operate, incident, retrain, deploy, platform, lines, other };
}
