import type Database from 'better-sqlite3';
import { keptStatement } from '../../open/kept-statement';
import { isLean, leanTexts, loosened, SHARED_COLUMNS, type SharedColumns, wholeTexts } from '../lean-source';
import type { ModelSourceRow } from '../tables';

type Row = Readonly<Record<string, unknown>>;
type Model = SharedColumns & { readonly id: string };

const COLUMNS = SHARED_COLUMNS.join(', ');
/** Texts that begin with the sign of a lean one. */
const LEAN = "(fields >= '=' AND fields < '>')";

function modelsOf(db: Database.Database, ids: Iterable<string>): ReadonlyMap<string, Model> {
  const rows = keptStatement<[string], Model>(
    db,
    `SELECT id, ${COLUMNS} FROM models WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify([...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * Source rows as they are stored.
 *
 * @param fresh models as they lie in the file, which need not be read again
 */
export function leanRows<T extends Row>(
  db: Database.Database,
  rows: readonly T[],
  fresh: ReadonlyMap<string, SharedColumns>,
): readonly T[] {
  const ids = (rows as readonly Row[]).map(({ model_id }) => String(model_id));
  const unknown = ids.filter((id) => !fresh.has(id));
  const models = unknown.length === 0 ? fresh : new Map<string, SharedColumns>([...fresh, ...modelsOf(db, unknown)]);
  return rows.map((row, at) => ({ ...row, ...leanTexts(textsIn(row), models.get(ids[at] ?? '')) }));
}

/** Source rows as they were before they were stored, whatever columns they have besides. */
export function wholeRows<T extends Row>(db: Database.Database, rows: readonly T[]): readonly T[] {
  const lean = rows.filter((row) => isLean(textsIn(row).fields));
  const models = modelsOf(
    db,
    lean.map(({ model_id }) => String(model_id)),
  );
  return rows.map((row) => ({ ...row, ...wholeTexts(textsIn(row), models.get(String(row.model_id))) }));
}

/** They are rows of `model_sources`, or hold its texts. */
const textsIn = (row: Row): Pick<ModelSourceRow, 'fields' | 'events'> => ({
  fields: String(row.fields ?? ''),
  events: String(row.events ?? ''),
});

/**
 * Takes the values of columns that are about to change out of the models' rows and into those of their sources.
 *
 * @param columns `null`: all, for the models go
 */
export function loosenSources(
  db: Database.Database,
  modelIds: readonly string[],
  columns: ReadonlySet<string> | null,
): void {
  if (columns !== null && !SHARED_COLUMNS.some((column) => columns.has(column))) return;
  rewrite(db, 'model_id IN (SELECT value FROM json_each(?))', JSON.stringify(modelIds), columns);
}

/** Source rows that are about to be hung on other models, or written anew. */
export const loosenRows = (db: Database.Database, ids: readonly string[]): void =>
  rewrite(db, 'id IN (SELECT value FROM json_each(?))', JSON.stringify(ids), null);

const MOST = 1_000;

/** All of them become whole, where rows are going to be read and written by others than the functions here. */
export function loosenAll(db: Database.Database): void {
  const page = db.prepare<[string], Pick<ModelSourceRow, 'id' | 'model_id' | 'fields' | 'events'>>(
    `SELECT id, model_id, fields, events FROM model_sources WHERE id > ? AND (${LEAN} OR events >= '~') ORDER BY id LIMIT ${MOST}`,
  );
  const put = db.prepare<[string, string, string]>('UPDATE model_sources SET fields = ?, events = ? WHERE id = ?');
  for (let last = ''; ; ) {
    const rows = page.all(last);
    const end = rows.at(-1);
    if (!end) return;
    for (const { id, fields, events } of wholeRows(db, rows)) put.run(fields, events, id);
    last = end.id;
  }
}

function rewrite(db: Database.Database, which: string, value: string, columns: ReadonlySet<string> | null): void {
  const page = keptStatement<[string, string], Pick<ModelSourceRow, 'id' | 'model_id' | 'fields'>>(
    db,
    `SELECT id, model_id, fields FROM model_sources
     WHERE id > ? AND ${which} AND ${LEAN} ORDER BY id LIMIT ${MOST}`,
  );
  const put = keptStatement<[string, string]>(db, 'UPDATE model_sources SET fields = ? WHERE id = ?');
  for (let last = ''; ; ) {
    const rows = page.all(last, value);
    const end = rows.at(-1);
    if (!end) return;
    const models = modelsOf(
      db,
      rows.map(({ model_id }) => model_id),
    );
    for (const { id, model_id, fields } of rows) {
      const text = loosened(fields, models.get(model_id) ?? {}, columns);
      if (text !== null) put.run(text, id);
    }
    last = end.id;
  }
}
