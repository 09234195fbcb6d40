import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ConnectionRow } from './tables';

/** In the order in which they were made. */
export const listConnections = (read: ReadHandle): Promise<ConnectionRow[]> =>
  tables(read).selectFrom('connections').selectAll().orderBy('created_at').orderBy('id').execute();

/** The latest of the imports that came of a file or connection of this name and stand. */
export async function lastImportOf(
  read: ReadHandle,
  sourceName: string,
): Promise<{ readonly id: string; readonly at: string } | null> {
  const row = await tables(read)
    .selectFrom('imports')
    .innerJoin('sources', 'sources.id', 'imports.source_id')
    .select(['imports.id', 'imports.at'])
    .where('sources.name', '=', sourceName)
    .where('imports.undone', '=', 0)
    .orderBy('imports.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
