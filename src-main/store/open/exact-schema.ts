import Database from 'better-sqlite3';
import type { Migration } from '../migrations';
import { migrate } from './migrate';

/** One line of the catalogue of a database file. */
interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  /** `null` for the index that SQLite makes for a key by itself. */
  readonly sql: string | null;
}

/** What ANALYZE adds: SQLite's own tables, that hold counts for its planner. */
const STATISTICS: ReadonlyMap<string, string> = new Map([
  ['sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'],
  ['sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'],
]);

const LEDGER_KEY = 'table schema_migrations';

const expected = new WeakMap<readonly Migration[], Map<number, ReadonlyMap<string, SchemaObject>>>();

/**
 * Says how the catalogue of an opened file differs from what our own steps write up to its version: the text of every
 * table, index, trigger and view, nothing more and nothing less. A file that anybody may have made is asked this before
 * a single row of it is read, for a trigger, a view, a default, a check or an expression of an index is code.
 *
 * @returns a clause for a sentence (`has a trigger named x that …`), or `null` where the two are equal
 */
export function schemaDifference(db: Database.Database, list: readonly Migration[]): string | null {
  const version = Number(db.pragma('user_version', { simple: true }));
  const ours = schemaOf(list, version);
  const theirs = catalogueOf(db);
  for (const [key, object] of theirs) {
    const known = ours.get(key);
    if (known && known.sql === object.sql && known.table === object.table) continue;
    if (!known && STATISTICS.get(object.name) === object.sql) continue;
    return known
      ? `has a changed ${wordsOf(object)}`
      : `contains ${object.type === 'index' ? 'an' : 'a'} ${wordsOf(object)} that Modelfolio did not write`;
  }
  for (const [key, object] of ours) if (!theirs.has(key)) return `lacks the ${wordsOf(object)}`;
  return null;
}

const wordsOf = ({ type, name }: SchemaObject): string => `${type} named ${name.slice(0, 100)}`;

/** Whether the ledger of the steps, at least, is the table that we make: only then what it says is read. */
export const hasOwnLedger = (db: Database.Database, list: readonly Migration[]): boolean => {
  const ours = schemaOf(list, 1).get(LEDGER_KEY);
  const theirs = catalogueOf(db);
  return ours !== undefined && ours.sql === theirs.get(LEDGER_KEY)?.sql;
};

/** The catalogue that a new file has after the first `version` steps, made once in memory. */
function schemaOf(list: readonly Migration[], version: number): ReadonlyMap<string, SchemaObject> {
  const versions = expected.get(list) ?? new Map<number, ReadonlyMap<string, SchemaObject>>();
  expected.set(list, versions);
  const known = versions.get(version);
  if (known) return known;
  const db = new Database(':memory:');
  try {
    migrate(db, list.slice(0, version), '');
    const made = catalogueOf(db);
    versions.set(version, made);
    return made;
  } finally {
    db.close();
  }
}

function catalogueOf(db: Database.Database): ReadonlyMap<string, SchemaObject> {
  const rows = db.prepare<[], SchemaObject>('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all();
  return new Map(rows.map((row) => [`${row.type} ${row.name}`, row]));
}
