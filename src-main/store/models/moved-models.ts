import { lastYear, type MovedModel } from '#domain/models/recorded-releases';
import { PRODUCTION_STAGES, type Stage, type UpdateFrequency } from '#domain/vocabulary';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asFrequency } from './cells';
import { ofUnit } from './within-unit';

const PRODUCTION: readonly Stage[] = PRODUCTION_STAGES;

/** The moves of every model that may have been in production in the 365 days up to `now`; of a unit, or of all (''). */
export async function listMovedModels(read: ReadHandle, now: string, unit = ''): Promise<MovedModel[]> {
  const rows = await tables(read)
    .selectFrom('moves')
    .innerJoin('models', 'models.id', 'moves.model_id')
    .select(['moves.model_id', 'models.name', 'models.stage', 'models.update_frequency', 'moves.to_stage', 'moves.at'])
    .where((eb) =>
      eb.or([eb('models.stage', 'in', [...PRODUCTION]), eb('models.last_move_at', '>=', lastYear(now).from)]),
    )
    .where(ofUnit(unit))
    .orderBy('moves.model_id')
    .orderBy('moves.ord')
    .execute();
  const models = new Map<string, Moved>();
  for (const { model_id, name, stage, update_frequency, to_stage, at } of rows) {
    const serves = PRODUCTION.includes(stage);
    const known = models.get(model_id) ?? {
      modelId: model_id,
      name,
      moves: [],
      ...(serves && { frequency: asFrequency(update_frequency) }),
    };
    known.moves.push({ to: to_stage, at });
    models.set(model_id, known);
  }
  return [...models.values()];
}

interface Moved extends MovedModel {
  readonly moves: { to: Stage; at: string | null }[];
  readonly frequency?: UpdateFrequency | null;
}
