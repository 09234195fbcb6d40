import { challengerStanding, type RunningChallenger } from '#domain/models/challenger';
import { isInProduction } from '#domain/models/lifecycle';
import type { Stage } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ChallengerRow } from './tables';

export type NamedChallenger = ChallengerRow & {
  readonly name: string;
  readonly tier: number | null;
  readonly stage: Stage;
  /** The version that is live today. */
  readonly live: string;
};

/** Challengers with their models' names, the first to begin first. */
export async function listChallengers(
  read: ReadHandle,
  filter: { readonly modelId?: string | undefined; readonly id?: string } = {},
): Promise<NamedChallenger[]> {
  let rows = tables(read)
    .selectFrom('challengers')
    // Crossed: the challengers come first, however few the planner takes models for.
    .crossJoin('models')
    .whereRef('models.id', '=', 'challengers.model_id')
    .selectAll('challengers')
    .select(['models.name', 'models.tier', 'models.stage', 'models.version as live']);
  if (filter.modelId !== undefined) rows = rows.where('challengers.model_id', '=', filter.modelId);
  if (filter.id !== undefined) rows = rows.where('challengers.id', '=', filter.id);
  return rows.orderBy('challengers.started_at').orderBy('challengers.id').execute();
}

export async function getChallenger(read: ReadHandle, id: string): Promise<NamedChallenger> {
  const [row] = await listChallengers(read, { id });
  if (row) return row;
  throw new DomainError('not_found', 'This challenger is not in the portfolio; its beginning may have been undone.');
}

const keyOf = (version: string): string => version.trim().toLowerCase();

/**
 * Which challenger results of a version are of: those of a version that runs beside the live one, or was given up, count for
 * it and not for the model, until that version itself goes live.
 */
export async function asideVersions(read: ReadHandle): Promise<(modelId: string, version: string) => string> {
  const rows = await listChallengers(read);
  const aside = new Map<string, string>();
  for (const { id, model_id, version, outcome, live } of rows)
    if (outcome !== 'promoted' && keyOf(version) !== keyOf(live)) aside.set(`${model_id}\0${keyOf(version)}`, id);
  return (modelId, version) => (version === '' ? '' : (aside.get(`${modelId}\0${keyOf(version)}`) ?? ''));
}

/** Batches of a version that count for the model, by id. */
export async function listBatchesOfVersion(
  read: ReadHandle,
  modelId: string,
  version: string,
): Promise<readonly string[]> {
  const rows = await tables(read)
    .selectFrom('drift_batches')
    .select(['id', 'model_version'])
    .where('model_id', '=', modelId)
    .where('challenger_id', '=', '')
    .execute();
  return rows.flatMap((row) => (keyOf(row.model_version) === keyOf(version) ? [row.id] : []));
}

/** The batches of a model that count for one of its challengers, by challenger. */
export async function listBatchesOfChallengers(
  read: ReadHandle,
  modelId: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await tables(read)
    .selectFrom('drift_batches')
    .select(['id', 'challenger_id'])
    .where('model_id', '=', modelId)
    .where('challenger_id', '!=', '')
    .execute();
  const found = new Map<string, string[]>();
  for (const { id, challenger_id: of } of rows) {
    const known = found.get(of);
    if (known) known.push(id);
    else found.set(of, [id]);
  }
  return found;
}

export const runningOf = (row: ChallengerRow): RunningChallenger => ({
  startedAt: row.started_at,
  decideBy: row.decide_by,
  endedAt: row.ended_at,
});

/** Challengers that run without a decision for too long; the longest first. */
export async function undecidedChallengers(read: ReadHandle, today: string): Promise<readonly NamedChallenger[]> {
  return (await listChallengers(read)).filter(
    (row) => isInProduction(row.stage) && challengerStanding(runningOf(row), today).undecided,
  );
}
