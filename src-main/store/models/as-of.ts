import type { DatePrecision } from '#domain/base/period';
import type { Kind } from '#domain/models/kinds';
import type { Stage, UpdateFrequency } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asFrequency, asKind } from './cells';

export interface ModelAsOf {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly tier: number | null;
  readonly updateFrequency: UpdateFrequency | null;
  readonly kind: Kind | null;
  /** Who answers for it today, technically or for the business; '' = nobody. */
  readonly owner: string;
  readonly stage: Stage;
  readonly stageSince: string | null;
  readonly stageSincePrecision: DatePrecision;
  /** `false`: deployed then, and nobody has said whether it was monitored. */
  readonly monitoringKnown: boolean;
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
      'models.kind',
      'models.technical_owner',
      'models.business_owner',
      'moves.to_stage',
      'moves.at',
      'moves.precision',
      'moves.monitoring_said',
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
      updateFrequency: asFrequency(row.update_frequency),
      kind: asKind(row.kind),
      owner: row.technical_owner || row.business_owner,
      stage: row.to_stage,
      stageSince: row.at,
      stageSincePrecision: row.precision,
      monitoringKnown: row.to_stage !== 'deployed' || row.monitoring_said === 1,
    });
  }
  return [...latest.values()];
}
