import { type RawBuilder, sql } from 'kysely';

/** A field's text as an import gave it, without reading the others beside it; `null` where it gave none. */
export const broughtText = (field: 'name' | 'unit'): RawBuilder<string | null> =>
  sql<string | null>`json_extract(model_sources.fields, ${sql.lit(`$.${field}`)})`;
