import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { sqlite } from '../../journal/connection';
import type { WriteHandle } from '../../journal/handle';
import { unshareAll } from '../../imports/shared-values';
import { migrations } from '../../migrations';
import { throwawayKey } from '../../open/file-key';
import { migrate } from '../../open/migrate';
import { openDatabase } from '../../open/open-database';
import type { Keyed } from '../../open/rewrite';
import { FACTS, type FactTable } from '../../tables';
import { beginPortfolio, handleOf, hasTable, versionOf } from '../../open/begin';
import { differInto, type TableDifference } from './differ-into';
import { type Breath, salvageRows } from './salvage-rows';

/** What came of one table. */
export interface SalvagedTable {
  readonly table: string;
  /** Rows that were brought over. */
  readonly rows: number;
  /** Some of its pages cannot be read: how many rows lay there is not known. */
  readonly holes: boolean;
  /** Rows that could be read, but hang on one that is gone. */
  readonly orphans: number;
}

/** Results of drift, which are not journaled. */
const RESULTS = [
  'drift_loads',
  'drift_series',
  'drift_distributions',
  'drift_segments',
  'drift_tail',
  'drift_models',
] as const;

const PAGE = 1_000;

/** Rows of a damaged portfolio that stand by themselves, in the newest structure. */
export interface Salvage {
  readonly tables: readonly SalvagedTable[];
  /** Writes all of them as the work of one journal entry. */
  writeInto(write: WriteHandle): Promise<void>;
  /** Makes the facts of a portfolio what was found, as the work of one journal entry. */
  differInto(write: WriteHandle): Promise<readonly TableDifference[]>;
  close(): void;
}

/**
 * Every row of a damaged portfolio that can be read and whose parents can, whatever its journal says.
 *
 * @param proved what the journal proves, of the same structure: it fills the tables of which parts cannot be read
 * @param encrypted what is held of it meanwhile is encrypted as well
 */
export async function salvage(
  damaged: Database.Database,
  now: string,
  breath: Breath,
  { proved = null, encrypted }: { readonly proved?: Database.Database | null; readonly encrypted: boolean },
): Promise<Salvage> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-damaged-'));
  const db = openDatabase(join(folder, 'rows.db'), encrypted ? throwawayKey() : null);
  const close = (): void => {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    db.pragma('foreign_keys = OFF');
    beginPortfolio(db, versionOf(damaged), now);
    const found = new Map<string, { rows: number; holes: boolean }>();
    for (const table of [...FACTS, ...RESULTS]) {
      if (!hasTable(db, table)) continue;
      db.exec(`DELETE FROM "${table}"`);
      const { rows, holes } = await salvageRows(damaged, db, table, breath);
      const filled = holes && proved !== null ? await salvageRows(proved, db, table, breath) : { rows: 0 };
      found.set(table, { rows: rows + filled.rows, holes });
    }
    const orphans = dropOrphans(db, [...found.keys()]);
    migrate(db, migrations, now);
    unshareAll(handleOf(db));
    const tables = [...found].map(([table, { rows, holes }]) => {
      const gone = orphans.get(table) ?? 0;
      return { table, rows: rows - gone, holes, orphans: gone };
    });
    const holes = new Set(tables.filter((one) => one.holes).map(({ table }) => table));
    return {
      tables,
      writeInto: (write) => writeInto(db, write, breath),
      differInto: (write) => differInto(db, write, holes, breath),
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a damaged portfolio holds beside what was proved of it: its journal may be cut and its facts be whole. */
export async function salvageBeside(
  damaged: Database.Database,
  { path, key }: Keyed,
  now: string,
  breath: Breath,
): Promise<Salvage> {
  const proved = openDatabase(path, key, { readonly: true, fileMustExist: true });
  try {
    return await salvage(damaged, now, breath, { proved, encrypted: key !== null });
  } finally {
    proved.close();
  }
}

/** Takes out rows whose parents are not there, until all have theirs; how many of which table. */
function dropOrphans(db: Database.Database, tables: readonly string[]): ReadonlyMap<string, number> {
  const gone = new Map<string, number>();
  for (let again = true; again; ) {
    again = false;
    for (const table of tables) {
      for (const condition of [...orphanConditions(db, table), ...looseConditions(db, table)]) {
        const { changes } = db.prepare(`DELETE FROM "${table}" WHERE ${condition}`).run();
        if (changes === 0) continue;
        gone.set(table, (gone.get(table) ?? 0) + changes);
        again = true;
      }
    }
  }
  return gone;
}

/** Results of drift name what they hang on without a foreign key, which would cost each of millions of points. */
const UNDECLARED: Readonly<Record<string, string>> = { model_id: 'models', series_id: 'drift_series' };

function looseConditions(db: Database.Database, table: string): readonly string[] {
  if (!(RESULTS as readonly string[]).includes(table)) return [];
  const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
  return columns.flatMap((column) => {
    const parent = UNDECLARED[column];
    return parent === undefined ? [] : [`"${column}" NOT IN (SELECT id FROM "${parent}")`];
  });
}

interface ForeignKeyColumn {
  readonly id: number;
  readonly table: string;
  readonly from: string;
  readonly to: string | null;
}

function orphanConditions(db: Database.Database, table: string): readonly string[] {
  const columns = db
    .prepare<[string], ForeignKeyColumn>('SELECT id, "table", "from", "to" FROM pragma_foreign_key_list(?)')
    .all(table);
  return [...new Set(columns.map(({ id }) => id))].map((own) => {
    const key = columns.filter(({ id }) => id === own);
    const set = key.map(({ from }) => `"${table}"."${from}" IS NOT NULL`);
    // A key that names no column of its parent means the parent's own.
    const same = key.map(({ from, to }) => `parent."${to ?? 'id'}" = "${table}"."${from}"`);
    return `${set.join(' AND ')} AND NOT EXISTS (SELECT 1 FROM "${key[0]?.table}" AS parent WHERE ${same.join(' AND ')})`;
  });
}

async function writeInto(db: Database.Database, write: WriteHandle, breath: Breath): Promise<void> {
  const own = sqlite(write.read);
  // Rows come table by table; that each has its parent is seen to at the end.
  own.pragma('defer_foreign_keys = ON');
  for (const table of FACTS) {
    // Brought over column by column from a table of the same structure.
    for (const rows of pagesOf(db, table))
      await write.insert(table as FactTable, rows as unknown as Parameters<typeof write.insert>[1]);
    await breath();
  }
  for (const table of RESULTS) {
    if (!hasTable(db, table)) continue;
    for (const rows of pagesOf(db, table)) {
      const names = Object.keys(rows[0] ?? {});
      const put = own.prepare<unknown[]>(
        `INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      );
      for (const row of rows) put.run(...names.map((name) => row[name]));
    }
    await breath();
  }
}

type Row = Readonly<Record<string, unknown>>;

function* pagesOf(db: Database.Database, table: string): Generator<readonly Row[]> {
  let page: Row[] = [];
  for (const row of db.prepare<[], Row>(`SELECT * FROM "${table}"`).iterate()) {
    page.push(row);
    if (page.length < PAGE) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}
