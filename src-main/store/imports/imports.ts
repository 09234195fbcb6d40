import { type SqlBool, sql } from 'kysely';
import { chunks } from '../chunks';
import { changesOf, modelsOfEntry } from '../journal/changes';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { sharedAs } from '../shared/sharing';
import { wholeRows } from './sqlite/lean-rows';
import type { IdentityAnswerRow, ImportRow, ModelSourceRow, PresetRow, SourceRow, UnitAliasRow } from './tables';

/** The ledger, newest first, without the long problem lists. */
export function listImports(
  read: ReadHandle,
): Promise<Omit<ImportRow, 'problems' | 'mapping' | 'columns' | 'source_id'>[]> {
  return tables(read)
    .selectFrom('imports')
    .select([
      'id',
      'at',
      'actor',
      'file_name',
      'file_hash',
      'format',
      'preset',
      'rows_read',
      'created',
      'updated',
      'unchanged',
      'rejected',
      'undone',
    ])
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
}

export async function findImport(read: ReadHandle, id: string): Promise<ImportRow | null> {
  return (await tables(read).selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What imports brought for one model, newest first, with the file's name and columns, and how it was read (JSON). */
export async function listSources(
  read: ReadHandle,
  modelId: string,
): Promise<readonly (ModelSourceRow & Pick<ImportRow, 'file_name' | 'columns' | 'mapping'>)[]> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .innerJoin('imports', 'imports.id', 'model_sources.import_id')
    .selectAll('model_sources')
    .select(['imports.file_name', 'imports.columns', 'imports.mapping'])
    .where('model_sources.model_id', '=', modelId)
    .orderBy('model_sources.imported_at', 'desc')
    .execute();
  return wholeRows(sqlite(read), rows);
}

/** Models that other files of a source have brought or changed on a day (ISO). */
export async function listModelsBroughtOn(
  read: ReadHandle,
  sourceId: string,
  day: string,
  butFile: string,
): Promise<ReadonlySet<string>> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .innerJoin('imports', 'imports.id', 'model_sources.import_id')
    .select('model_sources.model_id')
    .distinct()
    .where('imports.source_id', '=', sourceId)
    .where('imports.at', '>=', day)
    .where('imports.undone', '=', 0)
    .where('imports.file_hash', '!=', butFile)
    .execute();
  return new Set(rows.map((row) => row.model_id));
}

const LEARNT_FROM = 50;

/** The mappings (JSON) that inventories were last imported with and that were kept as presets, the latest first. */
export async function listMappings(read: ReadHandle): Promise<readonly string[]> {
  const imported = await tables(read)
    .selectFrom('imports')
    .select('mapping')
    .where('format', '=', 'inventory')
    .where('undone', '=', 0)
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(LEARNT_FROM)
    .execute();
  const kept = await tables(read).selectFrom('presets').select('mapping').orderBy('created_at', 'desc').execute();
  return [...imported, ...kept].map(({ mapping }) => mapping);
}

export function listPresets(read: ReadHandle): Promise<PresetRow[]> {
  return tables(read).selectFrom('presets').selectAll().orderBy('name').execute();
}

/** Entries after one that were not undone, the latest first: found by following the undo stack down. */
export async function listLiveEntriesAfter(read: ReadHandle, after: number): Promise<readonly number[]> {
  const live: number[] = [];
  for (const top of await undoTops(read, after)) {
    let seq = top;
    while (seq !== null && seq > after) {
      live.push(seq);
      const entry = await tables(read)
        .selectFrom('journal')
        .select('undo_prev')
        .where('seq', '=', seq)
        .executeTakeFirst();
      seq = entry?.undo_prev ?? null;
    }
  }
  return live.sort((a, b) => b - a);
}

/** The tops of all undo stacks: one, and in a shared portfolio one for each person who wrote since. */
async function undoTops(read: ReadHandle, after: number): Promise<readonly (number | null)[]> {
  const entries = tables(read).selectFrom('journal').select('undo_top').orderBy('seq', 'desc');
  if (sharedAs(read) === null) return (await entries.limit(1).execute()).map(({ undo_top }) => undo_top);
  const newest = tables(read)
    .selectFrom('journal')
    .select(({ fn }) => fn.max<number>('seq').as('seq'))
    .where('seq', '>', after)
    .groupBy('actor');
  return (await entries.where('seq', 'in', newest).execute()).map(({ undo_top }) => undo_top);
}

