import { basename } from 'node:path';
import { DomainError } from '../../failure/domain-error';
import { changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import type { JournalRow } from '../journal/tables';
import type { FactTable } from '../tables';

export interface FileSide {
  readonly lastChange: { readonly at: string; readonly actor: string; readonly label: string } | null;
  readonly entries: number;
  readonly actors: readonly string[];
  readonly models: number;
  readonly incidents: number;
}

export interface FieldOfBoth {
  readonly table: FactTable;
  readonly id: string;
  readonly name: string | null;
  readonly column: string;
  readonly here: unknown;
  readonly there: unknown;
}

export interface ReplacedComparison {
  /** Number of the last entry that both have. */
  readonly same: number;
  readonly sameUntil: string | null;
  readonly here: FileSide;
  readonly there: FileSide;
  readonly fields: readonly FieldOfBoth[];
}

/** As many are told; the rest is found by opening both. */
const MOST_FIELDS = 50;
/** Of an import only what lies within this is compared cell by cell. */
const MOST_CELLS = 200_000;

/**
 * What two files that were once one have gone through since they parted: their journals agree up to an entry, by its hash, and
 * go on each by its own.
 *
 * @throws DomainError `conflict` where they were never one
 */
export async function compareReplaced(here: ReadHandle, there: ReadHandle, path: string): Promise<ReplacedComparison> {
  const common = await lastCommon(here, there);
  if (common === null)
    throw new DomainError(
      'conflict',
      `The file that lies under ${basename(path)} now is another portfolio: it has no entry of the journal in common with the one that is open. Keep your copy, or open it.`,
    );
  const [mine, theirs] = [await cellsSince(here, common.seq), await cellsSince(there, common.seq)];
  const both = [...mine].filter(([key, cell]) => theirs.has(key) && theirs.get(key)?.value !== cell.value);
  const fields = await Promise.all(
    both.slice(0, MOST_FIELDS).map(async ([key, { table, id, modelId, column, value }]) => ({
      table,
      id,
      column,
      name: await nameOf(here, modelId),
      here: JSON.parse(value) as unknown,
      there: JSON.parse(theirs.get(key)?.value ?? 'null') as unknown,
    })),
  );
  return {
    same: common.seq,
    sameUntil: common.at,
    here: await sideOf(here, common.seq),
    there: await sideOf(there, common.seq),
    fields,
  };
}

/** Each entry's hash holds all before it: where one agrees, all before it do. */
async function lastCommon(here: ReadHandle, there: ReadHandle): Promise<JournalRow | null> {
  const hashAt = async (read: ReadHandle, seq: number): Promise<JournalRow | undefined> =>
    tables(read).selectFrom('journal').selectAll().where('seq', '=', seq).executeTakeFirst();
  let low = 0;
  let high = Math.min((await lastEntry(here))?.seq ?? 0, (await lastEntry(there))?.seq ?? 0);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [mine, theirs] = [await hashAt(here, middle), await hashAt(there, middle)];
    if (mine && theirs && mine.hash === theirs.hash) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? null : ((await hashAt(here, low)) ?? null);
}

interface Cell {
  readonly table: FactTable;
  readonly id: string;
  readonly modelId: string | null;
  readonly column: string;
  /** JSON. */
  readonly value: string;
}

/** The last value of every cell of rows that were there when the two parted, and were changed since. */
async function cellsSince(read: ReadHandle, seq: number): Promise<ReadonlyMap<string, Cell>> {
  const cells = new Map<string, Cell>();
  const last = (await lastEntry(read))?.seq ?? 0;
  for (let entry = seq + 1; entry <= last; entry += 1)
    for await (const { changes } of changesOf(read, entry))
      for (const { entity: table, entity_id: id, model_id: modelId, before, after } of changes) {
        if (before === null || cells.size > MOST_CELLS) continue;
        const values = JSON.parse(after ?? '{"":null}') as Readonly<Record<string, unknown>>; // of our own journal
        for (const [column, value] of Object.entries(values))
          if (!WORKED_OUT.has(column))
            cells.set(`${table} ${id} ${column}`, { table, id, modelId, column, value: JSON.stringify(value) });
      }
  return cells;
}

/** Columns that follow from others, and from when something was done. */
const WORKED_OUT: ReadonlySet<string> = new Set(['updated_at', 'search_text', 'last_move_at']);

async function nameOf(read: ReadHandle, modelId: string | null): Promise<string | null> {
  if (modelId === null) return null;
  const row = await tables(read).selectFrom('models').select('name').where('id', '=', modelId).executeTakeFirst();
  return row?.name ?? null;
}

async function sideOf(read: ReadHandle, since: number): Promise<FileSide> {
  const last = await lastEntry(read);
  const entries = await tables(read).selectFrom('journal').select(['actor']).where('seq', '>', since).execute();
  return {
    lastChange: last && { at: last.at, actor: last.actor, label: last.label },
    entries: entries.length,
    actors: [...new Set(entries.map(({ actor }) => actor))],
    models: await countOf(read, 'models'),
    incidents: await countOf(read, 'incidents'),
  };
}

async function countOf(read: ReadHandle, table: 'models' | 'incidents'): Promise<number> {
  const row = await tables(read)
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirst();
  return row?.n ?? 0;
}
