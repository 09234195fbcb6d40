import type Database from 'better-sqlite3';

/** A database of one connection, by its name in SQL. */
type Place = 'main' | 'source' | 'target';

interface CatalogueRow {
  readonly type: 'table' | 'index' | 'trigger' | 'view';
  readonly name: string;
  readonly sql: string;
}

/** Tables first, and what hangs on their rows when these are there. */
const ORDER = ['table', 'index', 'trigger'] as const;

/**
 * Writes all that one database holds into an empty one of the same connection, as it stands there, structure to the letter. The
 * caller has foreign keys off and a transaction open.
 *
 * @throws Error where what was written is not what was read
 */
export function copyContent(db: Database.Database, from: Place, to: Place): void {
  const objects = catalogue(db, from);
  for (const type of ORDER) {
    for (const object of objects.filter((one) => one.type === type)) {
      db.exec(object.sql.replace(/^CREATE (TABLE|UNIQUE INDEX|INDEX|TRIGGER) /, `CREATE $1 ${to}.`));
      if (type === 'table') copyRows(db, object.name, from, to);
    }
  }
  for (const own of ['application_id', 'user_version'] as const)
    db.pragma(`${to}.${own} = ${Number(db.pragma(`${from}.${own}`, { simple: true }))}`);
  if (JSON.stringify(catalogue(db, to)) !== JSON.stringify(objects))
    throw new Error('the structure that was written is not the one that was read');
}

/** Takes out all that a database holds, in the caller's transaction; foreign keys are off. */
export function dropContent(db: Database.Database, of: Place): void {
  for (const { type, name } of catalogue(db, of)) if (type === 'table') db.exec(`DROP TABLE ${of}.${quoted(name)}`);
}

/** As it was made; SQLite's own tables, that hold counts for its planner, are made again by it. */
function catalogue(db: Database.Database, of: Place): readonly CatalogueRow[] {
  return db
    .prepare<[], CatalogueRow>(
      `SELECT type, name, sql FROM ${of}.sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY type, name`,
    )
    .all();
}

function copyRows(db: Database.Database, table: string, from: Place, to: Place): void {
  const names = columns(db, table, from).map(quoted).join(', ');
  const name = quoted(table);
  const { changes } = db.prepare(`INSERT INTO ${to}.${name} (${names}) SELECT ${names} FROM ${from}.${name}`).run();
  const rows = Number(db.prepare(`SELECT count(*) FROM ${from}.${name}`).pluck().get());
  if (changes !== rows) throw new Error(`${changes} of ${rows} rows of ${table} were written`);
}

/** With the number of each row where it is no column of its own: rows keep their order. */
function columns(db: Database.Database, table: string, of: Place): readonly string[] {
  const all = db
    .prepare<[string, string], { name: string; type: string; pk: number }>(
      'SELECT name, type, pk FROM pragma_table_info(?, ?)',
    )
    .all(table, of);
  const own = all.map(({ name }) => name);
  const numbered =
    all.filter(({ pk }) => pk > 0).length === 1 && all.some(({ pk, type }) => pk > 0 && type === 'INTEGER');
  return numbered || isWithoutRowid(db, table, of) ? own : ['rowid', ...own];
}

const isWithoutRowid = (db: Database.Database, table: string, of: Place): boolean =>
  db.prepare('SELECT wr FROM pragma_table_list(?) WHERE schema = ?').pluck().get(table, of) === 1;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
