import type { LevelKey } from '../plan/inputs';
import type { DecisionInputs } from './decision-inputs';
import { decisionLevel } from './option-plan';

/** A gap of the roadmap: its work, the levels that need it, and whether it stands in the plan as a cost line. */
export interface RoadmapGap {
  readonly personWeeks: number;
  readonly levels: readonly LevelKey[];
  readonly line: boolean;
}

export interface RoadmapReconciled {
  readonly roadmapWeeks: number;
  readonly roadmapCost: number;
  readonly planInvestment: number;
  readonly planLines: number;
  readonly planTotal: number;
  readonly coveredByLines: number;
  readonly coveredByInvestment: number;
  /** What the plan spends and the roadmap does not explain; below 0 the plan is short of its own roadmap. */
  readonly rest: number;
  /** Roadmap / plan; `null`: the plan spends nothing. */
  readonly share: number | null;
  /** The rest in person-weeks. */
  readonly restWeeks: number | null;
  readonly short: number;
}

/** What a week of a person costs, at the prices of year 1. */
export const weekCost = ({ loadedAnnual, weeksPerYear }: DecisionInputs): number => loadedAnnual / weeksPerYear;

/** Holds the work of a level's gaps against what the plan spends to build it. maths.md C6. */
export function reconcileRoadmap(
  inputs: DecisionInputs,
  key: LevelKey,
  gaps: readonly RoadmapGap[],
): RoadmapReconciled {
  const week = weekCost(inputs);
  const needed = gaps.filter(({ levels }) => levels.includes(key));
  const weeks = (of: readonly RoadmapGap[]): number => of.reduce((sum, { personWeeks }) => sum + personWeeks, 0);
  const roadmapWeeks = weeks(needed);
  const planInvestment = decisionLevel(inputs, key).investment;
  const planLines = (inputs.costLines ?? [])
    .filter(({ levels }) => levels.includes(key))
    .reduce((sum, { oneOff }) => sum + oneOff, 0);
  const roadmapCost = roadmapWeeks * week;
  const planTotal = planInvestment + planLines;
  const rest = planTotal - roadmapCost;
  return {
    roadmapWeeks,
    roadmapCost,
    planInvestment,
    planLines,
    planTotal,
    coveredByLines: weeks(needed.filter(({ line }) => line)) * week,
    coveredByInvestment: weeks(needed.filter(({ line }) => !line)) * week,
    rest,
    share: planTotal > 0 ? roadmapCost / planTotal : null,
    restWeeks: week > 0 ? rest / week : null,
    short: Math.max(0, -rest),
  };
}
