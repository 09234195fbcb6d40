import type { FigureKey } from '#domain/scenarios/explain/explain-comparison';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import type { Measured } from '../page/scenario-types';

/** All that a level costs over the plan: added up, or discounted to now. */
export type LevelSum = 'cumulative' | 'pvCost';

/** A figure over the charts of a plan. */
export type PlanFigureKey = FigureKey | 'chance' | 'peakFunding';

/** What somebody asked about: where does this number come from? */
export type Explained =
  | { readonly kind: 'figure'; readonly id: PlanFigureKey }
  /** A year of the axis, by its place. */
  | { readonly kind: 'period'; readonly level: LevelKey; readonly at: number }
  | { readonly kind: 'year'; readonly level: LevelKey; readonly year: number }
  | { readonly kind: 'level'; readonly level: LevelKey; readonly sum: LevelSum }
  | { readonly kind: 'rows'; readonly measured: Measured };
