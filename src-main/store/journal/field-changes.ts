import { sql } from 'kysely';
import type { FactTable } from '../tables';
import { tables } from './connection';
import type { ReadHandle } from './handle';

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
  const rows = await tables(read)
    .selectFrom('journal_changes')
    .innerJoin('journal', 'journal.seq', 'journal_changes.seq')
    .select([
      'journal.seq',
      'journal.at',
      'journal.actor',
      'journal.label',
      'journal.kind',
      'journal_changes.before',
      'journal_changes.after',
    ])
    .where(`journal_changes.${by}`, '=', id)
    // A literal, so that a partial index of these rows is used.
    .where('journal_changes.entity', '=', sql.lit(entity))
    .orderBy('journal.seq', 'desc')
    .orderBy('journal_changes.ord', 'desc')
    .execute();
  return rows.flatMap(({ seq, at, actor, kind, ...row }) => {
    const before = parse(row.before);
    const after = parse(row.after);
    const label = kind === 'do' ? row.label : `${kind === 'undo' ? 'Undo' : 'Redo'}: ${row.label}`;
    return Object.keys(after ?? before ?? {}).flatMap((column) => {
      const was = fieldsIn(column, before?.[column] ?? null);
      const is = fieldsIn(column, after?.[column] ?? null);
      return [...new Set([...Object.keys(was), ...Object.keys(is)])].flatMap((field): FieldChange[] => {
        const values = { before: was[field] ?? null, after: is[field] ?? null };
        // What is new lists what it came with, not its empty fields; of a column of several fields some stay as they were.
        const changed = before === null ? !isEmpty(values.after) : values.before !== values.after;
        return changed ? [{ at, actor, label, seq, field, ...values }] : [];
      });
    });
  });
}

/** An image as the recorder wrote it. */
const parse = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
