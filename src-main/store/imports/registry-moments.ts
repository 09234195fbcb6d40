import { sql } from 'kysely';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

/** Of which moment a registry was when it was read; `null`: that is not known. ISO instants. */
export interface RegistryMoment {
  readonly asOf: string | null;
  /** The latest time that stands in the registry itself. */
  readonly newest: string | null;
}

/** The latest moments of a registry that imports brought and that stand, whichever way each came. An import of before notes none: it is of when it was taken. */
export async function latestMoment(read: ReadHandle, system: string): Promise<RegistryMoment> {
  const row = await tables(read)
    .selectFrom('imports')
    .innerJoin('sources', 'sources.id', 'imports.source_id')
    .select([
      sql<string | null>`max(coalesce(json_extract(imports.mapping, '$.asOf'), imports.at))`.as('asOf'),
      sql<string | null>`max(json_extract(imports.mapping, '$.newest'))`.as('newest'),
    ])
    .where('sources.system', '=', system)
    .where('imports.undone', '=', 0)
    .executeTakeFirst();
  return row ?? { asOf: null, newest: null };
}
