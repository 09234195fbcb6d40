import { HEALTHS, type Health, type Tier } from '#domain/vocabulary';
import { isDay, readQuery, readView, type ViewSearch } from './search-parts';

/** What the address of the monitoring page holds, so that it survives a reload and can be linked to. */
export interface MonitoringSearch extends ViewSearch {
  readonly by?: 'month' | 'quarter';
  /** Last day of the map, fixed or one that moves; left out: today. */
  readonly until?: string;
  readonly unit?: string;
  readonly tier?: Tier | 'none';
  readonly health?: Health;
  /** Words of name or unit. */
  readonly q?: string;
}

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readMonitoringSearch(raw: Readonly<Record<string, unknown>>): MonitoringSearch {
  const { by, until, unit, tier } = raw;
  const health = HEALTHS.find((one) => one === raw.health);
  return {
    ...(by === 'month' || by === 'quarter' ? { by } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(typeof unit === 'string' && unit !== '' ? { unit } : {}),
    ...(tier === 1 || tier === 2 || tier === 3 || tier === 'none' ? { tier } : {}),
    ...(health ? { health } : {}),
    ...readQuery(raw.q),
    ...readView(raw),
  };
}

/** The model that drift is measured for. */
export interface MeasureSearch {
  readonly model?: string;
}

export function readMeasureSearch({ model }: Readonly<Record<string, unknown>>): MeasureSearch {
  return typeof model === 'string' && model !== '' ? { model } : {};
}

/** Which series of a model is shown, and which other one beside it. */
export interface ModelDriftSearch {
  readonly series?: number;
  readonly with?: number;
}

export function readModelDriftSearch(raw: Readonly<Record<string, unknown>>): ModelDriftSearch {
  const { series, with: other } = raw;
  return {
    ...(Number.isInteger(series) ? { series: Number(series) } : {}),
    ...(Number.isInteger(other) ? { with: Number(other) } : {}),
  };
}
