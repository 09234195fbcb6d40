import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { FactTable } from '../tables';
import { cellsOf, FOLLOWS, rowKey } from './later';

/** A row of this copy that says something which the others do not have yet. */
export interface UnsharedRow {
  readonly table: FactTable;
  readonly id: string;
  /** The model that it is or belongs to. */
  readonly modelId: string | null;
  /** Columns; empty: the row as a whole is new. */
  readonly fields: readonly string[];
  /** Of a version's row, or of a move that brought one; `null`: of none. */
  readonly version: string | null;
}

/** What stands in this copy only: of commands that wait, as far as they have an entry here. */
export async function listUnshared(read: ReadHandle): Promise<readonly UnsharedRow[]> {
  const waiting = tables(read).selectFrom('sharing_waiting').select('seq').where('seq', 'is not', null).orderBy('seq');
  const rows = new Map<string, UnsharedRow>();
  for (const { seq } of await waiting.execute())
    for await (const { changes } of changesOf(read, seq ?? 0))
      for (const change of changes) {
        const { entity: table, entity_id: id, model_id, before, after } = change;
        if (after === null) continue;
        const key = rowKey(change);
        const known = rows.get(key);
        const modelId = table === 'models' ? id : model_id;
        const isNew = before === null || known?.fields.length === 0;
        const written = isNew ? [] : Object.keys(cellsOf(after)).filter((column) => !FOLLOWS.has(column));
        if (!isNew && written.length === 0) continue;
        rows.set(key, {
          table,
          id,
          modelId,
          fields: [...new Set([...(known?.fields ?? []), ...written])],
          version: known?.version ?? (await versionOf(read, table, id)),
        });
      }
  return [...rows.values()];
}

/** As the row stands now: a change of it says only what was changed. */
async function versionOf(read: ReadHandle, table: FactTable, id: string): Promise<string | null> {
  if (table !== 'versions' && table !== 'moves') return null;
  const row = await tables(read).selectFrom(table).select('version').where('id', '=', id).executeTakeFirst();
  return row?.version || null;
}
