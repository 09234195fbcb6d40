import { topUnit } from '../base/unit-path';
import {
  HEALTHS,
  type Health,
  MONITORINGS,
  type Monitoring,
  STAGES,
  type Stage,
  TIERS,
  type Tier,
  type UpdateFrequency,
} from '../vocabulary';
import { KINDS, type Kind } from './kinds';
import { isInProduction } from './lifecycle';
import { monitoringOf } from './monitoring';

/** Models that are alike in what the totals ask for. */
export interface ModelGroup {
  readonly stage: Stage;
  readonly tier: Tier | null;
  /** Full unit path; totals are by its first part. */
  readonly unit: string;
  readonly kind: Kind | null;
  readonly frequency: UpdateFrequency | null;
  readonly health: Health;
  /** `false`: deployed, and nobody has said whether it is monitored. */
  readonly monitoringKnown: boolean;
  readonly count: number;
}

export interface PortfolioTotals {
  readonly models: number;
  readonly inProduction: number;
  readonly byStage: Record<Stage, number>;
  /** Of the models in production. */
  readonly byHealth: Record<Health, number>;
  /** Of the models in production; `unknown` is no part of `not_monitored`. */
  readonly byMonitoring: Record<Monitoring, number>;
  readonly byUnit: { unit: string; models: number; inProduction: number }[];
  readonly byTier: { tier: Tier | null; models: number; inProduction: number }[];
  /** Every kind, and `null`: nobody has said. */
  readonly byKind: { kind: Kind | null; models: number; inProduction: number }[];
  /** Of the models in production, for the release load. */
  readonly frequencies: { frequency: UpdateFrequency | null; count: number }[];
}

/** Totals of a portfolio from counted groups; no group counts twice, every model counts once in each breakdown. */
export function portfolioTotals(groups: readonly ModelGroup[]): PortfolioTotals {
  const serving = groups.filter((group) => isInProduction(group.stage));
  const inProduction = sum(serving);
  return {
    models: sum(groups),
    inProduction,
    byStage: Object.fromEntries(
      STAGES.map((stage) => [stage, sum(groups.filter((group) => group.stage === stage))]),
    ) as Record<Stage, number>, // every stage is a key
    byHealth: Object.fromEntries(
      HEALTHS.map((health) => [health, sum(serving.filter((group) => group.health === health))]),
    ) as Record<Health, number>, // every health is a key
    byMonitoring: Object.fromEntries(
      MONITORINGS.map((monitoring) => [monitoring, sum(serving.filter((group) => monitoringOf(group) === monitoring))]),
    ) as Record<Monitoring, number>, // every word is a key
    byUnit: byUnit(groups),
    byTier: [...TIERS, null].map((tier) => ({ tier, ...pair(groups.filter((group) => group.tier === tier)) })),
    byKind: [...KINDS, null].map((kind) => ({ kind, ...pair(groups.filter((group) => group.kind === kind)) })),
    frequencies: serving.map(({ frequency, count }) => ({ frequency, count })),
  };
}

const sum = (groups: readonly ModelGroup[]): number => groups.reduce((total, group) => total + group.count, 0);

const pair = (groups: readonly ModelGroup[]): { models: number; inProduction: number } => ({
  models: sum(groups),
  inProduction: sum(groups.filter((group) => isInProduction(group.stage))),
});

function byUnit(groups: readonly ModelGroup[]): PortfolioTotals['byUnit'] {
  const units = new Map<string, { unit: string; models: number; inProduction: number }>();
  for (const group of groups) {
    const unit = topUnit(group.unit);
    const total = units.get(unit) ?? { unit, models: 0, inProduction: 0 };
    units.set(unit, total);
    total.models += group.count;
    if (isInProduction(group.stage)) total.inProduction += group.count;
  }
  return [...units.values()].sort(
    (a, b) => b.inProduction - a.inProduction || b.models - a.models || a.unit.localeCompare(b.unit),
  );
}
