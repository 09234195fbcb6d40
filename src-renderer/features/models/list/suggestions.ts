import type { ColumnStore } from '../../../components/table/column-store';
import type { FieldEditor } from './cell-fields';

const MOST = 500;
const NONE: readonly string[] = [];

/** Values that other models have in this field, to be offered while typing. */
export function suggestionsFor(store: ColumnStore, editor: FieldEditor): readonly string[] {
  if (editor.kind !== 'text' || editor.suggest === null) return NONE;
  const column = store.columns.get(editor.suggest);
  return column?.kind === 'coded' ? column.values.slice(1, MOST + 1) : NONE;
}
