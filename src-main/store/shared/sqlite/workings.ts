import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { DriftWorking, WorkingCells, WorkingRowTaker } from '../../drift/workings';

/**
 * Rows beside the journal that cannot be worked out from facts: the points of drift results and what leads to them. They
 * travel with the entry that wrote them, under the ids that they have here, since facts name these.
 */
const KEYS = {
  drift_loads: ['no'],
  drift_series: ['id'],
  drift_segments: ['id'],
  drift_tail: ['series_id', 'at', 'batch'],
  drift_distributions: ['series_id', 'at', 'batch'],
} as const satisfies Readonly<Record<DriftWorking, readonly string[]>>;

const WORKINGS = Object.keys(KEYS) as readonly DriftWorking[]; // its own keys

/** What is worked out again on each computer, and is no reason to send a row. */
const FOLLOWS: Readonly<Partial<Record<DriftWorking, readonly string[]>>> = {
  drift_series: ['n_ref', 'n_cur', 'n_bins', 'window_days'],
};

const QUALITY = 5;
const LARGEST = 2 * 2 ** 30 - 1;

/** Those that may have the watch: what made it may have been rolled back with the transaction around it. */
const watched = new WeakSet<Database.Database>();

/** From now on the connection notes which of these rows are written, in a table that only it sees. */
export function watchWorkings(db: Database.Database): void {
  watched.add(db);
  if (isWatched(db)) {
    db.exec('DELETE FROM temp.written_workings');
    return;
  }
  db.exec('CREATE TEMP TABLE written_workings (of TEXT, key TEXT, PRIMARY KEY (of, key)) WITHOUT ROWID');
  for (const table of WORKINGS) db.exec(triggersOf(db, table));
}

/** A private portfolio pays nothing for it. */
export function unwatchWorkings(db: Database.Database): void {
  if (!watched.delete(db) || !isWatched(db)) return;
  for (const table of WORKINGS)
    for (const when of ['insert', 'update', 'delete']) db.exec(`DROP TRIGGER temp.written_${table}_${when}`);
  db.exec('DROP TABLE temp.written_workings');
}

const isWatched = (db: Database.Database): boolean =>
  db.prepare("SELECT 1 FROM temp.sqlite_schema WHERE name = 'written_workings'").get() !== undefined;

function triggersOf(db: Database.Database, table: DriftWorking): string {
  const follows = FOLLOWS[table] ?? [];
  const columns = columnsOf(db, table).filter((column) => !follows.includes(column));
  const note = (row: 'OLD' | 'NEW'): string =>
    `INSERT OR IGNORE INTO written_workings VALUES ('${table}', json_array(${KEYS[table].map((key) => `${row}.${key}`).join(', ')}));`;
  return `
    CREATE TEMP TRIGGER written_${table}_insert AFTER INSERT ON main.${table} BEGIN ${note('NEW')} END;
    CREATE TEMP TRIGGER written_${table}_update AFTER UPDATE OF ${columns.join(', ')} ON main.${table} BEGIN ${note('OLD')} ${note('NEW')} END;
    CREATE TEMP TRIGGER written_${table}_delete AFTER DELETE ON main.${table} BEGIN ${note('OLD')} END;`;
}

const columnsOf = (db: Database.Database, table: string): readonly string[] =>
  db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);

/** What JSON has no number for goes as its name. */
type Cell = string | number | null | { readonly blob: string } | { readonly real: string };
interface Line {
  readonly of: DriftWorking;
  readonly key: readonly (string | number)[];
  /** `null`: the row is gone. */
  readonly row: Readonly<Record<string, Cell>> | null;
}

/** The rows that were written since the watch began, as they are now, packed; `null`: none were. */
export function packWorkings(db: Database.Database): Buffer | null {
  const noted = db.prepare<[], { of: DriftWorking; key: string }>(
    'SELECT of, key FROM temp.written_workings ORDER BY of, key',
  );
  const lines: string[] = [];
  for (const { of, key } of noted.all()) {
    const keys = JSON.parse(key) as (string | number)[]; // made by the triggers above
    const found = selectOf(db, of).get(...keys) as Record<string, unknown> | undefined;
    const row = found ? Object.fromEntries(Object.entries(found).map(([name, cell]) => [name, asJson(cell)])) : null;
    lines.push(JSON.stringify({ of, key: keys, row } satisfies Line));
  }
  if (lines.length === 0) return null;
  return brotliCompressSync(lines.join('\n'), { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } });
}

/** No rows that this program packed. */
export class ForeignWorkings extends Error {}

/**
 * Writes rows as they were packed elsewhere.
 *
 * @param take is told each row before it is written, and throws for what may not be
 * @throws ForeignWorkings for what this program did not pack
 */
export function unpackWorkings(db: Database.Database, packed: Buffer, take: WorkingRowTaker): void {
  for (const written of textOf(packed).split('\n')) {
    const { of, key, row } = JSON.parse(written) as Line; // what is none fails below
    if (!Object.hasOwn(KEYS, of)) throw new ForeignWorkings(`no working table: ${String(of).slice(0, 50)}`);
    const columns = columnsOf(db, of).filter((column) => row !== null && Object.hasOwn(row, column));
    const after = row && Object.fromEntries(columns.map((column) => [column, fromJson(row[column] ?? null)]));
    // What a row is named by is what it says itself.
    if (after && KEYS[of].some((name, at) => after[name] !== key[at]))
      throw new ForeignWorkings(`a row of ${of} under another key`);
    const found = selectOf(db, of).get(...key) as WorkingCells | undefined; // what a STRICT table holds
    take(of, found ?? null, after);
    db.prepare(`DELETE FROM ${of} WHERE ${whereOf(of)}`).run(...key);
    if (after === null) continue;
    db.prepare(`INSERT INTO ${of} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`).run(
      ...Object.values(after),
    );
  }
}

function textOf(packed: Buffer): string {
  try {
    return brotliDecompressSync(packed, { maxOutputLength: LARGEST }).toString('utf8');
  } catch (cause) {
    throw new ForeignWorkings('it cannot be unpacked', { cause });
  }
}

const whereOf = (table: DriftWorking): string => KEYS[table].map((key) => `${key} = ?`).join(' AND ');

const selectOf = (db: Database.Database, table: DriftWorking): Database.Statement =>
  db.prepare(
    `SELECT ${columnsOf(db, table)
      .filter((column) => !FOLLOWS[table]?.includes(column))
      .join(', ')} FROM ${table} WHERE ${whereOf(table)}`,
  );

function asJson(cell: unknown): Cell {
  if (Buffer.isBuffer(cell)) return { blob: cell.toString('base64') };
  if (typeof cell === 'number' && !Number.isFinite(cell)) return { real: String(cell) };
  return cell as string | number | null; // what else a column can hold
}

function fromJson(cell: Cell): string | number | null | Buffer {
  if (typeof cell !== 'object' || cell === null) return cell;
  return 'blob' in cell ? Buffer.from(cell.blob, 'base64') : Number(cell.real);
}
