import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ConnectionRow } from './tables';

/** In the order in which they were made. */
export const listConnections = (read: ReadHandle): Promise<ConnectionRow[]> =>
  tables(read).selectFrom('connections').selectAll().orderBy('created_at').orderBy('id').execute();

/** When the latest import came of a file or connection of this name, of those that stand. */
export async function lastImportOf(read: ReadHandle, sourceName: string): Promise<string | null> {
  const row = await tables(read)
    .selectFrom('imports')
    .innerJoin('sources', 'sources.id', 'imports.source_id')
    .select('imports.at')
    .where('sources.name', '=', sourceName)
    .where('imports.undone', '=', 0)
    .orderBy('imports.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/**
 * The latest import that a connection brought and that stands. Those of incidents and drift results are of no source of models: they are
 * known by the files that the connection was read into.
 */
export async function newestImportOf(
  read: ReadHandle,
  { source, label }: Pick<ConnectionRow, 'source' | 'label'>,
): Promise<string | null> {
  const row = await tables(read)
    .selectFrom('imports')
    .leftJoin('sources', 'sources.id', 'imports.source_id')
    .select('imports.id')
    .where((the) =>
      the.or([
        the('sources.name', '=', source),
        the('imports.file_name', 'in', [`${label}.json`, `${label} versions.json`, `${label}.zip`]),
      ]),
    )
    .where('imports.undone', '=', 0)
    .orderBy('imports.at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}
