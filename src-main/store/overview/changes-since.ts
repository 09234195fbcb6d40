import { dayNumber } from '#domain/base/calendar';
import { type Health, PRODUCTION_STAGES } from '#domain/vocabulary';
import { healthAsOf } from '../drift/health';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asFrequency, asHealth } from '../models/cells';

export interface HealthChange {
  readonly id: string;
  readonly name: string;
  readonly before: Health;
  readonly now: Health;
}

/**
 * Models in production that drifted or were silent at an instant, and neither drift now nor are what they were. Only those
 * are asked whose health began since: the others had it then.
 */
export async function listRecovered(read: ReadHandle, at: string): Promise<readonly HealthChange[]> {
  const rows = await tables(read)
    // Crossed: those with results come first, however few the planner takes models for.
    .selectFrom('drift_models as drift')
    .crossJoin('models')
    .whereRef('models.id', '=', 'drift.model_id')
    .select(['models.id', 'models.name', 'models.tier', 'models.stage', 'models.update_frequency', 'models.health'])
    .where('models.stage', 'in', [...PRODUCTION_STAGES])
    .where('models.health', '<>', 'act')
    .where((eb) => eb.or([eb('drift.since_day', '>', dayNumber(Date.parse(at))), eb('drift.since_day', 'is', null)]))
    .orderBy('models.name')
    .execute();
  const models = rows.map(({ id, tier, stage, update_frequency }) => ({
    id,
    tier,
    stage,
    updateFrequency: asFrequency(update_frequency),
  }));
  const healths = await healthAsOf(read, models, at);
  return rows.flatMap(({ id, name, health }) => {
    const change = { id, name, before: healths.get(id) ?? 'unknown', now: asHealth(health) } as const;
    return (change.before === 'act' || change.before === 'silent') && change.before !== change.now ? [change] : [];
  });
}

/** Retraining that was settled since an instant. */
export async function countSettled(read: ReadHandle, since: string): Promise<number> {
  const { n } = await tables(read)
    .selectFrom('retraining_items')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('resolved_at', '>', since)
    .executeTakeFirstOrThrow();
  return n;
}

/** Reviews that became overdue since a day. */
export async function countNewlyOverdue(read: ReadHandle, from: string, today: string): Promise<number> {
  const { n } = await tables(read)
    .selectFrom('models')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('review_due', '>=', from)
    .where('review_due', '<', today)
    .where('stage', '<>', 'retired')
    .executeTakeFirstOrThrow();
  return n;
}

export interface HealthCountSince {
  readonly total: number;
  /** Since a day after that of the instant. */
  readonly fresh: number;
}

/** How many models in production have a health, and how many of them since. */
export async function countHealthSince(read: ReadHandle, health: Health, since: string): Promise<HealthCountSince> {
  return tables(read)
    .selectFrom('models')
    .leftJoin('drift_models as drift', 'drift.model_id', 'models.id')
    .select((eb) => [
      eb.fn.countAll<number>().as('total'),
      eb.fn
        .count<number>(
          eb
            .case()
            .when('drift.since_day', '>', dayNumber(Date.parse(since)))
            .then(1)
            .end(),
        )
        .as('fresh'),
    ])
    .where('models.health', '=', health)
    .where('models.stage', 'in', [...PRODUCTION_STAGES])
    .executeTakeFirstOrThrow();
}

/** Whether a drift result of any model counts. */
export async function hasResults(read: ReadHandle): Promise<boolean> {
  return (await tables(read).selectFrom('drift_models').select('model_id').limit(1).executeTakeFirst()) !== undefined;
}
