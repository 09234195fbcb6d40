import type Database from 'better-sqlite3';

/** What came of one table. */
export interface Salvaged {
  /** Rows that were brought over. */
  readonly rows: number;
  /** Some of what lay there could not be read. */
  readonly holes: boolean;
}

const ROWS = 500;
/** Calls between two breaths, so that others take their turn. */
const BREATH = 200;

/** Others take their turn; throws where the work was cancelled. */
export type Breath = () => Promise<void>;

interface Shape {
  readonly columns: readonly string[];
  /** Of the primary key, in its order. */
  readonly key: readonly string[];
  /** SQLite's own number of each row, where the table has one. */
  readonly numbered: boolean;
}

function shapeOf(db: Database.Database, table: string): Shape {
  const info = db
    .prepare<[string], { name: string; pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(table);
  const { wr } = db.prepare<[string], { wr: number }>('SELECT wr FROM pragma_table_list(?)').get(table) ?? { wr: 0 };
  return {
    columns: info.map(({ name }) => name),
    key: info
      .filter(({ pk }) => pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map(({ name }) => name),
    numbered: wr === 0,
  };
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

type Row = readonly unknown[];

/**
 * Brings every row of a table that can be read into a table of the same shape, page by page and, where a page cannot be read,
 * row by row. A row that is there already stays as it is.
 */
export async function salvageRows(
  from: Database.Database,
  into: Database.Database,
  table: string,
  breath: Breath,
): Promise<Salvaged> {
  const shape = shapeOf(into, table);
  const put = writerOf(into, table, shape);
  return shape.numbered ? byNumber(from, table, shape, put, breath) : fromBothEnds(from, table, shape, put, breath);
}

type Put = (rows: readonly Row[]) => number;

/** Writes rows as they are; one that the table refuses (a damaged cell) is left out. */
function writerOf(into: Database.Database, table: string, { columns }: Shape): Put {
  const names = columns.map(quoted).join(', ');
  const statement = into.prepare<unknown[]>(
    `INSERT OR IGNORE INTO ${quoted(table)} (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const one = (row: Row): number => {
    try {
      return statement.run(...row).changes;
    } catch {
      return 0;
    }
  };
  return into.transaction((rows: readonly Row[]) => rows.reduce<number>((sum, row) => sum + one(row), 0));
}

/** In such pages, the larger ones first: what lies before a hole is brought over up to its edge. */
const PAGES = [ROWS, 50, 5, 1] as const;
/** The widest step over a hole: pages hold more rows than that, and what a step passed over is asked for one by one. */
const WIDEST_STEP = 16;
/** How far is looked where not even the last row can be reached. */
const UNKNOWN_ROWS = 100_000;

async function byNumber(
  from: Database.Database,
  table: string,
  { columns }: Shape,
  put: Put,
  breath: Breath,
): Promise<Salvaged> {
  const names = columns.map(quoted).join(', ');
  const statement = from
    .prepare<[number, number]>(`SELECT rowid, ${names} FROM ${quoted(table)} WHERE rowid >= ? ORDER BY rowid LIMIT ?`)
    .raw();
  /** `null`: something of it cannot be read. */
  const read = (at: number, most: number): readonly Row[] | null => {
    try {
      return statement.all(at, most) as Row[];
    } catch {
      return null;
    }
  };
  const bring = (found: readonly Row[]): number => put(found.map(([, ...cells]) => cells));
  const last = edgeOf(from, table, 'max') ?? (edgeOf(from, table, 'min') ?? 1) + UNKNOWN_ROWS;
  let at = edgeOf(from, table, 'min') ?? 1;
  let rows = 0;
  let holes = false;
  let step = 1;
  for (let calls = 1; at <= last; calls += 1) {
    if (calls % BREATH === 0) await breath();
    const found = firstOf(PAGES, (most) => read(at, most));
    if (found === null) {
      holes = true;
      step = Math.min(WIDEST_STEP, step + 1);
      at += step;
      continue;
    }
    if (step > 1)
      for (let passed = at - step + 1; passed < at; passed += 1)
        rows += bring((read(passed, 1) ?? []).filter(([number]) => number === passed));
    step = 1;
    rows += bring(found);
    const reached = found.at(-1)?.[0];
    if (typeof reached !== 'number') break;
    at = reached + 1;
  }
  return { rows, holes };
}

function firstOf<T, R>(values: readonly T[], find: (value: T) => R | null): R | null {
  for (const value of values) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}

function edgeOf(db: Database.Database, table: string, edge: 'min' | 'max'): number | null {
  try {
    const found: unknown = db
      .prepare(`SELECT ${edge}(rowid) FROM ${quoted(table)}`)
      .pluck()
      .get();
    return typeof found === 'number' ? found : null;
  } catch {
    return null;
  }
}

/** A table that lies in the order of its key: from its beginning to the hole, and from its end to it. */
async function fromBothEnds(
  from: Database.Database,
  table: string,
  { columns, key }: Shape,
  put: Put,
  breath: Breath,
): Promise<Salvaged> {
  const names = columns.map(quoted).join(', ');
  let rows = 0;
  let holes = false;
  for (const order of ['ASC', 'DESC'] as const) {
    const by = key.map((name) => `${quoted(name)} ${order}`).join(', ');
    const statement = from.prepare(`SELECT ${names} FROM ${quoted(table)} ORDER BY ${by}`).raw();
    let whole = true;
    let pending: Row[] = [];
    try {
      for (const row of statement.iterate() as IterableIterator<Row>) {
        pending.push(row);
        if (pending.length < ROWS) continue;
        rows += put(pending);
        pending = [];
      }
    } catch {
      whole = false;
    }
    rows += put(pending);
    await breath();
    if (whole) break;
    holes = true;
  }
  return { rows, holes };
}
