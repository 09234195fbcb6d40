import { sql } from 'kysely';
import type { DatePrecision } from '#domain/base/period';
import type { KnownMove } from '#domain/models/history/told';
import type { LifecycleMove } from '#domain/models/lifecycle';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ApprovalRow, MoveRow } from './tables';

/** The moves of one model in their order; the first is the stage that it came in with. */
export function listMoves(read: ReadHandle, modelId: string): Promise<MoveRow[]> {
  return tables(read).selectFrom('moves').selectAll().where('model_id', '=', modelId).orderBy('ord').execute();
}

/** The moves that an import told of, as far as they are there. */
export function listMovesOfImport(
  read: ReadHandle,
  importId: string,
): Promise<readonly Pick<MoveRow, 'id' | 'model_id'>[]> {
  return tables(read).selectFrom('moves').select(['id', 'model_id']).where('import_id', '=', importId).execute();
}

/** Moves of many models, each model's in order. */
export async function listMovesOf(
  read: ReadHandle,
  modelIds: readonly string[],
): Promise<ReadonlyMap<string, readonly MoveRow[]>> {
  const byModel = new Map<string, MoveRow[]>();
  for (const chunk of chunks(modelIds, 900)) {
    const rows = await tables(read)
      .selectFrom('moves')
      .selectAll()
      .where('model_id', 'in', [...chunk])
      .orderBy('model_id')
      .orderBy('ord')
      .execute();
    for (const row of rows) {
      const moves = byModel.get(row.model_id);
      if (moves) moves.push(row);
      else byModel.set(row.model_id, [row]);
    }
  }
  return byModel;
}

export const toLifecycleMove = (row: MoveRow): LifecycleMove => ({
  id: row.id,
  to: row.to_stage,
  at: row.at,
  version: row.version,
  correction: row.correction === 1,
  precision: row.precision,
  saysMonitoring: row.monitoring_said === 1,
  recordedAt: row.recorded_at,
});

/** How exactly the last dated move of a model is known; models of which it is known to the day are not in the map. */
export async function listCoarseLastMoves(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, DatePrecision>> {
  let coarse = tables(read)
    .selectFrom('moves')
    .innerJoin('models', (join) =>
      join.onRef('models.id', '=', 'moves.model_id').onRef('models.last_move_at', '=', 'moves.at'),
    )
    .select(['moves.model_id', 'moves.precision'])
    .where('moves.precision', '<>', 'day')
    .orderBy('moves.ord');
  if (modelIds && modelIds.length <= 900) coarse = coarse.where('moves.model_id', 'in', [...modelIds]);
  return new Map((await coarse.execute()).map((row) => [row.model_id, row.precision]));
}

/** Releases of each model after `since` and up to `until`; models without one are not in the map. */
export async function countReleases(
  read: ReadHandle,
  since: string,
  until: string,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  let releases = tables(read)
    .selectFrom('moves')
    .select((eb) => ['model_id', eb.fn.countAll<number>().as('n')])
    // A literal, so that the partial index of these rows is used.
    .where('to_stage', '=', sql.lit('deployed'))
    .where('at', '>', since)
    .where('at', '<=', until)
    .groupBy('model_id');
  if (modelIds && modelIds.length <= 900) releases = releases.where('model_id', 'in', [...modelIds]);
  return new Map((await releases.execute()).map((row) => [row.model_id, row.n]));
}

/** Models with a move that no import brought. */
export async function listModelsMovedHere(read: ReadHandle): Promise<ReadonlySet<string>> {
  const rows = await tables(read)
    .selectFrom('moves')
    .select('model_id')
    .distinct()
    .where('import_id', 'is', null)
    .execute();
  return new Set(rows.map((row) => row.model_id));
}

/** Moves that name one of these models as the one that took over. */
export async function listReplacementMoves(read: ReadHandle, modelIds: readonly string[]): Promise<readonly MoveRow[]> {
  const rows: MoveRow[] = [];
  for (const chunk of chunks(modelIds, 900)) {
    rows.push(
      ...(await tables(read)
        .selectFrom('moves')
        .selectAll()
        .where('replaced_by', 'in', [...chunk])
        .execute()),
    );
  }
  return rows;
}

export function listApprovals(read: ReadHandle, modelId: string): Promise<ApprovalRow[]> {
  return tables(read)
    .selectFrom('approvals')
    .selectAll()
    .where('model_id', '=', modelId)
    .orderBy('at', 'desc')
    .execute();
}

/** The approvals of every model, each model's the latest first. */
export async function listAllApprovals(read: ReadHandle): Promise<ReadonlyMap<string, readonly ApprovalRow[]>> {
  const byModel = new Map<string, ApprovalRow[]>();
  const rows = tables(read).selectFrom('approvals').selectAll().orderBy('at', 'desc').orderBy('id');
  for (const row of await rows.execute()) {
    const approvals = byModel.get(row.model_id);
    if (approvals) approvals.push(row);
    else byModel.set(row.model_id, [row]);
  }
  return byModel;
}

/**
 * The history of every model (or of at most 900 of them), in order, as what an import is held against. A registration counts as undated: its day is
 * that of the entry, not of the model.
 */
export async function listKnownMoves(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, readonly KnownMove[]>> {
  let query = tables(read)
    .selectFrom('moves')
    .select(['id', 'model_id', 'to_stage', 'at', 'precision', 'version', 'implied'])
    .orderBy('model_id')
    .orderBy('ord');
  if (modelIds) query = query.where('model_id', 'in', [...modelIds]);
  const rows = await query.execute();
  const byModel = new Map<string, KnownMove[]>();
  for (const row of rows) {
    const moves = byModel.get(row.model_id);
    if (moves) moves.push(toKnownMove(row));
    else byModel.set(row.model_id, [toKnownMove(row)]);
  }
  return byModel;
}

/** The ISO days on which moves without a day of their own were noted, by the moves' ids, of all models or at most 900. */
export async function listUndatedMoves(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  let query = tables(read)
    .selectFrom('moves')
    .select(['id', 'recorded_at'])
    .where((row) => row.or([row('at', 'is', null), row('implied', '=', 1)]));
  if (modelIds) query = query.where('model_id', 'in', [...modelIds]);
  return new Map((await query.execute()).map(({ id, recorded_at }) => [id, recorded_at.slice(0, 10)]));
}

/** The days (ISO) that are known of moves, each with how many fell on it. */
export function countMovesByDay(read: ReadHandle): Promise<{ at: string | null; n: number }[]> {
  return tables(read)
    .selectFrom('moves')
    .select((eb) => ['at', eb.fn.countAll<number>().as('n')])
    .where('implied', '=', 0)
    .where('at', 'is not', null)
    .groupBy('at')
    .execute();
}

/** See `listKnownMoves`. */
export const toKnownMove = ({
  id,
  to_stage,
  at,
  precision,
  version,
  implied,
}: Pick<MoveRow, 'id' | 'to_stage' | 'at' | 'precision' | 'version' | 'implied'>): KnownMove => ({
  id,
  to: to_stage,
  when: at === null || implied === 1 ? null : { at, precision },
  version,
});
