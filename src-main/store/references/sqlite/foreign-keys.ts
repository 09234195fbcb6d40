import type Database from 'better-sqlite3';

/** One foreign key as the file has it; every one is of a single column and points at the `id` of a table. */
export interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly to: string;
  /** Whether the column may not be empty. */
  readonly required: boolean;
}

interface Known {
  readonly version: unknown;
  readonly keys: readonly ForeignKey[];
}

/** Once for each open file, until its structure changes. */
const known = new WeakMap<Database.Database, Known>();

export function listForeignKeys(db: Database.Database): readonly ForeignKey[] {
  const version = db.pragma('schema_version', { simple: true });
  const before = known.get(db);
  if (before && before.version === version) return before.keys;
  const keys = readForeignKeys(db);
  known.set(db, { version, keys });
  return keys;
}

function readForeignKeys(db: Database.Database): readonly ForeignKey[] {
  const rows = db
    .prepare<[], Omit<ForeignKey, 'required'> & { readonly required: number }>(
      `SELECT own.name AS "table", key."from" AS "column", key."table" AS "to", info."notnull" AS required
        FROM sqlite_schema AS own, pragma_foreign_key_list(own.name) AS key, pragma_table_info(own.name) AS info
        WHERE own.type = 'table' AND info.name = key."from" ORDER BY own.name, info.cid`,
    )
    .all();
  return rows.map(({ required, ...key }) => ({ ...key, required: required === 1 }));
}
