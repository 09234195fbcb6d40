import type Database from 'better-sqlite3';
import { type BandOverride, bandInForce } from '#domain/drift/bands';
import {
  DAY_MS,
  type DayVerdicts,
  daysUpTo,
  lastDayOf,
  NO_DAYS,
  verdictCodes,
  withPoints,
} from '#domain/drift/day-verdicts';
import { modelHealth, type ModelHealth, type SeriesState, seriesState } from '#domain/drift/health';
import type { PointColumns } from '#domain/drift/result-columns';
import { silentAfter } from '#domain/drift/cadence';
import type { Stage, UpdateFrequency } from '#domain/vocabulary';
import { asTier } from '../derived-columns';
import { ALL_TIME, type PointStatements, pointStatements, readPoints, type StoredColumn } from './drift-points';

/** Results are read this far back for the last word of each series and its usual distance. */
const LOOK_BACK_MS = 400 * DAY_MS;
const JUDGED: readonly StoredColumn[] = ['at', 'value', 'nRef', 'nCur', 'verdict'];

export interface StateModel {
  readonly id: string;
  readonly tier: number | null;
  readonly stage: Stage;
  readonly updateFrequency: UpdateFrequency | null;
}

interface SeriesRow {
  readonly id: number;
  readonly metric: string;
  readonly columnName: string;
}

export interface OpenItem {
  readonly id: string;
  readonly seriesId: number;
  readonly metric: string;
  readonly firstAt: string;
  readonly lastAt: string;
}

export interface StateStatements extends PointStatements {
  readonly seriesOf: Database.Statement<[string], SeriesRow>;
  readonly model: Database.Statement<[string], StateModel>;
  readonly days: Database.Statement<[string], { readonly firstDay: number; readonly days: Buffer }>;
  readonly put: Database.Statement;
  readonly drop: Database.Statement<[string]>;
  readonly openItem: Database.Statement<[string], OpenItem>;
  readonly settledUpTo: Database.Statement<[string], string | null>;
  readonly setHealth: Database.Statement<[string, string, string]>;
}

