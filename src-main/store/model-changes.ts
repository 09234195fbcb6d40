import type { ReadHandle } from './handle';
import { fieldOfColumn, parseReferences, parseTags } from './model-rows';

export interface FieldChange {
  readonly at: string;
  readonly actor: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly label: string;
  readonly seq: number;
}

/** Every change of a typed field of one model, newest first, read from the journal. */
export async function listFieldChanges(read: ReadHandle, modelId: string): Promise<readonly FieldChange[]> {
  const rows = await read
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
    .where('journal_changes.model_id', '=', modelId)
    .where('journal_changes.entity', '=', 'models')
    .orderBy('journal.seq', 'desc')
    .orderBy('journal_changes.ord', 'desc')
    .execute();
  return rows.flatMap((row) => {
    const before = parse(row.before);
    const after = parse(row.after);
    const label = row.kind === 'do' ? row.label : `${row.kind === 'undo' ? 'Undo' : 'Redo'}: ${row.label}`;
    const columns = Object.keys(after ?? before ?? {});
    return columns.flatMap((column) => {
      const field = fieldOfColumn(column);
      const change = { before: cellOf(column, before), after: cellOf(column, after) };
      // A new model lists what it came with, not its empty fields.
      if (field === null || (before === null && isEmpty(change.after))) return [];
      return [{ at: row.at, actor: row.actor, label, seq: row.seq, field, ...change }];
    });
  });
}

type Image = Readonly<Record<string, unknown>>;

const parse = (text: string | null): Image | null => (text === null ? null : (JSON.parse(text) as Image));

function cellOf(column: string, image: Image | null): unknown {
  const value = image?.[column] ?? null;
  if (typeof value !== 'string') return value;
  if (column === 'tags') return parseTags(value);
  if (column === 'external_references') return parseReferences(value);
  return value;
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || value === 'unknown' || (Array.isArray(value) && value.length === 0);
