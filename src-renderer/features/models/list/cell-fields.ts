import type { Input } from '#contract/index';
import type { GridColumn } from '#contract/models/grid';
import { dayNumber, instantMs, isoDay } from '#domain/base/calendar';
import { writeAmount } from '#domain/base/typed-amount';
import { readTags, splitTags } from '#domain/models/tags';
import {
  CRITICALITIES,
  CRITICALITY_LABELS,
  ORIGIN_LABELS,
  ORIGINS,
  PERSONAL_DATA,
  PERSONAL_DATA_LABELS,
  UPDATE_FREQUENCIES,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import { type ColumnStore, numberAt, textAt } from '../../../components/table/column-store';
import { type Notation, notationOf, typedAmount, typedDay } from '../../../lib/typed';

type ModelPatch = Input<'models.update'>['patch'];

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** How a field is typed. `suggest`: the column whose values are offered. */
export type FieldEditor =
  | { readonly kind: 'text'; readonly label: string; readonly suggest: GridColumn | null }
  | { readonly kind: 'choice'; readonly label: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'money'; readonly label: string }
  | { readonly kind: 'date'; readonly label: string }
  | { readonly kind: 'tags'; readonly label: string };

const NOTHING: Choice = { value: '', label: 'Not given' };
const choices = <V extends string>(values: readonly V[], labels: Readonly<Record<V, string>>): Choice[] =>
  values.map((value) => ({ value, label: labels[value] }));

/** The columns that can be edited in place; the others are derived or moved. */
export const CELL_EDITORS = {
  name: { kind: 'text', label: 'Name', suggest: null },
  unit: { kind: 'text', label: 'Unit', suggest: 'unit' },
  businessOwner: { kind: 'text', label: 'Business owner', suggest: 'businessOwner' },
  technicalOwner: { kind: 'text', label: 'Technical owner', suggest: 'technicalOwner' },
  type: { kind: 'text', label: 'Type', suggest: 'type' },
  tier: {
    kind: 'choice',
    label: 'Tier',
    choices: [NOTHING, ...['1', '2', '3'].map((value) => ({ value, label: `Tier ${value}` }))],
  },
  updateFrequency: {
    kind: 'choice',
    label: 'Update frequency',
    choices: [NOTHING, ...choices(UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS)],
  },
  criticality: {
    kind: 'choice',
    label: 'Criticality',
    choices: [NOTHING, ...choices(CRITICALITIES, CRITICALITY_LABELS)],
  },
  origin: { kind: 'choice', label: 'Origin', choices: [NOTHING, ...choices(ORIGINS, ORIGIN_LABELS)] },
  personalData: { kind: 'choice', label: 'Personal data', choices: choices(PERSONAL_DATA, PERSONAL_DATA_LABELS) },
  annualValueMinor: { kind: 'money', label: 'Annual value' },
  annualRunCostMinor: { kind: 'money', label: 'Annual run cost' },
  reviewDue: { kind: 'date', label: 'Next review' },
  tags: { kind: 'tags', label: 'Tags' },
} as const satisfies Partial<Record<GridColumn, FieldEditor>>;
export type EditableColumn = keyof typeof CELL_EDITORS;

export const isEditable = (id: string): id is EditableColumn => Object.hasOwn(CELL_EDITORS, id);

/** What was typed, for the engine (`patch`) and for the shown copy (`cells`); or why it cannot be taken. */
export type CellInput =
  | {
      readonly ok: true;
      readonly patch: ModelPatch;
      readonly cells: Readonly<Partial<Record<GridColumn, string | number | null>>>;
    }
  | { readonly ok: false; readonly message: string };

const refuse = (message: string): CellInput => ({ ok: false, message });

function textInput(column: 'name' | 'unit' | 'businessOwner' | 'technicalOwner' | 'type', typed: string): CellInput {
  const text = typed.trim();
  if (column === 'name' && text === '') return refuse('A model needs a name.');
  if (text.length > 500) return refuse(`This is ${text.length} characters long; 500 are the most.`);
  return { ok: true, patch: { [column]: text }, cells: { [column]: text } };
}

type Amount = 'annualValueMinor' | 'annualRunCostMinor';

function moneyInput(column: Amount, typed: string, currency: string, notation: Notation): CellInput {
  if (typed.trim() === '') return { ok: true, patch: { [column]: null }, cells: { [column]: null } };
  const read = typedAmount(typed, currency, notation);
  return read.ok ? { ok: true, patch: { [column]: read.value }, cells: { [column]: read.value } } : read;
}

/** The typed date; emptied, the tier's interval decides again, which only the engine knows. */
function dateInput(typed: string, notation: Notation): CellInput {
  if (typed.trim() === '') return { ok: true, patch: { nextReview: null }, cells: {} };
  const day = typedDay(typed, notation);
  if (!day.ok) return day;
  return { ok: true, patch: { nextReview: day.value }, cells: { reviewDue: dayNumber(instantMs(day.value)) } };
}

function tagsInput(typed: string): CellInput {
  const tags = readTags(splitTags(typed, 'always'));
  return tags.ok ? { ok: true, patch: { tags: [...tags.value] }, cells: { tags: tags.value.join(', ') } } : tags;
}

/** Reads one of the choices; '' becomes the `null` of the contract. */
function choiceInput(
  column: 'tier' | 'updateFrequency' | 'criticality' | 'origin' | 'personalData',
  value: string,
): CellInput {
  const editor = CELL_EDITORS[column];
  if (!editor.choices.some((choice) => choice.value === value)) return refuse('Choose one of the values in the list.');
  const cell = value === '' ? null : column === 'tier' ? Number(value) : value;
  // The value was found among the choices, which are the vocabulary of this field.
  return { ok: true, patch: { [column]: cell } as ModelPatch, cells: { [column]: cell } };
}

/** Reads what was typed into a cell. */
export function readCell(
  column: EditableColumn,
  typed: string,
  currency: string,
  notation: Notation = notationOf(),
): CellInput {
  switch (column) {
    case 'name':
    case 'unit':
    case 'businessOwner':
    case 'technicalOwner':
    case 'type':
      return textInput(column, typed);
    case 'annualValueMinor':
    case 'annualRunCostMinor':
      return moneyInput(column, typed, currency, notation);
    case 'reviewDue':
      return dateInput(typed, notation);
    case 'tags':
      return tagsInput(typed);
    default:
      return choiceInput(column, typed);
  }
}

/** The text that an editor starts with. */
export function editText(
  store: ColumnStore,
  column: EditableColumn,
  row: number,
  currency: string,
  { mark } = notationOf(),
): string {
  const { kind } = CELL_EDITORS[column];
  if (kind === 'text' || kind === 'tags') return textAt(store, column, row);
  const number = numberAt(store, column, row);
  if (kind === 'choice') return column === 'tier' ? String(number ?? '') : textAt(store, column, row);
  if (number === null) return '';
  return kind === 'date' ? isoDay(number) : writeAmount(number, currency, mark);
}
