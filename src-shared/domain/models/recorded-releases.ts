import { DAY_MS, instantMs } from '../base/calendar';
import { lastTwelveMonths, TWELVE_MONTHS_DAYS } from '../base/last-twelve-months';
import type { Stage, UpdateFrequency } from '../vocabulary';
import { isInProduction } from './lifecycle';

/** A model with its moves in their order. */
export interface MovedModel {
  readonly modelId: string;
  readonly name: string;
  readonly moves: readonly {
    readonly to: Stage;
    readonly at: string | null;
    /** The milliseconds of `at`, where whoever has the move knows them. */
    readonly ms?: number;
  }[];
  /** As noted today, where the model is in production today; `null`: nobody has said. */
  readonly frequency?: UpdateFrequency | null | undefined;
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

const YEAR_MS = TWELVE_MONTHS_DAYS * DAY_MS;

/** What a model did in the window; `null`: a date between two of its moves is missing, so nobody knows. */
export function productionRecord(moves: MovedModel['moves'], from: string, to: string): ProductionRecord | null {
  return recordBetween(moves, instantMs(from), instantMs(to));
}

interface Spells extends Omit<ProductionRecord, 'years'> {
  /** Milliseconds in production: whole numbers, whose sum is the same in any order. */
  readonly ms: number;
}

function recordBetween(moves: MovedModel['moves'], start: number, end: number): ProductionRecord | null {
  const spells = spellsBetween(moves, start, end);
  return spells && { years: spells.ms / YEAR_MS, updates: spells.updates, releases: spells.releases };
}

function spellsBetween(moves: MovedModel['moves'], start: number, end: number): Spells | null {
  let ms = 0;
  let updates = 0;
  let releases = 0;
  let been = false;
  for (let at = 0; at < moves.length; at += 1) {
    const move = moves[at];
    if (!move || !isInProduction(move.to)) continue;
    if (move.at === null) return null;
    const began = move.ms ?? instantMs(move.at);
    const next = moves[at + 1];
    if (next && next.at === null) return null;
    const ended = next?.at ? (next.ms ?? instantMs(next.at)) : end;
    ms += Math.max(0, Math.min(ended, end) - Math.max(began, start));
    if (move.to === 'deployed' && began > start && began <= end) {
      releases += 1;
      if (been) updates += 1;
    }
    been = true;
  }
  return { ms, updates, releases };
}

export interface RecordedModel extends ProductionRecord, Pick<MovedModel, 'modelId' | 'name' | 'frequency'> {}

/** Its texts are the model's own, which may make them only when they are asked for. */
class Recorded implements RecordedModel {
  readonly years: number;
  readonly updates: number;
  readonly releases: number;

  constructor(
    private readonly model: MovedModel,
    { ms, updates, releases }: Spells,
  ) {
    this.years = ms / YEAR_MS;
    this.updates = updates;
    this.releases = releases;
  }

  get modelId(): string {
    return this.model.modelId;
  }

  get name(): string {
    return this.model.name;
  }

  get frequency(): MovedModel['frequency'] {
    return this.model.frequency;
  }
}

/** What is recorded of releases in the 365 days up to the end of a day. */
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
export function recordedReleases(moved: Iterable<MovedModel>, now: string): RecordedReleases {
  const { from, to } = lastTwelveMonths(now);
  const [start, end] = [instantMs(from), instantMs(to)];
  const models: RecordedModel[] = [];
  const sum = { updates: 0, releases: 0 };
  // Days and the rest of them apart: a million years in milliseconds are more than a number holds exactly.
  let [days, rest] = [0, 0];
  let undated = 0;
  for (const model of moved) {
    const spells = spellsBetween(model.moves, start, end);
    if (spells === null) undated += 1;
    else if (spells.ms > 0) {
      models.push(new Recorded(model, spells));
      days += Math.floor(spells.ms / DAY_MS);
      rest += spells.ms % DAY_MS;
      sum.updates += spells.updates;
      sum.releases += spells.releases;
    }
  }
  const years = days / TWELVE_MONTHS_DAYS + rest / YEAR_MS;
  return { from, to, years, ...sum, perModel: sum.updates === 0 ? null : sum.updates / years, models, undated };
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
