import { sql } from 'kysely';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ConnectionRow } from './tables';

/** In the order in which they were made. */
export const listConnections = (read: ReadHandle): Promise<ConnectionRow[]> =>
  tables(read).selectFrom('connections').selectAll().orderBy('created_at').orderBy('id').execute();

/** Imports note among how they were read which connection they were taken from: a file may be called the same. */
const CONNECTION = sql<string | null>`json_extract(mapping, '$.connection')`;

/** What its rules did with tickets that were here is its import too, but read nothing of its server. */
const READ = sql<boolean>`json_extract(mapping, '$.byRules') IS NULL`;

/** The latest import that a connection brought and that stands. */
export async function latestImportOf(
  read: ReadHandle,
  connection: string,
): Promise<{ readonly id: string; readonly at: string } | null> {
  const row = await tables(read)
    .selectFrom('imports')
    .select(['id', 'at'])
    .where(CONNECTION, '=', connection)
    .where(READ)
    .where('undone', '=', 0)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** How the latest imports of a connection were read (JSON), the latest first. */
export async function listMappingsOf(read: ReadHandle, connection: string, most: number): Promise<readonly string[]> {
  const rows = await tables(read)
    .selectFrom('imports')
    .select('mapping')
    .where(CONNECTION, '=', connection)
    .where('undone', '=', 0)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ mapping }) => mapping);
}
