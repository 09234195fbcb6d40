import { sql } from 'kysely';
import { chunks } from '../chunks';
import type { FactChange, FactTable } from '../tables';
import { blockChangesOfModel } from './changes';
import { tables } from './connection';
import type { ReadHandle } from './handle';
import type { JournalRow } from './tables';

const ENTRIES_PER_STATEMENT = 900;

export interface FieldChange {
  readonly at: string;
  readonly actor: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly label: string;
  readonly seq: number;
}

type Image = Readonly<Record<string, unknown>>;

/** The typed fields that lie in a column, with what they hold there; none of derived columns, which follow from others. */
export type FieldsIn = (column: string, cell: unknown) => Image;

/** The rows of a table that the journal notes for one model, or one row. */
export interface Concerned {
  readonly entity: FactTable;
  readonly by: 'model_id' | 'entity_id';
  readonly id: string;
}

/** Every change of a typed field, newest first, read from the journal. */
export async function listFieldChanges(
  read: ReadHandle,
  { entity, by, id }: Concerned,
  fieldsIn: FieldsIn,
): Promise<readonly FieldChange[]> {
  const changes = await tables(read)
    .selectFrom('journal_changes')
    .selectAll()
    .where(by, '=', id)
    // A literal, so that a partial index of these rows is used.
    .where('entity', '=', sql.lit(entity))
    .execute();
  const packed = by === 'model_id' ? await blockChangesOfModel(read, id) : [];
  const all: readonly FactChange[] = [...changes, ...packed.filter((change) => change.entity === entity)];
  const entries = await entriesOf(read, all);
  return all
    .toSorted((a, b) => b.seq - a.seq || b.ord - a.ord)
    .flatMap((change) => {
      const entry = entries.get(change.seq);
      return entry ? fieldsOf(change, entry, fieldsIn) : [];
    });
}

type Entry = Pick<JournalRow, 'seq' | 'at' | 'actor' | 'label' | 'kind'>;

async function entriesOf(read: ReadHandle, changes: readonly FactChange[]): Promise<ReadonlyMap<number, Entry>> {
  const entries = new Map<number, Entry>();
  for (const seqs of chunks([...new Set(changes.map(({ seq }) => seq))], ENTRIES_PER_STATEMENT)) {
    const rows = await tables(read)
      .selectFrom('journal')
      .select(['seq', 'at', 'actor', 'label', 'kind'])
      .where('seq', 'in', [...seqs])
      .execute();
    for (const row of rows) entries.set(row.seq, row);
  }
  return entries;
}

function fieldsOf(change: FactChange, { kind, ...entry }: Entry, fieldsIn: FieldsIn): readonly FieldChange[] {
  const before = parse(change.before);
  const after = parse(change.after);
  const label = kind === 'do' ? entry.label : `${kind === 'undo' ? 'Undo' : 'Redo'}: ${entry.label}`;
  return Object.keys(after ?? before ?? {}).flatMap((column) => {
    const was = fieldsIn(column, before?.[column] ?? null);
    const is = fieldsIn(column, after?.[column] ?? null);
    return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field): FieldChange[] => {
      const values = { before: was[field] ?? null, after: is[field] ?? null };
      // What is new lists what it came with, not its empty fields; of a column of several fields some stay as they were.
      const changed = before === null ? !isEmpty(values.after) : values.before !== values.after;
      return changed ? [{ ...entry, label, field, ...values }] : [];
    });
  });
}

/** An image as the recorder wrote it. */
const parse = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
