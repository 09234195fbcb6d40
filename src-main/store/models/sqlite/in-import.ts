import { type Expression, type SqlBool, sql } from 'kysely';
import { type ImportSet, noteCode } from '#domain/models/import-sets';

/** The entry that wrote the import, for the first time: it may have been undone and redone. */
const entryOf = (importId: string) =>
  sql`(select min(entry.seq) from journal_changes as entry
    where entry.entity = 'imports' and entry.entity_id = ${importId} and entry.before is null)`;

const instantOf = (importId: string) => sql`(select imports.at from imports where imports.id = ${importId})`;

/** What an import wrote of a model lies in rows or, of many, in blocks beside which the models are named. */
const writtenBy = (importId: string) =>
  sql`(exists (select 1 from journal_changes as written
      where written.model_id = models.id and written.seq = ${entryOf(importId)}
        and written.entity in ('models', 'moves', 'versions'))
    or exists (select 1 from journal_block_models as written
      where written.model_id = models.id and written.seq = ${entryOf(importId)}))`;

const knownBefore = (importId: string) =>
  sql`(exists (select 1 from journal_changes as earlier
      where earlier.model_id = models.id and earlier.seq < ${entryOf(importId)})
    or exists (select 1 from journal_block_models as earlier
      where earlier.model_id = models.id and earlier.seq < ${entryOf(importId)}))`;

/** Whether a model is one of a set of an import. */
export function inImport(importId: string, set: ImportSet): Expression<SqlBool> {
  switch (set) {
    case 'new':
      return sql<SqlBool>`${writtenBy(importId)} and not ${knownBefore(importId)}`;
    case 'changed':
      // A block names also those of which only an answer was kept: they were not touched.
      return sql<SqlBool>`${writtenBy(importId)} and ${knownBefore(importId)} and models.updated_at >= ${instantOf(importId)}`;
    case 'missing':
    case 'waiting':
    case 'contradicted':
    case 'ended':
      return sql<SqlBool>`models.id in (select id.value
        from imports, json_each(imports.problems) as note, json_each(note.value, '$.models') as id
        where imports.id = ${importId} and json_extract(note.value, '$.code') = ${noteCode(set)})`;
  }
}
