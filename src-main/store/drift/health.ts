import { sql } from 'kysely';
import type { DayVerdicts } from '#domain/drift/day-verdicts';
import { type Health, PRODUCTION_STAGES, type Stage } from '#domain/vocabulary';
import { chunks } from '../chunks';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asHealth } from '../models/cells';
import { BY_NAME, vocabularyOrder } from '../models/order';
import { listBandOverrides } from './rules';
import { healthsAt } from './sqlite/refresh';
import type { StateModel } from './sqlite/state';
import type { DriftModelRow } from './tables';

type DriftModelState = Omit<DriftModelRow, 'model_id' | 'health' | 'days' | 'edition'>;

export interface DriftModel {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: number | null;
  readonly stage: Stage;
  readonly updateFrequency: string | null;
  /** Who runs it, else who answers for it; '' = nobody is noted. */
  readonly owner: string;
  /** `null`: never a result. */
  readonly state: DriftModelState | null;
  readonly health: Health;
}

/** Silence stands before watch: of a silent model nobody knows whether it drifted. */
const URGENCY: readonly Health[] = ['act', 'silent', 'watch', 'unknown', 'ok'];

export interface DriftModelQuery {
  /** This one, whatever its stage; otherwise those in production, and others with results that are not retired. */
  readonly modelId?: string | undefined;
  readonly health?: readonly Health[] | undefined;
  readonly sort?: 'urgency' | 'name';
  readonly limit?: number;
}

export interface DriftModelList {
  /** Also of those beyond the limit. */
  readonly total: number;
  readonly models: readonly DriftModel[];
}

/**
 * Models with what was worked out of their results: worst health first, then the more material tier (none last), then the
 * longest without a result, then the name.
 */
export async function listDriftModels(read: ReadHandle, query: DriftModelQuery = {}): Promise<DriftModelList> {
  const { modelId, health, sort, limit } = query;
  let wanted = tables(read).selectFrom('models').leftJoin('drift_models as drift', 'drift.model_id', 'models.id');
  wanted =
    modelId === undefined
      ? wanted.where((eb) =>
          eb.or([
            eb('models.stage', 'in', [...PRODUCTION_STAGES]),
            eb('drift.model_id', 'is not', null).and('models.stage', '!=', 'retired'),
          ]),
        )
      : wanted.where('models.id', '=', modelId);
  if (health !== undefined) wanted = wanted.where('models.health', 'in', [...health]);
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  let rows = wanted
    .select(['models.id', 'models.name', 'models.unit', 'models.tier', 'models.stage'])
    .select(['models.update_frequency', 'models.health', 'models.technical_owner', 'models.business_owner'])
    .select([
      'drift.first_day',
      'drift.last_day',
      'drift.last_at',
      'drift.as_of_day',
      'drift.silent_from',
      'drift.cadence',
      'drift.reason',
      'drift.since_day',
      'drift.worst_series',
      'drift.worst_at',
      'drift.worst_value',
      'drift.worst_code',
    ]);
  if (sort !== 'name')
    rows = rows
      .orderBy(vocabularyOrder('health', URGENCY))
      .orderBy(sql`coalesce(models.tier, 4)`)
      .orderBy(sql`coalesce(drift.last_at, 0)`);
  rows = rows.orderBy(BY_NAME).orderBy('models.id');
  if (limit !== undefined) rows = rows.limit(limit);
  const models = (await rows.execute()).map(
    ({
      id,
      name,
      unit,
      tier,
      stage,
      update_frequency,
      health: own,
      technical_owner,
      business_owner,
      ...state
    }): DriftModel => ({
      id,
      name,
      unit,
      tier,
      stage,
      updateFrequency: update_frequency,
      owner: technical_owner || business_owner,
      health: asHealth(own),
      // The joined columns are there all together or not at all.
      state: state.reason === null ? null : (state as DriftModelState),
    }),
  );
  return { total, models };
}

export interface DriftCounts {
  readonly health: Health;
  readonly tier: number | null;
  readonly count: number;
  readonly oldestSince: number | null;
  readonly example: { readonly id: string; readonly name: string } | null;
}

/** Models in production by health and tier, with the day since which the oldest of them has it. */
export async function countHealth(read: ReadHandle): Promise<readonly DriftCounts[]> {
  const rows = await tables(read)
    .selectFrom('models')
    .leftJoin('drift_models as drift', 'drift.model_id', 'models.id')
    .select((eb) => [
      'models.health',
      'models.tier',
      eb.fn.countAll<number>().as('n'),
      eb.fn.min('drift.since_day').as('since'),
      eb.fn.min('models.id').as('id'),
      eb.fn.min('models.name').as('name'),
    ])
    .where('models.stage', 'in', [...PRODUCTION_STAGES])
    .groupBy(['models.health', 'models.tier'])
    .execute();
  return rows.map(({ health, tier, n, since, id, name }) => ({
    health: asHealth(health),
    tier,
    count: n,
    oldestSince: since,
    example: id === null || name === null ? null : { id, name },
  }));
}

/** The worst verdict of each day of the models (of all) that have results. */
export async function listDriftDays(
  read: ReadHandle,
  modelIds?: readonly string[],
): Promise<ReadonlyMap<string, DayVerdicts>> {
  const all = tables(read).selectFrom('drift_models').select(['model_id', 'first_day', 'days']);
  const found = new Map<string, DayVerdicts>();
  const parts =
    modelIds === undefined ? [all] : Array.from(chunks(modelIds, 900), (ids) => all.where('model_id', 'in', ids));
  for (const part of parts)
    for (const { model_id, first_day, days } of await part.execute())
      found.set(model_id, { firstDay: first_day, codes: days });
  return found;
}

/** The days of more models are read in one go, whosoever they are. */
const NAMED_ONE_BY_ONE = 5_000;

/** Health of models as it was at an instant, from the results of then and the bands of now; others were unknown. */
export async function healthAsOf(
  read: ReadHandle,
  models: readonly StateModel[],
  at: string,
): Promise<ReadonlyMap<string, Health>> {
  const days = await listDriftDays(read, models.length > NAMED_ONE_BY_ONE ? undefined : models.map(({ id }) => id));
  if (days.size === 0) return new Map();
  return healthsAt(sqlite(read), models, days, await listBandOverrides(read), at);
}