export function stateStatements(db: Database.Database): StateStatements {
  return {
    ...pointStatements(db),
    seriesOf: db.prepare<[string], SeriesRow>(
      'SELECT id, metric, column_name AS columnName FROM drift_series WHERE model_id = ? ORDER BY id',
    ),
    model: db.prepare<[string], StateModel>(
      'SELECT id, tier, stage, update_frequency AS updateFrequency FROM models WHERE id = ?',
    ),
    days: db.prepare<[string], { readonly firstDay: number; readonly days: Buffer }>(
      'SELECT first_day AS firstDay, days FROM drift_models WHERE model_id = ?',
    ),
    put: db.prepare(
      `INSERT OR REPLACE INTO drift_models (model_id, first_day, last_day, last_at, as_of_day, silent_from, cadence, health, reason,
        since_day, worst_series, worst_at, worst_value, worst_code, days) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    drop: db.prepare<[string]>('DELETE FROM drift_models WHERE model_id = ?'),
    openItem: db.prepare<[string], OpenItem>(
      `SELECT id, series_id AS seriesId, metric, first_at AS firstAt, last_at AS lastAt FROM retraining_items
        WHERE model_id = ? AND resolved_at IS NULL`,
    ),
    settledUpTo: db
      .prepare<[string], string | null>('SELECT max(settled_up_to) FROM retraining_items WHERE model_id = ?')
      .pluck(),
    setHealth: db.prepare<[string, string, string]>('UPDATE models SET health = ? WHERE id = ? AND health <> ?'),
  };
}

/** Results that were only added to what a model had: its days need not be worked out from the beginning. */
export type Additions = readonly { readonly metric: string; readonly points: PointColumns }[];

/**
 * Works a model's days and health out again and writes them beside it, outside the journal: they follow from facts and
 * from the day of asking.
 *
 * @returns whether the health is another one than it was
 */
export function refreshModel(
  statements: StateStatements,
  modelId: string,
  overrides: readonly BandOverride[],
  now: string,
  additions: Additions | null = null,
): boolean {
  const model = statements.model.get(modelId);
  if (!model) {
    statements.drop.run(modelId);
    return false;
  }
  const known = additions && statements.days.get(modelId);
  const at = Date.parse(now);
  const { days, states } =
    additions && known
      ? {
          days: addedDays({ firstDay: known.firstDay, codes: known.days }, model, overrides, additions),
          states: lastOfEachSeries(statements, model, overrides, at),
        }
      : fromTheBeginning(statements, model, overrides, at);
  if (days.codes.length === 0) {
    statements.drop.run(modelId);
    return statements.setHealth.run('unknown', modelId, 'unknown').changes > 0;
  }
  const health = healthFrom(model, days, states, at);
  put(statements, modelId, days, health, states, Math.floor(at / DAY_MS));
  return statements.setHealth.run(health.health, modelId, health.health).changes > 0;
}

function addedDays(
  days: DayVerdicts,
  model: StateModel,
  overrides: readonly BandOverride[],
  additions: Additions,
): DayVerdicts {
  return additions.reduce(
    (sum, { metric, points }) => withPoints(sum, points.at, verdictCodes(points, bandOf(model, overrides, metric))),
    days,
  );
}

function fromTheBeginning(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  at: number,
): { readonly days: DayVerdicts; readonly states: readonly SeriesState[] } {
  const dead = new Set(statements.deadBatches.all(model.id));
  let days = NO_DAYS;
  const states: SeriesState[] = [];
  for (const { id, metric } of statements.seriesOf.all(model.id)) {
    const points = readPoints(statements, id, ALL_TIME, dead, JUDGED);
    const codes = verdictCodes(points, bandOf(model, overrides, metric));
    days = withPoints(days, points.at, codes);
    let end = points.at.length;
    while (end > 0 && (points.at[end - 1] ?? 0) > at) end -= 1;
    if (end > 0) states.push(seriesState(id, points.at.subarray(0, end), codes, points.value));
  }
  return { days, states };
}

const bandOf = (model: StateModel, overrides: readonly BandOverride[], metric: string) =>
  bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);

/** Health as it was at an instant, from the results whose windows had ended by then and the bands of now. */
export function healthAt(
  statements: StateStatements,
  model: StateModel,
  days: DayVerdicts,
  overrides: readonly BandOverride[],
  at: number,
): ModelHealth {
  return healthFrom(model, days, lastOfEachSeries(statements, model, overrides, at), at);
}

function healthFrom(
  { stage, updateFrequency }: StateModel,
  days: DayVerdicts,
  series: readonly SeriesState[],
  at: number,
): ModelHealth {
  const today = Math.floor(at / DAY_MS);
  return modelHealth({ stage, updateFrequency, days: daysUpTo(days, today), series, today });
}

function lastOfEachSeries(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  at: number,
): readonly SeriesState[] {
  const dead = new Set(statements.deadBatches.all(model.id));
  return statements.seriesOf.all(model.id).flatMap(({ id, metric }) => {
    const newest = Math.min(at, Number(statements.lastAt.get(id, id)));
    let points = readPoints(statements, id, { from: newest - LOOK_BACK_MS, to: at }, dead, JUDGED);
    // Taken back or late results: the newest that counts may lie further back.
    if (points.at.length === 0) points = readPoints(statements, id, { from: ALL_TIME.from, to: at }, dead, JUDGED);
    if (points.at.length === 0) return [];
    return [seriesState(id, points.at, verdictCodes(points, bandOf(model, overrides, metric)), points.value)];
  });
}

function put(
  statements: StateStatements,
  modelId: string,
  days: DayVerdicts,
  health: ModelHealth,
  states: readonly SeriesState[],
  today: number,
): void {
  const { worst } = health;
  const past = daysUpTo(days, today);
  const value = worst?.lastValue ?? Number.NaN;
  statements.put.run(
    modelId,
    days.firstDay,
    lastDayOf(days),
    states.length === 0 ? null : Math.max(...states.map((state) => state.lastAt)),
    today,
    (past.codes.length === 0 ? today : lastDayOf(past)) + silentAfter(health.cadence) + 1,
    health.cadence,
    health.health,
    health.reason,
    health.sinceDay,
    worst?.seriesId ?? null,
    worst?.lastAt ?? null,
    Number.isNaN(value) ? null : value,
    worst?.lastCode ?? 0,
    Buffer.from(days.codes),
  );
}

/** Models that have, or had, a series. */
export function listMeasured(db: Database.Database): readonly string[] {
  return db.prepare<[], string>('SELECT DISTINCT model_id FROM drift_series').pluck().all();
}

export function measuredAmong(db: Database.Database, modelIds: Iterable<string>): readonly string[] {
  const measured = db.prepare<[string], number>('SELECT 1 FROM drift_series WHERE model_id = ? LIMIT 1').pluck();
  return [...modelIds].filter((id) => measured.get(id) !== undefined);
}

/** Models whose health another day may have changed: silence has come, or results of a later day have become past. */
export function listOverdue(db: Database.Database, today: number): readonly string[] {
  return db
    .prepare<[number], string>(
      `SELECT model_id FROM drift_models
        WHERE (silent_from <= ? AND health <> 'silent' AND reason <> 'retired') OR last_day > as_of_day`,
    )
    .pluck()
    .all(today);
}

/** Newest windows that a series' distance of windows is read from. */
const WINDOWS_ASKED = 21;

export interface SeriesWindows {
  readonly metric: string;
  /** Of the newest result; `null` = not known. */
  readonly sizes: { readonly nRef: number | null; readonly nCur: number | null; readonly nBins: number | null };
  /** Mean distance of the newest windows in days; `null`: fewer than two. */
  readonly cadence: number | null;
}

/** Sizes and distances of the newest windows of each series of a model. */
export function readWindowSizes(statements: StateStatements, modelId: string): readonly SeriesWindows[] {
  const dead = new Set(statements.deadBatches.all(modelId));
  return statements.seriesOf.all(modelId).flatMap(({ id, metric }) => {
    const newest = Number(statements.lastAt.get(id, id));
    const range = { from: newest - LOOK_BACK_MS, to: ALL_TIME.to };
    const { at, nRef, nCur, nBins } = readPoints(statements, id, range, dead, ['nRef', 'nCur', 'nBins']);
    const last = at.length - 1;
    if (last < 0) return [];
    const windows = Math.min(last, WINDOWS_ASKED - 1);
    const span = (at[last] ?? 0) - (at[last - windows] ?? 0);
    const sizes = { nRef: known(nRef[last]), nCur: known(nCur[last]), nBins: known(nBins[last]) };
    return [{ metric, sizes, cadence: windows === 0 ? null : span / windows / DAY_MS }];
  });
}

const known = (value: number | undefined): number | null => (value === undefined || Number.isNaN(value) ? null : value);
