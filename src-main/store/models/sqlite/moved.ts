import type Database from 'better-sqlite3';
import { startBelow } from '#domain/base/unit-path';
import type { MovedModel } from '#domain/models/recorded-releases';
import { PRODUCTION_STAGES, type Stage } from '#domain/vocabulary';
import { asFrequency } from '../cells';

type Row = [modelId: string, name: string, stage: Stage, frequency: string | null, to: Stage, at: string | null];

interface Moved extends MovedModel {
  readonly moves: { to: Stage; at: string | null }[];
}

const SERVES = PRODUCTION_STAGES.map((stage) => `'${stage}'`).join(', ');
const PRODUCTION: ReadonlySet<Stage> = new Set<Stage>(PRODUCTION_STAGES);

/**
 * The moves of models that are in production or moved since `from`, by model and in their order. Raw rows, one after the
 * other: the overview of 100,000 models asks for all of them.
 *
 * @param unit '' = of all models; else those of the unit and of the units below it
 */
export function readMoved(db: Database.Database, from: string, unit: string): MovedModel[] {
  const start = startBelow(unit);
  const rows = db
    .prepare<[string, string, string, string, string], Row>(
      `SELECT moves.model_id, models.name, models.stage, models.update_frequency, moves.to_stage, moves.at
       FROM moves JOIN models ON models.id = moves.model_id
       WHERE (models.stage IN (${SERVES}) OR models.last_move_at >= ?)
         AND (? = '' OR models.unit = ? OR substr(models.unit, 1, length(?)) = ?)
       ORDER BY moves.model_id, moves.ord`,
    )
    .raw()
    .iterate(from, unit, unit, start, start);
  const models: Moved[] = [];
  let model: Moved | undefined;
  for (const [modelId, name, stage, frequency, to, at] of rows) {
    if (model?.modelId !== modelId) {
      // A model that is no longer in production has no pace to be held against.
      const noted = PRODUCTION.has(stage) ? { frequency: asFrequency(frequency) } : {};
      model = { modelId, name, moves: [], ...noted };
      models.push(model);
    }
    model.moves.push({ to, at });
  }
  return models;
}
