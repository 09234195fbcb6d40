import type Database from 'better-sqlite3';
import { sqlite } from '../journal/connection';
import type { WriteHandle } from '../journal/handle';
import type { Store } from '../store';
import { EMPTY_COLUMNS, type FactTable } from '../tables';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
}

interface Key {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

/** A row that was put there because it can point at another. */
export interface PlantedRow {
  readonly table: FactTable;
  readonly id: string;
  readonly column: string;
  readonly pointsAt: string;
  /** Whether the column may not be empty. */
  readonly required: boolean;
}

const columnsOf = (db: Database.Database, table: string): readonly Column[] =>
  db.prepare<[string], Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)').all(table);

const keysOf = (db: Database.Database, table: string): readonly Key[] =>
  db
    .prepare<[string], Key>('SELECT "table" AS "to", "from" AS "column" FROM pragma_foreign_key_list(?)')
    .all(table)
    .map((key) => ({ ...key, table }));

/** Every foreign key of the file, asked table by table. */
export function keysIn(db: Database.Database): readonly Key[] {
  const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return names.flatMap((name) => keysOf(db, name));
}

/**
 * One row for every foreign key that leads to a model, and to such a row in turn, with values by the type of their
 * columns: whatever table a later migration adds is among them.
 *
 * @param other a model that is pointed at where a second one is needed
 */
export async function plantRows(write: WriteHandle, modelId: string, other: string): Promise<readonly PlantedRow[]> {
  const db = sqlite(write.read);
  const keys = keysIn(db);
  const planted: PlantedRow[] = [];
  let count = 0;

  const insert = async (table: string, given: Readonly<Record<string, string>>): Promise<string> => {
    count += 1;
    const row: Record<string, unknown> = { id: `${table}-${count}` };
    for (const { name, type, notnull } of columnsOf(db, table)) {
      const target = keysOf(db, table).find((key) => key.column === name)?.to;
      if (name === 'id') continue;
      if (given[name] !== undefined) row[name] = given[name];
      else if (target === undefined) row[name] = valueFor(type, `${table}.${name}`, count);
      else if (notnull === 0) row[name] = null;
      else row[name] = target === 'models' ? other : await insert(target, {});
    }
    await write.insert(table as FactTable, [row as never]); // one of the tables and columns of the file
    return String(row.id);
  };

  const plantAt = async (table: string, id: string): Promise<void> => {
    for (const key of keys.filter(({ to }) => to === table)) {
      const child = await insert(key.table, { [key.column]: id });
      const required = columnsOf(db, key.table).find(({ name }) => name === key.column)?.notnull === 1;
      planted.push({ table: key.table as FactTable, id: child, column: key.column, pointsAt: id, required });
      // Of a table that points at itself one row is enough.
      if (key.table !== table) await plantAt(key.table, child);
    }
  };
  await plantAt('models', modelId);
  return planted;
}

function valueFor(type: string, text: string, count: number): unknown {
  // Some hold JSON, and nothing minds it where any text is allowed.
  if (type === 'TEXT') return JSON.stringify([text]);
  if (type === 'INTEGER') return count;
  if (type === 'REAL') return count + 0.5;
  throw new Error(`no value for a column of type ${type}`);
}

/** Every fact of the portfolio, table by table. */
export function factsOf(store: Store): ReadonlyMap<string, readonly Row[]> {
  const db = sqlite(store.read);
  return new Map(
    Object.keys(EMPTY_COLUMNS).map((table) => [table, db.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY id`).all()]),
  );
}
