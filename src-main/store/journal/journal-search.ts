import { sql } from 'kysely';
import { addDays } from '#domain/base/calendar';
import type { JournalSubject } from '#domain/base/journal-subjects';
import { likeText } from '../like';
import { tables } from './connection';
import type { ReadHandle } from './handle';
import { subjectKey, UNREAD_BLOCKS } from './journal-fields';
import type { JournalRow } from './tables';

/** What entries are looked for by; all of it must hold. */
export interface JournalQuery {
  readonly modelId?: string | undefined;
  readonly actor?: string | undefined;
  readonly subject?: JournalSubject | undefined;
  /** `models.tier`, `models.*`. */
  readonly field?: string | undefined;
  /** ISO days, UTC; both are part of it. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Each word stands in the entry's own words. */
  readonly search?: string | undefined;
}

function found(read: ReadHandle, { modelId, actor, subject, field, from, to, search = '' }: JournalQuery) {
  let entries = tables(read).selectFrom('journal');
  if (actor !== undefined) entries = entries.where('journal.actor', '=', actor);
  if (from !== undefined) entries = entries.where('journal.at', '>=', from);
  if (to !== undefined) entries = entries.where('journal.at', '<', addDays(to, 1));
  for (const word of search.split(/\s+/).filter((part) => part !== ''))
    entries = entries.where(sql<boolean>`journal.label like ${`%${likeText(word)}%`} escape '\\'`);
  // A field is of one subject.
  const key = field ?? (subject === undefined ? undefined : subjectKey(subject));
  if (key !== undefined)
    entries = entries.where('journal.seq', 'in', (eb) =>
      eb.selectFrom('journal_fields').select('seq').where('field', '=', key),
    );
  if (modelId !== undefined) {
    const concerned = tables(read)
      .selectFrom('journal_changes')
      .select('seq')
      .where('model_id', '=', modelId)
      .union(tables(read).selectFrom('journal_block_models').select('seq').where('model_id', '=', modelId));
    entries = entries.where('journal.seq', 'in', concerned);
  }
  return entries;
}

/** Entries, the newest first, and how many there are in all. */
export async function listEntries(
  read: ReadHandle,
  { before, limit, ...query }: JournalQuery & { readonly before?: number | undefined; readonly limit: number },
): Promise<{ readonly entries: readonly JournalRow[]; readonly total: number }> {
  const all = found(read, query);
  const page = before === undefined ? all : all.where('journal.seq', '<', before);
  const entries = await page.selectAll('journal').orderBy('journal.seq', 'desc').limit(limit).execute();
  // The first page that is not full is all there is.
  if (before === undefined && entries.length < limit) return { entries, total: entries.length };
  const total = await all.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirst();
  return { entries, total: total?.n ?? 0 };
}

export interface Counted {
  readonly value: string;
  readonly count: number;
}

/** Who changed something, and what: names and fields with their entries. */
export async function countJournalWords(
  read: ReadHandle,
): Promise<{ readonly actors: readonly Counted[]; readonly fields: readonly Counted[]; readonly unread: number }> {
  const actors = await tables(read)
    .selectFrom('journal')
    .select((eb) => ['actor as value', eb.fn.countAll<number>().as('count')])
    .groupBy('actor')
    .execute();
  const fields = await tables(read)
    .selectFrom('journal_fields')
    .select((eb) => ['field as value', eb.fn.countAll<number>().as('count')])
    .groupBy('field')
    .execute();
  const unread = fields.find(({ value }) => value === UNREAD_BLOCKS)?.count ?? 0;
  return { actors, fields, unread };
}
