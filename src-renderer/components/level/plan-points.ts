import { demandLoad, type ModelDemand } from '#domain/assessments/demand-load';
import type { Month } from '#domain/base/calendar';
import { type Addition, evenGrowth } from '#domain/level/level-path';

/** What is in production today, and how it is planned to grow over the next 24 months. */
export interface Demand extends ModelDemand {
  /** Over 24 months, evenly; negative = retirements. */
  readonly growthModels: number;
  /** Of each model that comes. */
  readonly growthUpdatesPerYear: number;
}

export interface PlanPoint {
  /** Months from today. */
  readonly months: number;
  /** `+6`; `today` for the first. */
  readonly label: string;
  readonly models: number;
  /** Updates a year over all of them. */
  readonly load: number;
}

export const PLAN_MONTHS = 24;
const POINTS = [0, 6, 12, 18, 24] as const;

/** The planned growth by month. Models that are retired were updated as often as today's mean. */
export const growthAdditions = (demand: Demand, from: Month): readonly Addition[] => {
  const { growthModels, growthUpdatesPerYear, updatesPerYear } = demand;
  const falls = growthModels < 0;
  return evenGrowth({
    from,
    modelsPerMonth: Math.abs(growthModels) / PLAN_MONTHS,
    updatesPerYear: falls ? updatesPerYear : growthUpdatesPerYear,
    months: PLAN_MONTHS,
  }).map((addition) => (falls ? { ...addition, models: -addition.models } : addition));
};

const monthsBetween = (from: Month, to: Month): number => {
  const count = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
};

/** Where the plan stands today and in 6, 12, 18 and 24 months. */
export const planPoints = (demand: Demand, from: Month): readonly PlanPoint[] => {
  const additions = growthAdditions(demand, from);
  return POINTS.map((months) => {
    const due = additions.filter(({ month }) => monthsBetween(from, month) <= months);
    const added = due.reduce((sum, { models }) => sum + models, 0);
    const load = due.reduce((sum, { models, updatesPerYear }) => sum + models * updatesPerYear, 0);
    return {
      months,
      label: months === 0 ? 'today' : `+${months}`,
      models: Math.max(0, demand.models + added),
      load: Math.max(0, demandLoad(demand).load + load),
    };
  });
};
