import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ReportRow } from './tables';

/** The newest first. */
export function listReports(read: ReadHandle): Promise<ReportRow[]> {
  return tables(read).selectFrom('reports').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').execute();
}

/**
 * The hash of the newest journal entry that is not about a report: it stands for all facts up to it, and making a report
 * does not change it, so that two reports of the same content name the same one.
 */
export async function contentHash(read: ReadHandle): Promise<string> {
  const entry = await tables(read)
    .selectFrom('journal')
    .select('hash')
    .where('channel', 'not like', 'reports.%')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return entry?.hash ?? '';
}

/** The newest deck that was made of another content than this one; `null`: there is none, so this is the first. */
export async function findEarlierDeck(read: ReadHandle, hash: string): Promise<ReportRow | null> {
  const row = await tables(read)
    .selectFrom('reports')
    .selectAll()
    .where('kind', '=', 'deck')
    .where('content_hash', '!=', hash)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
