import type Database from 'better-sqlite3';
import { type NamedSources, namedSources, type Schema } from '../trace/named-columns';
import { noteReads, noteWrites } from '../trace/trace';

/** Texts differ by their number of parameters; this many are remembered, then forgotten together. */
const TEXTS_KEPT = 2_000;

/** From now on each statement that runs on this connection notes what it reads and writes, whoever prepared it. */
export function watchStatements(db: Database.Database): void {
  const schema = readSchema(db);
  const known = new Map<string, NamedSources>();
  const sourcesOf = (sql: string): NamedSources => {
    const found = known.get(sql);
    if (found) return found;
    const sources = namedSources(sql, schema);
    if (known.size >= TEXTS_KEPT) known.clear();
    known.set(sql, sources);
    return sources;
  };
  const prepare = db.prepare.bind(db);
  const watched = (sql: string): Database.Statement => {
    const statement = prepare(sql);
    const sources = sourcesOf(sql);
    if (sources.reads.length > 0) watch(statement, sources);
    return statement;
  };
  db.prepare = watched as typeof db.prepare; // the same statement, whatever its parameters and rows are typed as
}

function readSchema(db: Database.Database): Schema {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  return new Map(
    tables.map((table) => {
      const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
      return [table.toLowerCase(), new Set(columns.map((column) => column.toLowerCase()))];
    }),
  );
}

/** Noted when it runs, for a statement may be kept and run later, by another call. */
function watch(statement: Database.Statement, { reads, writes }: NamedSources): void {
  const { readonly } = statement;
  for (const name of ['run', 'get', 'all', 'iterate'] as const) {
    const work: (...parameters: unknown[]) => unknown = statement[name].bind(statement);
    const value = (...parameters: unknown[]): unknown => {
      noteReads(reads);
      const result = work(...parameters);
      if (!readonly && !changedNothing(result)) noteWrites(writes);
      return result;
    };
    Object.defineProperty(statement, name, { value });
  }
}

const changedNothing = (result: unknown): boolean =>
  typeof result === 'object' && result !== null && 'changes' in result && result.changes === 0;
