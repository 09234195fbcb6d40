import { addDays, DAY_MS, instantMs } from '../base/calendar';
import type { Stage, UpdateFrequency } from '../vocabulary';
import { isInProduction } from './lifecycle';

/** A model with its moves in their order. */
export interface MovedModel {
  readonly modelId: string;
  readonly name: string;
  readonly moves: readonly { readonly to: Stage; readonly at: string | null }[];
  /** As noted today, where the model is in production today; `null`: nobody has said. */
  readonly frequency?: UpdateFrequency | null;
}

/** A model in a window of time. */
export interface ProductionRecord {
  /** Years in production within the window. */
  readonly years: number;
  /** Releases in the window after the model's first one. */
  readonly updates: number;
  /** Releases in the window, the first one among them. */
  readonly releases: number;
}

const YEAR_MS = 365 * DAY_MS;
const WINDOW_DAYS = 365;

/** The 365 days up to an instant, as instants. */
export function lastYear(now: string): { readonly from: string; readonly to: string } {
  return { from: `${addDays(now.slice(0, 10), -WINDOW_DAYS)}${now.slice(10)}`, to: now };
}

/** What a model did in the window; `null`: a date between two of its moves is missing, so nobody knows. */
export function productionRecord(moves: MovedModel['moves'], from: string, to: string): ProductionRecord | null {
  return recordBetween(moves, instantMs(from), instantMs(to));
}

function recordBetween(moves: MovedModel['moves'], start: number, end: number): ProductionRecord | null {
  let years = 0;
  let updates = 0;
  let releases = 0;
  let been = false;
  for (const [at, move] of moves.entries()) {
    if (!isInProduction(move.to)) continue;
    if (move.at === null) return null;
    const began = instantMs(move.at);
    const next = moves[at + 1];
    if (next && next.at === null) return null;
    const ended = next?.at ? instantMs(next.at) : end;
    years += Math.max(0, Math.min(ended, end) - Math.max(began, start)) / YEAR_MS;
    if (move.to === 'deployed' && began > start && began <= end) {
      releases += 1;
      if (been) updates += 1;
    }
    been = true;
  }
  return { years, updates, releases };
}

export interface RecordedModel extends ProductionRecord, Pick<MovedModel, 'modelId' | 'name' | 'frequency'> {}

/** What is recorded of releases in the 365 days up to an instant. */
export interface RecordedReleases {
  readonly from: string;
  readonly to: string;
  /** Moves to `deployed`, the first of a model among them. */
  readonly releases: number;
  /** The same without the first of each model. */
  readonly updates: number;
  /** Years in production of the models whose moves have their dates. */
  readonly years: number;
  /** Updates of a model in a year; `null`: not recorded, which is not 0. */
  readonly perModel: number | null;
  /** Models that were in production in those days, at times that are known. */
  readonly models: readonly RecordedModel[];
  /** Models left out because a date of their moves is missing. */
  readonly undated: number;
}

/**
 * Releases of the last 365 days from the moves of the models; rules.md 3. Where no release after the first one of a model
 * is recorded the rate is `null`: none recorded is not none.
 */
export function recordedReleases(moved: readonly MovedModel[], now: string): RecordedReleases {
  const { from, to } = lastYear(now);
  const [start, end] = [instantMs(from), instantMs(to)];
  const models: RecordedModel[] = [];
  const sum = { years: 0, updates: 0, releases: 0 };
  let undated = 0;
  for (const { modelId, name, frequency, moves } of moved) {
    const record = recordBetween(moves, start, end);
    if (record === null) undated += 1;
    else if (record.years > 0) {
      models.push({ modelId, name, ...record, ...(frequency !== undefined && { frequency }) });
      sum.years += record.years;
      sum.updates += record.updates;
      sum.releases += record.releases;
    }
  }
  return { from, to, ...sum, perModel: sum.updates === 0 ? null : sum.updates / sum.years, models, undated };
}

export interface ModelYears {
  readonly years: number;
  /** Those that were in production in the window, at times that are known. */
  readonly models: ReadonlySet<string>;
}

/** Years in production of all models in the last 365 days. */
export function modelYears(moved: readonly MovedModel[], now: string): ModelYears {
  const { years, models } = recordedReleases(moved, now);
  return { years, models: new Set(models.map(({ modelId }) => modelId)) };
}
