import type { Input } from '#contract/index';
import { readTags, splitTags } from '#domain/models/tags';
import { notationOf } from '../../../lib/typed';
import { cellEditor, EDITABLE_COLUMNS, type EditableColumn, readCell } from './cell-fields';

type BulkPatch = Input<'models.updateMany'>['patch'];

/** What can be set for many models at once; a name belongs to one. */
export interface BulkField {
  readonly id: Exclude<EditableColumn, 'name' | 'tags'> | 'addTags' | 'removeTags';
  readonly label: string;
}

const isOfOne = (id: EditableColumn): id is 'name' | 'tags' => id === 'name' || id === 'tags';

export const BULK_FIELDS: readonly BulkField[] = [
  ...EDITABLE_COLUMNS.flatMap((id) => (isOfOne(id) ? [] : [{ id, label: cellEditor(id).label }])),
  { id: 'addTags', label: 'Add tags' },
  { id: 'removeTags', label: 'Remove tags' },
];

/** What setting a field does, as a title or a command: `what` is how the models are called. */
export function bulkTitle({ id, label }: BulkField, what: string): string {
  if (id === 'addTags') return `${label} to ${what}`;
  return id === 'removeTags' ? `${label} from ${what}` : `Set the ${label.toLowerCase()} of ${what}`;
}

export type BulkInput =
  | { readonly ok: true; readonly patch: BulkPatch }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed for many models, by the rules of the cell. */
export function readBulk(id: BulkField['id'], typed: string, currency: string, notation = notationOf()): BulkInput {
  if (id === 'addTags' || id === 'removeTags') {
    const tags = readTags(splitTags(typed, 'always'));
    if (!tags.ok) return tags;
    if (tags.value.length === 0) return { ok: false, message: 'Write at least one tag; separate several by commas.' };
    return { ok: true, patch: { [id]: [...tags.value] } };
  }
  const read = readCell(id, typed, currency, notation);
  if (!read.ok) return read;
  const { name: _own, ...patch } = read.patch;
  return { ok: true, patch };
}
