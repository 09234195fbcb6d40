import { addDays, DAY_MS, instantMs } from '../../base/calendar';
import { counted } from '../../base/wording';
import { isInProduction } from '../../models/lifecycle';
import type { Stage } from '../../vocabulary';
import { sayFigure } from '../explain/say-figure';
import { type Measured, measured, unmeasured } from './measured';

/** A model with its moves in their order. */
export interface MovedModel {
  readonly modelId: string;
  readonly name: string;
  readonly moves: readonly { readonly to: Stage; readonly at: string | null }[];
}

/** A model in a window of time. */
export interface ProductionRecord {
  /** Years in production within the window. */
  readonly years: number;
  /** Releases in the window after the model's first one. */
  readonly updates: number;
}

const YEAR_MS = 365 * DAY_MS;
const WINDOW_DAYS = 365;

/** The 365 days up to an instant, as instants. */
export function lastYear(now: string): { readonly from: string; readonly to: string } {
  return { from: `${addDays(now.slice(0, 10), -WINDOW_DAYS)}${now.slice(10)}`, to: now };
}

/** What a model did in the window; `null`: a date between two of its moves is missing, so nobody knows. */
export function productionRecord(moves: MovedModel['moves'], from: string, to: string): ProductionRecord | null {
  const [start, end] = [instantMs(from), instantMs(to)];
  let years = 0;
  let updates = 0;
  let been = false;
  for (const [at, move] of moves.entries()) {
    if (!isInProduction(move.to)) continue;
    if (move.at === null) return null;
    const began = instantMs(move.at);
    const next = moves[at + 1];
    if (next && next.at === null) return null;
    const ended = next?.at ? instantMs(next.at) : end;
    years += Math.max(0, Math.min(ended, end) - Math.max(began, start)) / YEAR_MS;
    if (move.to === 'deployed' && been && began > start && began <= end) updates += 1;
    been = true;
  }
  return { years, updates };
}

/** Releases a year that models get after their first one, from the moves of the last 365 days. */
export function measureReleases(models: readonly MovedModel[], now: string): Measured {
  const told = {
    key: 'releasesPerYear',
    label: 'Releases a year, as recorded',
    unit: 'releases per model and year',
    words:
      'moves to deployed in the last 365 days, without the first of each model / years in production in those days',
  } as const;
  const { from, to } = lastYear(now);
  const records = models.map(({ modelId, name, moves }) => ({
    modelId,
    name,
    record: productionRecord(moves, from, to),
  }));
  const known = records.flatMap(({ record, ...model }) =>
    record && record.years > 0 ? [{ ...model, ...record }] : [],
  );
  const undated = records.filter(({ record }) => record === null).length;
  const [whose, are] = undated === 1 ? ['its', 'is'] : ['their', 'are'];
  const left = undated === 0 ? '' : `${counted(undated, 'model')} without dates of ${whose} moves ${are} left out.`;
  const years = known.reduce((sum, one) => sum + one.years, 0);
  const updates = known.reduce((sum, one) => sum + one.updates, 0);
  if (years === 0)
    return unmeasured(told, `No model has dated moves into production in the last 365 days. ${left}`.trim());
  if (updates === 0) {
    const where = `${counted(known.length, 'model')} in production`;
    return unmeasured(
      told,
      `No release after the first one is recorded for ${where}: none recorded is not none. ${left}`.trim(),
    );
  }
  return measured(told, {
    value: updates / years,
    n: updates,
    numbers: `${counted(updates, 'release')} / ${sayFigure(years)} model-years = ${sayFigure(updates / years)}`,
    caution: left,
    sets: [{ path: 'updatesPerYear', value: updates / years }],
    rows: known
      .toSorted((a, b) => b.updates - a.updates)
      .map((one) => ({
        modelId: one.modelId,
        name: one.name,
        value: one.updates,
        detail: `in ${sayFigure(one.years)} years in production`,
      })),
  });
}

export interface ModelYears {
  readonly years: number;
  /** Those that were in production in the window, at times that are known. */
  readonly models: ReadonlySet<string>;
}

/** Years in production of all models in the last 365 days. */
export function modelYears(models: readonly MovedModel[], now: string): ModelYears {
  const { from, to } = lastYear(now);
  const known = models.flatMap(({ modelId, moves }) => {
    const years = productionRecord(moves, from, to)?.years ?? 0;
    return years > 0 ? [{ modelId, years }] : [];
  });
  return {
    years: known.reduce((sum, { years }) => sum + years, 0),
    models: new Set(known.map(({ modelId }) => modelId)),
  };
}
