import { type RawBuilder, sql } from 'kysely';
import { caseless } from './sqlite/expressions';

/** The order of models in a list that nobody has sorted. */
export const BY_NAME: RawBuilder<unknown> = caseless(sql.ref('models.name'));

/** A text column of models, '' as empty. */
export const textOrder = (column: string): RawBuilder<unknown> =>
  caseless(sql`nullif(${sql.ref(`models.${column}`)}, '')`);

/** A column of models that holds a vocabulary, in the order of its words. */
export function vocabularyOrder(column: string, words: readonly string[]): RawBuilder<unknown> {
  const cases = words.map((word, index) => sql`when ${word} then ${sql.lit(index)}`);
  return sql`case ${sql.ref(`models.${column}`)} ${sql.join(cases, sql` `)} end`;
}
