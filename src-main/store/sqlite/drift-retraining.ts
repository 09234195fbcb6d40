import { type BandOverride, bandInForce } from '#domain/drift/bands';
import { DAY_MS, verdictCodes } from '#domain/drift/day-verdicts';
import { type ActRun, actRun } from '#domain/drift/retraining';
import { isInProduction } from '#domain/lifecycle';
import { asTier } from '../derived-columns';
import type { RetrainingItemRow } from '../drift-tables';
import { readPoints } from './drift-points';
import type { StateModel, StateStatements } from './drift-state';

/** A run of yearly windows is found as well. */
const LOOK_BACK_MS = 6 * 366 * DAY_MS;

interface Rule {
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
  if (!found) return null;
  return {
    id: rule.newId(),
    model_id: modelId,
    series_id: found.seriesId,
    column_name: found.columnName,
    metric: found.metric,
    windows: found.run.windows,
    first_at: new Date(found.run.firstAt).toISOString(),
    last_at: new Date(found.run.lastAt).toISOString(),
    opened_at: rule.now,
    resolved_at: null,
    resolved_by: '',
    note: '',
    settled_up_to: null,
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
    const points = readPoints(statements, id, range, dead, ['value', 'nRef', 'nCur', 'verdict']);
    const run = actRun(points.at, verdictCodes(points, band), rule.windows);
    if (run && (longest === null || run.windows > longest.run.windows))
      longest = { run, seriesId: id, columnName, metric };
  }
  return longest;
}
