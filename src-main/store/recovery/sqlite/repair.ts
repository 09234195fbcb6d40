import { copyFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { unshareAll } from '../../imports/shared-values';
import { changesOf } from '../../journal/changes';
import { FactSums } from '../../journal/fact-sums';
import type { ReadHandle } from '../../journal/handle';
import { looseColumns, verifyChain } from '../../journal/verify';
import { beginPortfolio, handleOf, hasTable, versionOf } from '../../open/begin';
import { keyOf, openDatabase } from '../../open/open-database';
import { type Keyed, writeRewritten } from '../../open/rewrite';
import { EMPTY_COLUMNS, FACTS, type FactChange, type FactTable } from '../../tables';
import { type Breath, salvageRows } from './salvage-rows';

export interface Repair {
  /** Entries of the journal that hold, from the first on; the facts are what they say. */
  readonly entries: number;
  /** Drift results lay on pages that cannot be read: some may be missing. */
  readonly resultsHoles: boolean;
  /** Whether the newest good backup filled what could not be read. */
  readonly filled: boolean;
}

const JOURNAL = ['journal', 'journal_changes', 'journal_blocks', 'journal_block_models', 'journal_fields'] as const;
const SHARING = ['sharing', 'sharing_waiting', 'sharing_given'] as const;
/** What only grows: a row of the backup is as good as one of the file. */
const GROWING = ['drift_loads', 'drift_series', 'drift_distributions'] as const;

/**
 * Makes a portfolio of what a damaged one still holds. The journal is brought over entry by entry, as far as its chain holds;
 * the facts are then what it says, worked out from its changes, so that no damaged cell goes along. Drift results, which are
 * not journaled, are brought over as far as they can be read. Where there is a good backup it is where this begins, and
 * fills what cannot be read.
 *
 * @param damaged of a copy of the damaged file whose structure is ours
 * @param backup a whole portfolio file, or `null`
 * @param target where nothing is yet; encrypted as the damaged file is
 */
export async function repairInto(
  damaged: Database.Database,
  backup: string | null,
  { path: target, key }: Keyed,
  now: string,
  breath: Breath,
): Promise<Repair> {
  const version = versionOf(damaged);
  const filled = backup !== null && copyOf(backup, { path: target, key }, version);
  const db = openDatabase(target, key);
  try {
    db.pragma('foreign_keys = OFF');
    if (!filled) beginPortfolio(db, version, now);
    const read = handleOf(db);
    const from = filled ? lastSeq(db) : 0;
    if (!filled) await takeSteps(damaged, db, breath);
    const entries = await withoutGuards(db, async () => {
      for (const table of JOURNAL) if (hasTable(db, table)) await salvageRows(damaged, db, table, breath);
      const { head } = await verifyChain(read, new FactSums());
      for (const table of JOURNAL) if (hasTable(db, table)) db.prepare(`DELETE FROM ${table} WHERE seq > ?`).run(head);
      return head;
    });
    // Of a copy of a shared portfolio the backup says where it is shared: what a repair writes is nothing for the others.
    for (const table of SHARING) if (hasTable(db, table)) db.exec(`DELETE FROM ${table}`);
    await replay(db, read, from, entries, breath);
    const resultsHoles = await takeResults(damaged, db, filled, breath);
    // Health follows from drift results; of a row that can be read it is what stands there.
    db.exec('UPDATE models SET health = drift.health FROM drift_models AS drift WHERE drift.model_id = models.id');
    await takeColumns(damaged, db, ['models.health', ...(filled ? [] : looseColumns(read))]);
    const orphans = db.pragma('foreign_key_check');
    if (Array.isArray(orphans) && orphans.length > 0)
      throw new Error('the repaired portfolio has rows without their parents');
    db.exec('VACUUM');
    return { entries, resultsHoles, filled };
  } finally {
    db.close();
  }
}

const lastSeq = (db: Database.Database): number =>
  Number(db.prepare('SELECT coalesce(max(seq), 0) FROM journal').pluck().get());

/** Begins with the backup where it has the same structure; one of an earlier program would have other columns. */
function copyOf(backup: string, target: Keyed, version: number): boolean {
  const own = keyOf(backup);
  const db = openDatabase(backup, own, { readonly: true, fileMustExist: true });
  const same = versionOf(db) === version;
  db.close();
  if (!same) return false;
  // Of another passphrase, or of none.
  if (own?.head === target.key?.head) copyFileSync(backup, target.path);
  else writeRewritten({ path: backup, key: own }, target);
  return true;
}

/** On which day each step of the structure was made says what was journaled of older rows. */
async function takeSteps(damaged: Database.Database, db: Database.Database, breath: Breath): Promise<void> {
  const steps = db.prepare('SELECT * FROM schema_migrations').all();
  db.exec('DELETE FROM schema_migrations');
  await salvageRows(damaged, db, 'schema_migrations', breath);
  const put = db.prepare('INSERT OR IGNORE INTO schema_migrations VALUES (@version, @name, @hash, @applied_at)');
  for (const step of steps) put.run(step);
}

/** The journal is append-only by triggers, which are set aside while its broken end is cut off, and put back to the letter. */
async function withoutGuards<T>(db: Database.Database, work: () => Promise<T>): Promise<T> {
  const guards = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all();
  for (const { name } of guards) db.exec(`DROP TRIGGER "${name}"`);
  const value = await work();
  for (const { sql } of guards) db.exec(sql);
  return value;
}

/** Makes the facts what the entries after `from` make of them. */
async function replay(
  db: Database.Database,
  read: ReadHandle,
  from: number,
  to: number,
  breath: Breath,
): Promise<void> {
  if (from === 0) for (const table of FACTS) if (hasTable(db, table)) db.exec(`DELETE FROM "${table}"`);
  // Changes are applied here one by one, and not by the recorder, which would see to it.
  if (from > 0) unshareAll(read);
  for (let seq = from + 1; seq <= to; seq += 1) {
    for await (const { changes } of changesOf(read, seq)) {
      db.transaction(() => {
        for (const change of changes) applyChange(db, change);
      })();
      await breath();
    }
  }
}

function applyChange(db: Database.Database, { entity, entity_id: id, before, after }: FactChange): void {
  if (after === null) {
    prepared(db, `DELETE FROM "${entity}" WHERE id = ?`).run(id);
    return;
  }
  // Proved by the chain to be what this program wrote.
  const image = JSON.parse(after) as Readonly<Record<string, unknown>>;
  const row = before === null ? { ...knownColumns(db, entity), ...image, id } : image;
  const columns = Object.keys(row);
  const values = columns.map((column) => row[column as keyof typeof row]);
  if (before === null) {
    const names = columns.map((column) => `"${column}"`).join(', ');
    prepared(db, `INSERT INTO "${entity}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`).run(...values);
  } else {
    const sets = columns.map((column) => `"${column}" = ?`).join(', ');
    prepared(db, `UPDATE "${entity}" SET ${sets} WHERE id = ?`).run(...values, id);
  }
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement<unknown[]>>>();

function prepared(db: Database.Database, text: string): Database.Statement<unknown[]> {
  const own = statements.get(db) ?? new Map<string, Database.Statement<unknown[]>>();
  statements.set(db, own);
  const known = own.get(text) ?? db.prepare<unknown[]>(text);
  own.set(text, known);
  return known;
}

const emptyRows = new WeakMap<Database.Database, Map<FactTable, Readonly<Record<string, unknown>>>>();

/** What an image leaves out, as far as the structure of the file has the column already. */
function knownColumns(db: Database.Database, table: FactTable): Readonly<Record<string, unknown>> {
  const own = emptyRows.get(db) ?? new Map<FactTable, Readonly<Record<string, unknown>>>();
  emptyRows.set(db, own);
  const known = own.get(table) ?? emptyRowOf(db, table);
  own.set(table, known);
  return known;
}

function emptyRowOf(db: Database.Database, table: FactTable): Readonly<Record<string, unknown>> {
  const there = new Set(db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table));
  return Object.fromEntries(Object.entries(EMPTY_COLUMNS[table]).filter(([column]) => there.has(column)));
}

const PAGE = 1_000;

/** Columns that are not journaled, from rows that can be read; the others keep what is there. */
async function takeColumns(
  damaged: Database.Database,
  db: Database.Database,
  columns: readonly string[],
): Promise<void> {
  for (const name of columns) {
    const [table = '', column = ''] = name.split('.');
    const page = damaged.prepare<[string, number], { id: string; value: unknown }>(
      `SELECT id, "${column}" AS value FROM "${table}" WHERE id > ? ORDER BY id LIMIT ?`,
    );
    const put = db.prepare<[unknown, string]>(`UPDATE "${table}" SET "${column}" = ? WHERE id = ?`);
    try {
      let after = '';
      for (;;) {
        const rows = page.all(after, PAGE);
        db.transaction(() => {
          for (const { id, value } of rows) put.run(value, id);
        })();
        after = rows.at(-1)?.id ?? '';
        if (rows.length < PAGE) break;
      }
    } catch {
      // From here on they are worked out anew when the portfolio is opened.
    }
  }
}

/**
 * Points of drift results and what leads to them. Segments of the backup fill the times of a series that nothing else holds:
 * elsewhere their points lie in other segments by now.
 */
async function takeResults(
  damaged: Database.Database,
  db: Database.Database,
  filled: boolean,
  breath: Breath,
): Promise<boolean> {
  let holes = false;
  const take = async (table: string): Promise<boolean> => {
    const found = await salvageRows(damaged, db, table, breath);
    holes ||= found.holes;
    return found.holes;
  };
  for (const table of GROWING) await take(table);
  db.exec(
    'CREATE TEMP TABLE earlier AS SELECT * FROM drift_segments; CREATE TEMP TABLE earlier_tail AS SELECT * FROM drift_tail',
  );
  db.exec('DELETE FROM drift_segments; DELETE FROM drift_tail; DELETE FROM drift_models');
  const segments = await take('drift_segments');
  const tail = await take('drift_tail');
  await take('drift_models');
  if (filled && (segments || tail)) {
    const columns = columnsOf(db, 'drift_segments').filter((column) => column !== 'id');
    const names = columns.map((column) => `"${column}"`).join(', ');
    db.exec(`INSERT INTO drift_segments (${names}) SELECT ${names} FROM earlier WHERE NOT EXISTS (
      SELECT 1 FROM drift_segments AS there WHERE there.series_id = earlier.series_id
        AND there.from_at <= earlier.to_at AND there.to_at >= earlier.from_at)`);
    db.exec(`INSERT OR IGNORE INTO drift_tail SELECT * FROM earlier_tail WHERE NOT EXISTS (
      SELECT 1 FROM drift_segments AS there WHERE there.series_id = earlier_tail.series_id
        AND earlier_tail.at BETWEEN there.from_at AND there.to_at)`);
  }
  db.exec('DROP TABLE earlier; DROP TABLE earlier_tail');
  return holes;
}

const columnsOf = (db: Database.Database, table: string): string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
