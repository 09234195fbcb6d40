import type { LeadFacts } from '#domain/drift/retraining-lead';
import { type RetrainingModel, type RetrainingStanding, retrainingStanding } from '#domain/drift/retraining-story';
import { isInProduction } from '#domain/models/lifecycle';
import type { Stage } from '#domain/vocabulary';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle, WriteHandle } from '../journal/handle';
import { listModelsAsOf } from '../models/as-of';
import { listReleasesOf } from '../models/releases';
import { healthAsOf } from './health';
import { getDriftRules, listBandOverrides } from './rules';
import { retrainingDue } from './sqlite/retraining';
import { stateStatements } from './sqlite/state';
import type { RetrainingItemRow } from './tables';

export interface RetrainingFilter {
  readonly modelId?: string | undefined;
  readonly open: boolean;
  /** Where the items stood at the end of this day (ISO), which is past; left out: where they stand on `today`. */
  readonly asOf?: string | undefined;
  readonly today: string;
}

export type NamedRetrainingItem = RetrainingItemRow & {
  readonly name: string;
  readonly tier: number | null;
  readonly stage: Stage;
  readonly standing: RetrainingStanding;
};

/** Retraining items with their models' names and where they stand, the oldest first. */
export async function listRetraining(read: ReadHandle, filter: RetrainingFilter): Promise<NamedRetrainingItem[]> {
  let items = tables(read)
    .selectFrom('retraining_items as item')
    // Crossed: the items come first, however few the planner takes models for.
    .crossJoin('models')
    .whereRef('models.id', '=', 'item.model_id')
    .selectAll('item')
    .select(['models.name', 'models.tier', 'models.stage', 'models.stage_since', 'models.health']);
  if (filter.modelId !== undefined) items = items.where('item.model_id', '=', filter.modelId);
  const day = filter.asOf ?? filter.today;
  const rows = (await items.orderBy('item.opened_at').orderBy('item.id').execute()).filter(
    ({ opened_at }) => opened_at.slice(0, 10) <= day,
  );
  const last = new Map(rows.map(({ id, model_id }) => [model_id, id]));
  const then = filter.asOf === undefined ? null : await modelsThen(read, rows, filter.asOf);
  return rows
    .map(({ stage_since, health, ...row }) => {
      const now = { stage: row.stage, stageSince: stage_since, atAct: health === 'act' };
      const { stage, stageSince, atAct } = then?.get(row.model_id) ?? now;
      const isLast = last.get(row.model_id) === row.id;
      const model: RetrainingModel = { stage, stageSince, atAct: atAct && isInProduction(stage), isLast };
      return { ...row, stage, standing: retrainingStanding(storyOf(row), model, day) };
    })
    .filter(({ standing }) => !filter.open || standing.open);
}

type ModelThen = Omit<RetrainingModel, 'isLast'>;

/** Stage and health of the models at the end of a day; health only where it decides whether a decision has run out. */
async function modelsThen(
  read: ReadHandle,
  rows: readonly RetrainingItemRow[],
  day: string,
): Promise<ReadonlyMap<string, ModelThen>> {
  if (rows.length === 0) return new Map();
  const at = `${day}T23:59:59.999Z`;
  const models = await listModelsAsOf(read, at);
  const decided = new Set(
    rows.flatMap(({ model_id, against_until: until }) => (until !== null && until < day ? [model_id] : [])),
  );
  const health = await healthAsOf(read, decided.size === 0 ? [] : models.filter(({ id }) => decided.has(id)), at);
  return new Map(
    models.map(({ id, stage, stageSince }) => [id, { stage, stageSince, atAct: health.get(id) === 'act' }]),
  );
}

/** What lead times are told from: when the versions went live that resolved items. */
export async function listLeads(read: ReadHandle, items: readonly NamedRetrainingItem[]): Promise<LeadFacts[]> {
  const live = items.filter(({ standing }) => standing.state === 'live');
  const releases = await listReleasesOf(read, [...new Set(live.map(({ model_id }) => model_id))]);
  return live.map(({ model_id, move_id, opened_at, standing }) => {
    const release = releases.get(model_id)?.find(({ id }) => id === move_id);
    return {
      state: standing.state,
      openedAt: opened_at,
      liveAt: release?.at ?? null,
      livePrecision: release?.precision ?? 'day',
    };
  });
}

export const storyOf = (row: RetrainingItemRow) => ({
  openedAt: row.opened_at,
  startedAt: row.started_at,
  owner: row.owner,
  until: row.until,
  resolvedAt: row.resolved_at,
  note: row.note,
  outcome: row.outcome,
  againstUntil: row.against_until,
});

export async function findRetraining(read: ReadHandle, id: string, today: string): Promise<NamedRetrainingItem | null> {
  return (await listRetraining(read, { open: false, today })).find((item) => item.id === id) ?? null;
}

/** What the results of a model ask for after one item is over: later windows may be at act as long again. */
export async function openWhatIsDue(write: WriteHandle, modelId: string, now: string): Promise<void> {
  const { retrainingWindows } = await getDriftRules(write.read);
  const overrides = await listBandOverrides(write.read);
  const rule = { windows: retrainingWindows, now, newId: write.newId };
  const item = retrainingDue(stateStatements(sqlite(write.read)), modelId, overrides, rule);
  if (item) await write.insert('retraining_items', [item]);
}
