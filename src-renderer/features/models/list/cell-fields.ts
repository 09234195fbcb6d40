import type { Input } from '#contract/index';
import type { GridColumn } from '#contract/models/grid';
import { minorDigits, toMinor } from '#domain/base/money';
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

/** Reads 1,234.50 and 1 234.50; a comma followed by one or two last digits counts as the decimal sign. */
function readAmount(typed: string): number {
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, '');
  const decimalComma = /^-?[\d.]*,\d{1,2}$/.test(text);
  return Number(decimalComma ? text.replace(/\./g, '').replace(',', '.') : text.replace(/,/g, ''));
}

function moneyInput(column: 'annualValueMinor' | 'annualRunCostMinor', typed: string, currency: string): CellInput {
  if (typed.trim() === '') return { ok: true, patch: { [column]: null }, cells: { [column]: null } };
  const major = readAmount(typed);
  if (!Number.isFinite(major)) return refuse(`“${typed.trim()}” is not an amount. Write digits, such as 12500.`);
  const minor = toMinor(major, currency);
  if (Math.abs(minor) > 9e15) return refuse('This amount is too large to be kept exactly.');
  return { ok: true, patch: { [column]: minor }, cells: { [column]: minor } };
}

/** The typed date; emptied, the tier's interval decides again, which only the engine knows. */
function dateInput(typed: string): CellInput {
  if (typed === '') return { ok: true, patch: { nextReview: null }, cells: {} };
  const time = Date.parse(`${typed}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed) || Number.isNaN(time)) return refuse('Write the date as 2026-11-23.');
  return { ok: true, patch: { nextReview: typed }, cells: { reviewDue: time / 86_400_000 } };
}

export function readTags(typed: string): string[] {
  return [
    ...new Set(
      typed
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ];
}

function tagsInput(typed: string): CellInput {
  const tags = readTags(typed);
  const long = tags.find((tag) => tag.length > 80);
  if (long !== undefined) return refuse(`The tag “${long.slice(0, 20)}…” is longer than 80 characters.`);
  if (tags.length > 50) return refuse('A model takes 50 tags at most.');
  return { ok: true, patch: { tags }, cells: { tags: tags.join(', ') } };
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
export function readCell(column: EditableColumn, typed: string, currency: string): CellInput {
  switch (column) {
    case 'name':
    case 'unit':
    case 'businessOwner':
    case 'technicalOwner':
    case 'type':
      return textInput(column, typed);
    case 'annualValueMinor':
    case 'annualRunCostMinor':
      return moneyInput(column, typed, currency);
    case 'reviewDue':
      return dateInput(typed);
    case 'tags':
      return tagsInput(typed);
    default:
      return choiceInput(column, typed);
  }
}

export const isoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

/** The text that an editor starts with. */
export function editText(store: ColumnStore, column: EditableColumn, row: number, currency: string): string {
  const { kind } = CELL_EDITORS[column];
  if (kind === 'text' || kind === 'tags') return textAt(store, column, row);
  const number = numberAt(store, column, row);
  if (kind === 'choice') return column === 'tier' ? String(number ?? '') : textAt(store, column, row);
  if (number === null) return '';
  return kind === 'date' ? isoDay(number) : String(number / 10 ** minorDigits(currency));
}
