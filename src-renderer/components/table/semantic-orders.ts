import type { GridColumn } from '#contract/models/grid';
import { AUTONOMIES, KINDS } from '#domain/models/kinds';
import {
  CRITICALITIES,
  HEALTHS,
  MONITORINGS,
  ORIGINS,
  PERSONAL_DATA,
  STAGES,
  UPDATE_FREQUENCIES,
} from '#domain/vocabulary';

/** Columns whose words have an order of their own: the lifecycle, how often, how critical. The rest is alphabetical. */
export const SEMANTIC_ORDERS: Readonly<Partial<Record<GridColumn, readonly string[]>>> = {
  stage: STAGES,
  updateFrequency: UPDATE_FREQUENCIES,
  health: HEALTHS,
  monitoring: MONITORINGS,
  origin: ORIGINS,
  criticality: CRITICALITIES,
  personalData: PERSONAL_DATA,
  kind: KINDS,
  autonomy: AUTONOMIES,
};
