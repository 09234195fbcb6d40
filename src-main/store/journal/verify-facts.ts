import { wholeFacts } from '../imports/shared-values';
import { EMPTY_COLUMNS, type FactChange, type FactTable } from '../tables';
import { changesOf } from './changes';
import { sqlite } from './connection';
import type { FactSums } from './fact-sums';
import type { ReadHandle } from './handle';
import { yieldToOthers } from './yield-to-others';

type Row = Readonly<Record<string, unknown>>;
type Fact = Row & { readonly id: string };

/** A cell that is not what the journal says. */
export interface FactDifference {
  readonly table: FactTable;
  readonly id: string;
  /** The name of the model, where the row is one. */
  readonly name: string | null;
  /** `null`: the whole row is there and no entry wrote it, or it is gone and no entry took it out. */
  readonly column: string | null;
  /** What it is held against: what entries say, or the rows that it follows from. */
  readonly from: 'journal' | 'moves' | 'approvals';
  /** What is said there. */
  readonly journal: unknown;
  readonly found: unknown;
  /** The entry that wrote the cell last; `null`: none. */
  readonly seq: number | null;
}

export interface FactVerification {
  readonly rows: number;
  /** The first ones, in the order of tables and ids. */
  readonly differences: readonly FactDifference[];
}

const TABLES = Object.keys(EMPTY_COLUMNS) as FactTable[]; // the keys of the list of all fact tables
const PAGE = 2000;
const MOST_TOLD = 20;
/** Of a table that somebody rewrote as a whole only some rows are told. */
const MOST_PARTS = 32;

/**
 * Compares what lies in the tables with what the journal's changes, which `sums` has been given, say that lies there.
 *
 * @param read a snapshot in which nobody writes
 * @param head the last entry
 */
export async function verifyFacts(read: ReadHandle, sums: FactSums, head: number): Promise<FactVerification> {
  let rows = 0;
  for (const table of TABLES) {
    for await (const page of pagesOf(read, table)) {
      for (const row of page) sums.row(table, row);
      rows += page.length;
    }
  }
  const parts = new Map(
    TABLES.flatMap((table) => {
      const differ = [...sums.partsThatDiffer(table)].slice(0, MOST_PARTS);
      return differ.length > 0 ? [[table, new Set(differ)] as const] : [];
    }),
  );
  return { rows, differences: parts.size === 0 ? [] : await differencesIn(read, sums, parts, head) };
}

/** The rows that are not what the journal says; only those parts are looked at of which that is known. */
async function differencesIn(
  read: ReadHandle,
  sums: FactSums,
  parts: ReadonlyMap<FactTable, ReadonlySet<number>>,
  head: number,
): Promise<readonly FactDifference[]> {
  const said = new Map<string, Sentence>();
  for (let seq = 1; seq <= head; seq += 1) {
    for await (const { changes } of changesOf(read, seq))
      for (const change of changes)
        if (parts.get(change.entity)?.has(sums.partOf(change.entity_id)) === true) replay(said, change);
  }
  const differences: FactDifference[] = [];
  for (const [table, differ] of parts) {
    for await (const page of pagesOf(read, table))
      for (const row of page) {
        if (!differ.has(sums.partOf(row.id))) continue;
        const key = `${table} ${row.id}`;
        differences.push(...differencesOf(table, row, said.get(key), sums));
        said.delete(key);
      }
  }
  for (const [key, { row, seq, table }] of said) {
    if (!row) continue;
    const id = key.slice(table.length + 1);
    differences.push({
      table,
      id,
      name: nameOf(table, row),
      column: null,
      from: 'journal',
      journal: row,
      found: null,
      seq,
    });
  }
  return differences.slice(0, MOST_TOLD);
}

interface Sentence {
  readonly table: FactTable;
  /** `null`: taken out. */
  readonly row: Row | null;
  readonly seq: number;
  readonly cells: ReadonlyMap<string, number>;
}

function replay(said: Map<string, Sentence>, { seq, entity: table, entity_id: id, before, after }: FactChange): void {
  const key = `${table} ${id}`;
  const known = said.get(key);
  if (after === null) return void said.set(key, { table, row: null, seq, cells: new Map() });
  const cells = JSON.parse(after) as Row; // written by this program, as the hash chain has proved
  const from: Row = before === null ? EMPTY_COLUMNS[table] : (known?.row ?? {});
  const written = new Map(before === null ? [] : known?.cells);
  for (const column of Object.keys(cells)) written.set(column, seq);
  said.set(key, {
    table,
    row: { ...from, ...cells, id },
    seq: before === null ? seq : (known?.seq ?? seq),
    cells: written,
  });
}

function differencesOf(table: FactTable, row: Fact, said: Sentence | undefined, sums: FactSums): FactDifference[] {
  const { id } = row;
  const name = nameOf(table, said?.row ?? row);
  const expected = said?.row;
  if (!said || !expected)
    return [{ table, id, name, column: null, from: 'journal', journal: null, found: row, seq: said?.seq ?? null }];
  return Object.keys(row)
    .filter((column) => sums.compares(table, column) && column in expected && whole(expected[column]) !== row[column])
    .map((column) => ({
      table,
      id,
      name,
      column,
      from: 'journal',
      journal: expected[column],
      found: row[column],
      seq: said.cells.get(column) ?? said.seq,
    }));
}

const whole = (value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

const nameOf = (table: FactTable, row: Row): string | null =>
  table === 'models' && typeof row.name === 'string' ? row.name : null;

async function* pagesOf(read: ReadHandle, table: FactTable): AsyncGenerator<readonly Fact[]> {
  const page = sqlite(read).prepare<[string], Fact>(`SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT ${PAGE}`);
  for (let last = ''; ; ) {
    const rows = page.all(last);
    const end = rows.at(-1);
    if (!end) return;
    yield wholeFacts(read, table, rows);
    last = end.id;
    await yieldToOthers();
  }
}
