import type { Input } from '#contract/index';
import { type Choice, choicesOf } from '#domain/base/choices';
import type { Parsed } from '#domain/base/parsed';
import { writeAmount } from '#domain/base/typed-amount';
import { writeNumber } from '#domain/base/typed-number';
import { nextStatuses } from '#domain/incidents/incident-moves';
import {
  DETECTED_BY,
  DETECTED_BY_LABELS,
  HARM_CATEGORIES,
  HARM_CATEGORY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_CAUSES,
  INCIDENT_STATUS_LABELS,
  SEVERITIES,
  SEVERITY_LABELS,
  YES_NO_UNKNOWN,
} from '#domain/incidents/vocabulary';
import type { CellKind } from '../../components/table/cell-editor';
import { notationOf, typedCost, typedNumber } from '../../lib/typed';
import type { IncidentRow } from './incident-types';

type Patch = Input<'incidents.update'>['patch'];
export type BulkPatch = Input<'incidents.updateMany'>['patch'];

export const YES_NO_LABELS = { yes: 'Yes', no: 'No', unknown: 'Not known' } as const;

export const SEVERITY_CHOICES: readonly Choice[] = [
  { value: '', label: 'Not rated' },
  ...choicesOf({ values: SEVERITIES, labels: SEVERITY_LABELS }),
];

/** Fields with a closed vocabulary. */
export const CHOICE_FIELDS = {
  severity: { label: 'Severity', choices: SEVERITY_CHOICES },
  cause: { label: 'Cause', choices: choicesOf({ values: INCIDENT_CAUSES, labels: INCIDENT_CAUSE_LABELS }) },
  causedByChange: {
    label: 'Caused by a change of the model',
    choices: choicesOf({ values: YES_NO_UNKNOWN, labels: YES_NO_LABELS }),
  },
  detectedBy: { label: 'Detected by', choices: choicesOf({ values: DETECTED_BY, labels: DETECTED_BY_LABELS }) },
  harmCategory: { label: 'Harm', choices: choicesOf({ values: HARM_CATEGORIES, labels: HARM_CATEGORY_LABELS }) },
  reportable: {
    label: 'Reportable to an authority',
    choices: choicesOf({ values: YES_NO_UNKNOWN, labels: YES_NO_LABELS }),
  },
} as const satisfies Partial<Record<keyof Patch, { readonly label: string; readonly choices: readonly Choice[] }>>;
export type ChoiceField = keyof typeof CHOICE_FIELDS;

export const isChoiceField = (id: string): id is ChoiceField => Object.hasOwn(CHOICE_FIELDS, id);

/** The patch that one chosen value makes; it comes from the field's own list. */
export const choicePatch = (field: ChoiceField, value: string): BulkPatch =>
  ({ [field]: field === 'severity' ? (value === '' ? null : Number(value)) : value }) as BulkPatch;

const TYPED = {
  title: { kind: 'text', label: 'Title' },
  owner: { kind: 'text', label: 'Owner' },
  version: { kind: 'text', label: 'Version' },
  personHours: { kind: 'money', label: 'Person-hours' },
  costMinor: { kind: 'money', label: 'Cost' },
} as const satisfies Partial<Record<keyof IncidentRow, CellKind & { readonly label: string }>>;
type TypedField = keyof typeof TYPED;

const isTyped = (id: string): id is TypedField => Object.hasOwn(TYPED, id);
export const isEditableColumn = (id: string): boolean => id === 'status' || isTyped(id) || isChoiceField(id);

export interface OpenCell {
  readonly editor: CellKind;
  readonly label: string;
  readonly initial: string;
}

/** How the cell of a column is typed, and the text that it starts with; `null`: it is not typed here. */
export function openCell(row: IncidentRow, id: string, currency: string): OpenCell | null {
  if (id === 'status') {
    const statuses = [row.status, ...nextStatuses(row.status)];
    return {
      editor: { kind: 'choice', choices: choicesOf({ values: statuses, labels: INCIDENT_STATUS_LABELS }) },
      label: 'Status',
      initial: row.status,
    };
  }
  if (isChoiceField(id))
    return {
      editor: { kind: 'choice', ...CHOICE_FIELDS[id] },
      label: CHOICE_FIELDS[id].label,
      initial: `${row[id] ?? ''}`,
    };
  if (!isTyped(id)) return null;
  return { editor: TYPED[id], label: TYPED[id].label, initial: initialText(row, id, currency) };
}

function initialText(row: IncidentRow, id: TypedField, currency: string): string {
  const { mark } = notationOf();
  const value = row[id];
  if (typeof value !== 'number') return value ?? '';
  return id === 'costMinor' ? writeAmount(value, currency, mark) : writeNumber(value, mark);
}

export type CellInput = { readonly ok: true; readonly patch: Patch } | { readonly ok: false; readonly message: string };

const HOURS = { min: 0, max: 1_000_000, whole: false };

/** Reads what was typed into a text or an amount; an emptied amount says that nobody knows it. */
export function readTyped(id: string, typed: string, currency: string, notation = notationOf()): CellInput {
  const text = typed.trim();
  switch (id) {
    case 'title':
      if (text === '') return { ok: false, message: 'An incident needs a title.' };
      return text.length > 500 ? tooLong(text) : { ok: true, patch: { title: text } };
    case 'owner':
    case 'version':
      return text.length > 500 ? tooLong(text) : { ok: true, patch: { [id]: text } };
    case 'personHours':
      return figureInput(id, text, (typed) => typedNumber(typed, HOURS, notation));
    case 'costMinor':
      return figureInput(id, text, (typed) => typedCost(typed, currency, notation));
    default:
      return isChoiceField(id)
        ? { ok: true, patch: choicePatch(id, typed) }
        : { ok: false, message: 'This is not typed here.' };
  }
}

function figureInput(id: 'personHours' | 'costMinor', text: string, read: (text: string) => Parsed<number>): CellInput {
  if (text === '') return { ok: true, patch: { [id]: null } };
  const figure = read(text);
  return figure.ok ? { ok: true, patch: { [id]: figure.value } } : figure;
}

const tooLong = (text: string): CellInput => ({
  ok: false,
  message: `This is ${text.length} characters long; 500 are the most.`,
});
