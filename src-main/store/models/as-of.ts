import type { Stage } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface ModelAsOf {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: number | null;
  readonly updateFrequency: string | null;
  readonly stage: Stage;
  readonly stageSince: string | null;
}

/**
 * Each model's stage as it was at an instant: its last move that was in effect then. A move without a date counts from
 * the day on which it was recorded, the first on which anybody here knew. Other fields are as they are today.
 */
export async function listModelsAsOf(read: ReadHandle, at: string): Promise<readonly ModelAsOf[]> {
  const rows = await tables(read)
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select([
      'models.id',
      'models.name',
      'models.unit',
      'models.tier',
      'models.update_frequency',
      'moves.to_stage',
      'moves.at',
    ])
    .where((eb) => eb(eb.fn.coalesce('moves.at', 'moves.recorded_at'), '<=', at))
    .orderBy('models.id')
    .orderBy('moves.ord')
    .execute();
  const latest = new Map<string, ModelAsOf>();
  for (const row of rows) {
    latest.set(row.id, {
      id: row.id,
      name: row.name,
      unit: row.unit,
      tier: row.tier,
      updateFrequency: row.update_frequency,
      stage: row.to_stage,
      stageSince: row.at,
    });
  }
  return [...latest.values()];
}
