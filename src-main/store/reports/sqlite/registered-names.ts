import type Database from 'better-sqlite3';
import type { ModelName } from '../model-name';

/** See `listRegisteredNames`. At one go: nothing else can be asked of a connection that is half through its rows. */
export function registeredNames(db: Database.Database): ModelName[] {
  const names: ModelName[] = [];
  const rows = db.prepare<[], [string, string]>('SELECT id, name FROM models ORDER BY created_at, id').raw();
  for (const [id, name] of rows.iterate()) names.push({ id, name });
  return names;
}
