import type Database from 'better-sqlite3';
import { DAY_MS, dayNumber } from '#domain/base/calendar';
import type { BandOverride } from '#domain/drift/bands';
import { silentAfter } from '#domain/drift/cadence';
import { type DayVerdicts, daysUpTo, lastDayOf, NO_DAYS, verdictCodes, withPoints } from '#domain/drift/day-verdicts';
import { type SeriesWindows, seriesWindows } from '#domain/drift/false-alarms';
import { type ModelHealth, modelHealth, type SeriesState, seriesState } from '#domain/drift/health';
import type { PointColumns } from '#domain/drift/result-columns';
import type { Stage, UpdateFrequency } from '#domain/vocabulary';
import {
  ALL_TIME,
  cut,
  type PointStatements,
  pointStatements,
  readPoints,
  type StoredColumn,
  type StoredPoints,
} from './points';
import { bandOf, saysHowItDoes } from './says-how-it-does';

/** Results are read this far back for the last word of each series and its usual distance. */
const LOOK_BACK_MS = 400 * DAY_MS;
/** Of the rules by which a model is worked out; counts on where what is kept of it changes. */
const EDITION = 1;
const JUDGED: readonly StoredColumn[] = ['at', 'value', 'nRef', 'nCur', 'nBins', 'verdict'];

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
  readonly askedBy: string;
  readonly seriesId: number | null;
  readonly metric: string;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  readonly startedAt: string | null;
}

