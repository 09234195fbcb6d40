import type Database from 'better-sqlite3';
import { DAY_MS } from '#domain/base/calendar';
import { type BandOverride, bandInForce } from '#domain/drift/bands';
import { VERDICT_CODES, verdictCodes } from '#domain/drift/day-verdicts';
import { type ActRun, actRun } from '#domain/drift/retraining';
import { isInProduction } from '#domain/models/lifecycle';
import { asTier } from '../../models/cells';
import { EMPTY_DRIFT, type RetrainingItemRow } from '../tables';
import { inTurns } from '../turns';
import { readPoints } from './points';
import { type OpenItem, type StateModel, type StateStatements, stateStatements } from './state';

/** A run of yearly windows is found as well. */
const LOOK_BACK_MS = 6 * 366 * DAY_MS;
const JUDGED = ['value', 'nRef', 'nCur', 'verdict'] as const;

export interface Rule {
  readonly windows: number;
  readonly now: string;
  readonly newId: () => string;
}

interface Found {
  readonly run: ActRun;
  readonly seriesId: number;
  readonly columnName: string;
  readonly metric: string;
}

/** A new item where a series of the model has been at act long enough and none is open; the longest run is named. */
export function retrainingDue(
  statements: StateStatements,
  modelId: string,
  overrides: readonly BandOverride[],
  rule: Rule,
): RetrainingItemRow | null {
  const model = statements.model.get(modelId);
  if (!model || !isInProduction(model.stage) || statements.openItem.get(modelId) !== undefined) return null;
  const found = longestRun(statements, model, overrides, rule);
  return found && newItem(modelId, found, rule);
}

interface Review {
  readonly open: RetrainingItemRow | null;
  /** Items that are open and, as bands and rules are now, would not have been found. */
  readonly close: readonly string[];
}

/** What changed bands and rules make of the retraining of models. */
export async function reviewModels(
  db: Database.Database,
  modelIds: readonly string[],
  overrides: readonly BandOverride[],
  rule: Rule,
): Promise<{ readonly open: readonly RetrainingItemRow[]; readonly close: readonly string[] }> {
  const statements = stateStatements(db);
  const open: RetrainingItemRow[] = [];
  const close: string[] = [];
  await inTurns(modelIds, (id) => {
    const review = reviewRetraining(statements, id, overrides, rule);
    if (review.open) open.push(review.open);
    close.push(...review.close);
  });
  return { open, close };
}

/** What changed bands and rules make of a model's retraining. An item whose windows are still at act stays. */
function reviewRetraining(
  statements: StateStatements,
  modelId: string,
  overrides: readonly BandOverride[],
  rule: Rule,
): Review {
  const model = statements.model.get(modelId);
  const item = statements.openItem.get(modelId);
  if (!model || (item === undefined && !everAtAct(statements, modelId))) return { open: null, close: [] };
  if (item === undefined) return { open: retrainingDue(statements, modelId, overrides, rule), close: [] };
  // What a person asked for, and what somebody works on, does not end by a rule.
  if (item.askedBy === 'person' || item.startedAt !== null) return { open: null, close: [] };
  const stays = isStillDue(statements, model, overrides, item, rule) || longestRun(statements, model, overrides, rule);
  return { open: null, close: stays ? [] : [item.id] };
}

/** Most models never were: their points need not be read. */
const everAtAct = (statements: StateStatements, modelId: string): boolean =>
  statements.days.get(modelId)?.days.some((code) => (code & 7) === VERDICT_CODES.act) ?? false;

function isStillDue(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  item: OpenItem,
  { windows }: Rule,
): boolean {
  const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, item.metric);
  if (band.bands === null || item.seriesId === null || item.firstAt === null || item.lastAt === null) return false;
  const dead = new Set(statements.deadBatches.all(model.id));
  const range = { from: Date.parse(item.firstAt), to: Date.parse(item.lastAt) };
  const points = readPoints(statements, item.seriesId, range, dead, JUDGED);
  return actRun(points.at, verdictCodes(points, band), windows) !== null;
}

function newItem(modelId: string, found: Found, rule: Rule): RetrainingItemRow {
  return {
    id: rule.newId(),
    model_id: modelId,
    ...EMPTY_DRIFT.retraining_items,
    series_id: found.seriesId,
    column_name: found.columnName,
    metric: found.metric,
    windows: found.run.windows,
    first_at: new Date(found.run.firstAt).toISOString(),
    last_at: new Date(found.run.lastAt).toISOString(),
    opened_at: rule.now,
  };
}

function longestRun(
  statements: StateStatements,
  model: StateModel,
  overrides: readonly BandOverride[],
  rule: Rule,
): Found | null {
  const dead = new Set(statements.deadBatches.all(model.id));
  const now = Date.parse(rule.now);
  const settled = statements.settledUpTo.get(model.id) ?? null;
  const after = settled === null ? Number.NEGATIVE_INFINITY : Date.parse(settled);
  let longest: Found | null = null;
  for (const { id, metric, columnName } of statements.seriesOf.all(model.id)) {
    const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, metric);
    if (band.bands === null) continue;
    const newest = Math.min(now, Number(statements.lastAt.get(id, id)));
    const range = { from: Math.max(after + 1, newest - LOOK_BACK_MS), to: now };
    const points = readPoints(statements, id, range, dead, JUDGED);
    const run = actRun(points.at, verdictCodes(points, band), rule.windows);
    if (run && (longest === null || run.windows > longest.run.windows))
      longest = { run, seriesId: id, columnName, metric };
  }
  return longest;
}
