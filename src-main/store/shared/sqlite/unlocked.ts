import type Database from 'better-sqlite3';

/**
 * Does work on the journal that its guards forbid to everybody else, in the caller's transaction: they are put back, word for
 * word, before it can end.
 */
export async function unlocked<T>(db: Database.Database, work: () => Promise<T>): Promise<T> {
  if (!db.inTransaction) throw new Error('the journal is unlocked inside of a transaction only');
  const guards = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' AND tbl_name LIKE 'journal%'",
    )
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER main."${name}"`);
  try {
    return await work();
  } finally {
    // After a failure that made SQLite roll back by itself they were never gone.
    if (db.inTransaction) for (const { sql } of guards) db.exec(sql);
  }
}

const IN_PARTS = ['journal_fields', 'journal_block_models', 'journal_blocks', 'journal_changes'] as const;

/** Takes all that is stored of one entry out of an unlocked journal. */
export function forgetEntry(db: Database.Database, seq: number): void {
  for (const table of [...IN_PARTS, 'journal']) db.prepare(`DELETE FROM ${table} WHERE seq = ?`).run(seq);
}

/** Gives the changes of an entry that is not written yet another number. */
export function renumberChanges(db: Database.Database, from: number, to: number): void {
  for (const table of IN_PARTS) db.prepare(`UPDATE ${table} SET seq = ? WHERE seq = ?`).run(to, from);
}

/** Takes the line of an entry out of an unlocked journal, and leaves its changes. */
export const forgetRow = (db: Database.Database, seq: number): void =>
  void db.prepare('DELETE FROM journal WHERE seq = ?').run(seq);

interface Touched {
  readonly entity: string;
  readonly id: string;
  readonly modelId: string | null;
}

/** Whether the changes of an entry concern this row or its model; that a row of a file may be a model's is nothing of the model. */
export function touchesSame(db: Database.Database, seq: number, { entity, id, modelId }: Touched): boolean {
  const byModel = db.prepare(
    `SELECT 1 FROM journal_block_models WHERE model_id = ? AND seq = ?
     UNION ALL SELECT 1 FROM journal_changes WHERE model_id = ? AND seq = ? AND entity <> 'identity_answers' LIMIT 1`,
  );
  if (modelId !== null && byModel.get(modelId, seq, modelId, seq) !== undefined) return true;
  const byRow = db.prepare('SELECT 1 FROM journal_changes WHERE seq = ? AND entity = ? AND entity_id = ? LIMIT 1');
  return byRow.get(seq, entity, id) !== undefined;
}
