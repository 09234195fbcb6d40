/** The tables of a file with their columns, all in lower case. */
export type Schema = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * What the answer of a statement rests on and what it changes, as sources: `models` is which rows there are,
 * `models.tier` what they hold in one column, `models.*` what they hold in any.
 */
export interface NamedSources {
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

/**
 * The sources that a statement names. Nothing can be read without being named, except by `*`, which stands for all columns
 * of all its tables: so this may name too much (a column of the same name in another table of the statement), never too
 * little. That holds because a file with views or triggers of others is refused (open/open.ts).
 */
export function namedSources(sql: string, schema: Schema): NamedSources {
  const text = withoutLiterals(sql).toLowerCase();
  const words = new Set(text.match(/[a-z_]\w*/g));
  const tables = [...words].flatMap((word): [string, ReadonlySet<string>][] => {
    const columns = schema.get(word);
    return columns === undefined ? [] : [[word, columns]];
  });
  const all = text.replace(/count\s*\(\s*\*\s*\)/g, '').includes('*');
  const reads = tables.flatMap(([table, columns]) => [
    table,
    ...(all ? [`${table}.*`] : among(words, columns).map((column) => `${table}.${column}`)),
  ]);
  return { reads, writes: writtenBy(text, tables) };
}

const withoutLiterals = (sql: string): string => sql.replace(/'(?:[^']|'')*'/g, "''");

const among = (words: ReadonlySet<string>, columns: ReadonlySet<string>): readonly string[] =>
  [...columns].filter((column) => words.has(column));

const UPDATE = /\bupdate\s+(?:or\s+\w+\s+)?"?(\w+)"?\s+set\b(.*?)(?:\bwhere\b|$)/s;

/** A statement that changes rows in place changes the columns that it sets; every other one brings or takes rows. */
function writtenBy(text: string, tables: readonly (readonly [string, ReadonlySet<string>])[]): readonly string[] {
  const [, target, assigned] = UPDATE.exec(text) ?? [];
  const updated = tables.find(([table]) => table === target);
  if (!updated || assigned === undefined) return tables.map(([table]) => table);
  const [table, columns] = updated;
  return among(new Set(assigned.match(/\w+/g)), columns).map((column) => `${table}.${column}`);
}
