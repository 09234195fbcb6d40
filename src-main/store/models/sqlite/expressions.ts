import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/** In the order of a reader, not of bytes: without ASCII case. */
export const caseless = (text: Expression<unknown>): RawBuilder<unknown> => sql`${text} collate nocase`;

/** Exact, as the screen's own filter is. */
export const hasTag = (tag: string): Expression<SqlBool> =>
  sql<SqlBool>`instr(models.tags, ${JSON.stringify(tag)}) > 0`;