export interface StateStatements extends PointStatements {
  readonly seriesOf: Database.Statement<[string], SeriesRow>;
  readonly model: Database.Statement<[string], StateModel>;
  readonly days: Database.Statement<[string], { readonly firstDay: number; readonly days: Buffer }>;
  readonly put: Database.Statement;
  readonly drop: Database.Statement<[string]>;
  readonly putWindows: Database.Statement;
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
        since_day, worst_series, worst_at, worst_value, worst_code, days, edition) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    drop: db.prepare<[string]>('DELETE FROM drift_models WHERE model_id = ?'),
    putWindows: db.prepare('UPDATE drift_series SET n_ref = ?, n_cur = ?, n_bins = ?, window_days = ? WHERE id = ?'),
    openItem: db.prepare<[string], OpenItem>(
      `SELECT id, asked_by AS askedBy, series_id AS seriesId, metric, first_at AS firstAt, last_at AS lastAt,
        started_at AS startedAt FROM retraining_items
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
  const { days, series } =
    additions && known
      ? {
          days: addedDays({ firstDay: known.firstDay, codes: known.days }, model, overrides, additions),
          series: lastOfEachSeries(statements, model, overrides, at),
        }
      : fromTheBeginning(statements, model, overrides, at);
  putWindows(statements, modelId, series);
  if (days.codes.length === 0) {
    statements.drop.run(modelId);
    return statements.setHealth.run('unknown', modelId, 'unknown').changes > 0;
  }
  const health = healthFrom(model, days, series, at);
  put(statements, modelId, days, health, series, dayNumber(at));
  return statements.setHealth.run(health.health, modelId, health.health).changes > 0;
}

function addedDays(
  days: DayVerdicts,
  model: StateModel,
  overrides: readonly BandOverride[],
  additions: Additions,
): DayVerdicts {
  return additions
    .filter(({ metric }) => saysHowItDoes(model, overrides, metric))
    .reduce(
      (sum, { metric, points }) => withPoints(sum, points.at, verdictCodes(points, bandOf(model, overrides, metric))),
      days,
    );
}

/** What a series says by its newest results. */
interface Judged {
  readonly state: SeriesState;
  readonly windows: SeriesWindows;
}

const judged = (seriesId: number, points: StoredPoints, codes: Uint8Array): Judged => ({
  state: seriesState(seriesId, points.at, codes, points.value),
  windows: seriesWindows(points),
});

function fromTheBeginning(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  at: number,
): { readonly days: DayVerdicts; readonly series: readonly Judged[] } {
  const dead = new Set(statements.deadBatches.all(model.id));
  let days = NO_DAYS;
  const series: Judged[] = [];
  for (const { id, metric } of ofProduction(statements, model, overrides)) {
    const points = readPoints(statements, id, ALL_TIME, dead, JUDGED);
    const codes = verdictCodes(points, bandOf(model, overrides, metric));
    days = withPoints(days, points.at, codes);
    let end = points.at.length;
    while (end > 0 && (points.at[end - 1] ?? 0) > at) end -= 1;
    if (end === 0) continue;
    const all = cut(points, 0, end);
    // The sizes and the rhythm of a series are those of its newest windows, by whichever way they are worked out.
    const from = (points.at[end - 1] ?? 0) - LOOK_BACK_MS;
    let first = 0;
    while ((points.at[first] ?? 0) < from) first += 1;
    series.push({ ...judged(id, all, codes), windows: seriesWindows(cut(points, first, end)) });
  }
  return { days, series };
}

const ofProduction = (
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
): readonly SeriesRow[] =>
  statements.seriesOf.all(model.id).filter(({ metric }) => saysHowItDoes(model, overrides, metric));

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
  series: readonly Judged[],
  at: number,
): ModelHealth {
  const today = dayNumber(at);
  const states = series.map(({ state }) => state);
  return modelHealth({ stage, updateFrequency, days: daysUpTo(days, today), series: states, today });
}

function lastOfEachSeries(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  at: number,
): readonly Judged[] {
  const dead = new Set(statements.deadBatches.all(model.id));
  return ofProduction(statements, model, overrides).flatMap(({ id, metric }) => {
    const newest = Math.min(at, Number(statements.lastAt.get(id, id)));
    let points = readPoints(statements, id, { from: newest - LOOK_BACK_MS, to: at }, dead, JUDGED);
    // Taken back or late results: the newest that counts may lie further back.
    if (points.at.length === 0) points = readPoints(statements, id, { from: ALL_TIME.from, to: at }, dead, JUDGED);
    if (points.at.length === 0) return [];
    return [judged(id, points, verdictCodes(points, bandOf(model, overrides, metric)))];
  });
}

/** Beside each series, so that the portfolio's false alarms are a reading of its series and not of its points. */
function putWindows(statements: StateStatements, modelId: string, series: readonly Judged[]): void {
  const windowsOf = new Map(series.map(({ state, windows }) => [state.seriesId, windows]));
  for (const { id } of statements.seriesOf.all(modelId)) {
    const windows = windowsOf.get(id);
    const { nRef = null, nCur = null, nBins = null } = windows?.sizes ?? {};
    statements.putWindows.run(nRef, nCur, nBins, windows?.cadence ?? null, id);
  }
}

function put(
  statements: StateStatements,
  modelId: string,
  days: DayVerdicts,
  health: ModelHealth,
  series: readonly Judged[],
  today: number,
): void {
  const { worst } = health;
  const past = daysUpTo(days, today);
  const value = worst?.lastValue ?? Number.NaN;
  statements.put.run(
    modelId,
    days.firstDay,
    lastDayOf(days),
    series.length === 0 ? null : Math.max(...series.map(({ state }) => state.lastAt)),
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
    EDITION,
  );
}

/** Models that have, or had, a series. */
export function listMeasured(db: Database.Database): readonly string[] {
  return db.prepare<[], string>('SELECT DISTINCT model_id FROM drift_series').pluck().all();
}

/** Whatever is said of models that have no results, nothing follows from. */
export function forgetUnmeasured(db: Database.Database): void {
  db.exec(`DELETE FROM drift_models WHERE model_id NOT IN (SELECT model_id FROM drift_series);
    UPDATE models SET health = 'unknown' WHERE health <> 'unknown' AND id NOT IN (SELECT model_id FROM drift_models)`);
}

export function measuredAmong(db: Database.Database, modelIds: Iterable<string>): readonly string[] {
  const measured = db.prepare<[string], number>('SELECT 1 FROM drift_series WHERE model_id = ? LIMIT 1').pluck();
  return [...modelIds].filter((id) => measured.get(id) !== undefined);
}

/**
 * Models whose health another day may have changed (silence has come, or results of a later day have become past), or that
 * were worked out by other rules than these.
 */
export function listOverdue(db: Database.Database, today: number): readonly string[] {
  return db
    .prepare<[number, number], string>(
      `SELECT model_id FROM drift_models
        WHERE (silent_from <= ? AND health <> 'silent' AND reason <> 'retired') OR last_day > as_of_day OR edition <> ?`,
    )
    .pluck()
    .all(today, EDITION);
}
