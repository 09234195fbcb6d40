import { type RawBuilder, sql } from 'kysely';

const IS_LEAN = sql`substr(model_sources.fields, 1, 1) = '='`;

/**
 * The name as an import gave it, without reading the fields beside it; `null` where it gave none, and where the row shares its
 * values with the model (`leanText`).
 */
export const broughtName: RawBuilder<string | null> = sql<
  string | null
>`iif(${IS_LEAN}, NULL, json_extract(model_sources.fields, '$.name'))`;

/** What a row that shares values with its model holds; `null` where it shares none. */
export const leanText: RawBuilder<string | null> = sql<string | null>`iif(${IS_LEAN}, model_sources.fields, NULL)`;