const IDS_PER_STATEMENT = 900;
/** That a row may be a model, or is not, changes nothing of it. */
const ANSWERS = 'identity_answers';

/**
 * The models of an import that a later, not undone change touched, with their names. The live entries after the import
 * are found by following the undo stack down.
 */
export async function listModelsTouchedSince(
  read: ReadHandle,
  importSeq: number,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const touched = new Map<string, string>();
  const brought = await modelsOfEntry(read, importSeq, ANSWERS);
  for (const entry of await listLiveEntriesAfter(read, importSeq)) {
    const concerned = [...(await modelsOfEntry(read, entry, ANSWERS))].filter((id) => brought.has(id));
    for (const ids of chunks(concerned, IDS_PER_STATEMENT)) {
      const rows = await tables(read)
        .selectFrom('models')
        .select(['id', 'name'])
        .where('id', 'in', [...ids])
        .execute();
      for (const row of rows) touched.set(row.id, row.name);
    }
  }
  return [...touched].map(([id, name]) => ({ id, name }));
}

/** What was answered, or waits, about models that an entry brought. */
export async function listAnswersAboutModelsOf(read: ReadHandle, seq: number): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { changes } of changesOf(read, seq)) {
    const created = changes.filter(({ entity, before }) => entity === 'models' && before === null);
    for (const ids of chunks(
      created.map(({ entity_id }) => entity_id),
      IDS_PER_STATEMENT,
    )) {
      const rows = await tables(read)
        .selectFrom('identity_answers')
        .select('id')
        .where('model_id', 'in', [...ids])
        .execute();
      found.push(...rows.map(({ id }) => id));
    }
  }
  return found;
}

/** The entry that put an import's ledger row there (the latest, for it may have been undone and redone). */
export async function findImportEntry(read: ReadHandle, importId: string): Promise<number | null> {
  const row = await tables(read)
    .selectFrom('journal_changes')
    .select('seq')
    // A literal, so that the partial index of these rows is used.
    .where(sql<SqlBool>`entity = 'imports'`)
    .where('entity_id', '=', importId)
    .where('before', 'is', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq ?? null;
}

/** All imports that an entry put into the ledger: a connection brings models and their versions in one. */
export async function listImportsOfEntry(read: ReadHandle, seq: number): Promise<readonly string[]> {
  const rows = await tables(read)
    .selectFrom('journal_changes')
    .select('entity_id')
    .where(sql<SqlBool>`entity = 'imports'`)
    .where('seq', '=', seq)
    .where('before', 'is', null)
    .execute();
  return rows.map(({ entity_id }) => entity_id);
}

export function listImportSources(read: ReadHandle): Promise<SourceRow[]> {
  return tables(read).selectFrom('sources').selectAll().orderBy('name').execute();
}

export function listUnitAliases(read: ReadHandle): Promise<UnitAliasRow[]> {
  return tables(read).selectFrom('unit_aliases').selectAll().orderBy('created_at').orderBy('id').execute();
}

export function listIdentityAnswers(read: ReadHandle, sourceId: string): Promise<IdentityAnswerRow[]> {
  return tables(read)
    .selectFrom('identity_answers')
    .selectAll()
    .where('source_id', '=', sourceId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** The models that rows of the very same file became, by row, where it was imported before and not taken back. */
export async function listModelsByRow(read: ReadHandle, fileHash: string): Promise<ReadonlyMap<number, string>> {
  const rows = await tables(read)
    .selectFrom('model_sources')
    .innerJoin('imports', 'imports.id', 'model_sources.import_id')
    .select(['model_sources.row_number', 'model_sources.model_id'])
    .where('imports.file_hash', '=', fileHash)
    .where('imports.format', '=', 'inventory')
    .where('imports.undone', '=', 0)
    .orderBy('imports.at')
    .execute();
  return new Map(rows.map((row) => [row.row_number, row.model_id]));
}

/** How many rows the file had that this source brought last. */
export async function rowsOfLastImport(read: ReadHandle, sourceId: string): Promise<number | null> {
  const row = await tables(read)
    .selectFrom('imports')
    .select('rows_read')
    .where('source_id', '=', sourceId)
    .where('undone', '=', 0)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.rows_read ?? null;
}
