import { type Expression, type SqlBool, sql } from 'kysely';
import type { ImportSet } from '#domain/models/import-sets';
import { noteCode } from '../../imports/import-sets';

/** The entry that wrote the import: the latest, for it may have been undone and redone. */
const entryOf = (importId: string) =>
  sql`(select max(entry.seq) from journal_changes as entry
    where entry.entity = 'imports' and entry.entity_id = ${importId} and entry.before is null)`;

const createdBy = (importId: string) =>
  sql`select made.entity_id from journal_changes as made
    where made.seq = ${entryOf(importId)} and made.entity = 'models' and made.before is null`;

/** Whether a model is one of a set of an import. */
export function inImport(importId: string, set: ImportSet): Expression<SqlBool> {
  switch (set) {
    case 'new':
      return sql<SqlBool>`models.id in (${createdBy(importId)})`;
    case 'changed':
      return sql<SqlBool>`models.id in (select written.model_id from journal_changes as written
        where written.seq = ${entryOf(importId)} and written.entity in ('models', 'moves', 'versions'))
        and models.id not in (${createdBy(importId)})`;
    case 'missing':
    case 'waiting':
    case 'contradicted':
    case 'ended':
      return sql<SqlBool>`models.id in (select id.value
        from imports, json_each(imports.problems) as note, json_each(note.value, '$.models') as id
        where imports.id = ${importId} and json_extract(note.value, '$.code') = ${noteCode(set)})`;
  }
}
