import type Database from 'better-sqlite3';

/** What the journal says of a batch. */
export interface BatchSaid {
  readonly id: string;
  readonly no: number;
  readonly digest: string;
  readonly recordedAt: string;
  readonly tool: string;
}

/** Models that have results, or are said to; a file that was begun before there were any has none. */
export function measuredModels(
  db: Database.Database,
): readonly { readonly id: string; readonly name: string | null }[] {
  if (columnsOf(db, 'drift_batches').length === 0) return [];
  return db
    .prepare<[], { id: string; name: string | null }>(
      `SELECT concerned.id, models.name FROM (SELECT model_id AS id FROM drift_series UNION SELECT model_id FROM drift_batches) AS concerned
        LEFT JOIN models ON models.id = concerned.id ORDER BY concerned.id`,
    )
    .all();
}

/** @param db whose structure may be one of before, where it is held against its journal as it lies there */
export function batchesSaid(db: Database.Database, modelId: string): readonly BatchSaid[] {
  const digest = columnsOf(db, 'drift_batches').includes('digest') ? 'digest' : "''";
  return db
    .prepare<[string], BatchSaid>(
      `SELECT id, no, ${digest} AS digest, recorded_at AS recordedAt, tool FROM drift_batches WHERE model_id = ? ORDER BY no`,
    )
    .all(modelId);
}

/** Its points count for nothing: it was a batch of this model, and is none of any now. */
export const isTakenBack = (db: Database.Database, modelId: string, no: number): boolean =>
  db
    .prepare(
      'SELECT 1 FROM drift_loads WHERE no = ? AND model_id = ? AND NOT EXISTS (SELECT 1 FROM drift_batches WHERE drift_batches.no = drift_loads.no)',
    )
    .get(no, modelId) !== undefined;

/** From now on points of this number are those of a batch of the model that was taken back; a number that is loaded stays its batch's. */
export function buryBatch(db: Database.Database, modelId: string, no: number): void {
  db.prepare("INSERT OR IGNORE INTO drift_loads (no, model_id, batch_id) VALUES (?, ?, '')").run(no, modelId);
}

const columnsOf = (db: Database.Database, table: string): readonly string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
