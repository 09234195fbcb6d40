import type Database from 'better-sqlite3';

/**
 * Tables of which SQLite finds something that is not as it should be, and how many it looked at. Every index is held against its
 * table: whoever makes one over something else, and puts the text of ours in its place, hides rows from whatever asks it.
 */
export async function damagedTables(
  db: Database.Database,
  breath: () => Promise<void>,
): Promise<{ readonly damaged: readonly string[]; readonly tables: number }> {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    .pluck()
    .all();
  const damaged: string[] = [];
  for (const table of tables) {
    await breath();
    if (!isWhole(db, table)) damaged.push(table);
  }
  return { damaged, tables: tables.length };
}

/**
 * Whether SQLite finds a file or a table whole, and every index to hold what its table holds; `false` also where it cannot be read.
 *
 * @param table left out: all of them
 */
export function isWhole(db: Database.Database, table?: string): boolean {
  try {
    return db.pragma(`integrity_check(${table === undefined ? 1 : `"${table}"`})`, { simple: true }) === 'ok';
  } catch {
    return false;
  }
}
