import type { Input } from '#contract/index';
import type { GridColumn } from '#contract/models/grid';
import { dayNumber, instantMs, isoDay } from '#domain/base/calendar';
import type { Choice } from '#domain/base/choices';
import { type FieldWith, GRID_NAMES, type GridName, MODEL_FIELDS, type StatedName } from '#domain/models/model-fields';
import { type ColumnStore, numberAt, textAt } from '../../../components/table/column-store';
import { editFieldText, type FieldSpec, fieldChoices, fieldSpec, readFieldText } from '../../../lib/model-field';
import { notationOf } from '../../../lib/typed';

type ModelPatch = Input<'models.update'>['patch'];

/** How a field is typed. `suggest`: the column whose values are offered. */
export type FieldEditor =
  | { readonly kind: 'text'; readonly label: string; readonly suggest: GridColumn | null }
  | { readonly kind: 'choice'; readonly label: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'money' | 'date' | 'tags'; readonly label: string };

/** The columns that can be edited in place; the others are derived or moved. */
export type EditableColumn = (GridName & StatedName) | FieldWith<{ readonly typedAs: StatedName }>;

/** The field that is typed into a column; `null`: none is. */
function typedIn(column: GridName): StatedName | null {
  const field = MODEL_FIELDS[column];
  if ('typedAs' in field) return field.typedAs;
  // The mark is what the type of the stated names is made of.
  return field.from === 'stated' ? (column as GridName & StatedName) : null;
}

const EDITABLE: ReadonlyMap<string, StatedName> = new Map(
  GRID_NAMES.flatMap((column) => {
    const field = typedIn(column);
    return field === null ? [] : [[column, field] as const];
  }),
);
export const EDITABLE_COLUMNS = GRID_NAMES.filter((column) => isEditable(column));

export function isEditable(id: string): id is EditableColumn {
  return EDITABLE.has(id);
}

/** What is typed into the column; every editable one has a field. */
const fieldIn = (column: EditableColumn): StatedName => EDITABLE.get(column) ?? 'name';

export function cellEditor(column: EditableColumn): FieldEditor {
  const field: FieldSpec = fieldSpec(fieldIn(column));
  const { label } = field;
  switch (field.kind) {
    case 'line':
      return { kind: 'text', label, suggest: field.suggest === undefined ? null : column };
    case 'text':
    case 'references':
      return { kind: 'text', label, suggest: null };
    case 'choice':
      return { kind: 'choice', label, choices: fieldChoices(field) };
    case 'money':
    case 'date':
    case 'tags':
      return { kind: field.kind, label };
  }
}

/** What was typed, for the engine (`patch`) and for the shown copy (`cells`); or why it cannot be taken. */
export type CellInput =
  | {
      readonly ok: true;
      readonly patch: ModelPatch;
      readonly cells: Readonly<Partial<Record<GridColumn, string | number | null>>>;
    }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed into a cell. */
export function readCell(column: EditableColumn, typed: string, currency: string, notation = notationOf()): CellInput {
  const field = fieldIn(column);
  const read = readFieldText(field, typed, currency, notation);
  if (!read.ok) return read;
  // The value was read by the rules of this very field, and the engine checks it again.
  const patch = { [field]: read.value } as ModelPatch;
  return { ok: true, patch, cells: shownCells(column, read.value) };
}

function shownCells(column: EditableColumn, value: unknown): (CellInput & { ok: true })['cells'] {
  if (Array.isArray(value)) return { [column]: value.join(', ') };
  if (column !== 'reviewDue') return { [column]: typeof value === 'number' || value === null ? value : String(value) };
  // Emptied, the tier's interval decides again, which only the engine knows.
  return value === null ? {} : { reviewDue: dayNumber(instantMs(String(value))) };
}

/** The text that an editor starts with. */
export function editText(
  store: ColumnStore,
  column: EditableColumn,
  row: number,
  currency: string,
  notation = notationOf(),
): string {
  const { grid } = MODEL_FIELDS[column];
  if (grid === 'text' || grid === 'coded') return textAt(store, column, row);
  const number = numberAt(store, column, row);
  if (number === null) return '';
  return grid === 'day' ? isoDay(number) : editFieldText(fieldIn(column), number, currency, notation);
}
