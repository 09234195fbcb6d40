import type Database from 'better-sqlite3';

export type Cell = string | number | null;
export type Row = readonly (Cell | Uint8Array)[];

/** Of rows in the order of their models: those of one model after another. */
export class Run {
  private ahead: Row | undefined;
  private readonly rows: IterableIterator<Row> | null;

  constructor(db: Database.Database, sql: string, few: string | null) {
    const text = sql.replace('$THESE', few === null ? '' : 'AND model_id IN (SELECT value FROM json_each(?))');
    const statement = db.prepare<unknown[], Row>(text).raw();
    this.rows = few === null ? statement.iterate() : statement.iterate(few);
    this.ahead = this.next();
  }

  /** Models are asked for in order; what lies before the one that is asked for belongs to none. */
  of(id: string): readonly Row[] {
    while (this.ahead !== undefined && compare(String(this.ahead[0]), id) < 0) this.ahead = this.next();
    if (this.ahead === undefined || this.ahead[0] !== id) return NO_ROWS;
    const found: Row[] = [];
    while (this.ahead !== undefined && this.ahead[0] === id) {
      found.push(this.ahead);
      this.ahead = this.next();
    }
    return found;
  }

  end(): void {
    this.rows?.return?.();
  }

  private next(): Row | undefined {
    const step = this.rows?.next();
    return step === undefined || step.done === true ? undefined : step.value;
  }
}

const NO_ROWS: readonly Row[] = [];

/** Ids are compared as SQLite does it: by their bytes. UTF-16 has another order only where it needs two units, or lies behind those. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  const both = Math.min(a.length, b.length);
  for (let at = 0; at < both; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    return one < FIRST_OF_TWO && other < FIRST_OF_TWO ? one - other : Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return a.length - b.length;
}
const FIRST_OF_TWO = 0xd800;
