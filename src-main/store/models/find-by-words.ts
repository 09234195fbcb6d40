import { sql } from 'kysely';
import { RANKS } from '#domain/base/name-rank';
import { queryWords } from '#domain/base/search-text';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { likeText } from '../like';
import { modelConditions } from './model-filter';

export interface FoundModel {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly rank: number;
}

/** The name is the first field of the folded text, up to the end of its line. */
const NAME = sql<string>`substr(search_text, 1, instr(search_text || char(10), char(10)) - 1)`;

/**
 * Models that hold every word, the best first, by `nameRank`; of two alike the one that was opened lately, then the one that
 * was changed last. Counts nothing: the palette asks with every key.
 *
 * @param recent ids of what was opened lately, the last first
 */
export async function findModelsByWords(
  read: ReadHandle,
  text: string,
  recent: readonly string[],
  limit: number,
): Promise<readonly FoundModel[]> {
  const words = queryWords(text);
  const typed = likeText(words.join(' '));
  const within = sql.join(
    words.map((word) => sql`${NAME} like ${`%${likeText(word)}%`} escape '\\'`),
    sql` and `,
  );
  const rank = sql<number>`case
    when search_text like ${`${typed}%`} escape '\\' then ${RANKS.begins}
    when ' ' || ${NAME} like ${`% ${typed}%`} escape '\\' then ${RANKS.wordBegins}
    when ${within} then ${RANKS.within}
    else ${RANKS.elsewhere} end`;
  const lately = sql`id in (${sql.join(recent.length === 0 ? [''] : [...recent])})`;
  return tables(read)
    .selectFrom('models')
    .select(['id', 'name', 'unit', rank.as('rank')])
    .where((eb) => eb.and(modelConditions(eb, {}, text)))
    .orderBy(sql`rank`)
    .orderBy(lately, 'desc')
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
}
