import { type Choice, choicesOf } from '../base/choices';
import type { ModelField } from '../models/field-description';
import { fieldLabel, MODEL_FIELDS, STATED_NAMES } from '../models/model-fields';
import { DERIVED_NAMES } from './pack-places';
import type { Condition, Operator, RulePack } from './rule-pack';
import { BODIES, BODY_LABELS, MODEL_FACT_NAMES, MODEL_FACTS } from './vocabulary';

/** One comparison as a form has it. */
export interface ConditionRow {
  readonly of: string;
  readonly is: Operator;
  readonly values: readonly string[];
}

/** A condition that is a list of comparisons: what nearly all lines ask. */
export interface FlatCondition {
  readonly join: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}

/** What a comparison can read, and among which values where they are few. */
export interface ReadPlace {
  readonly value: string;
  readonly label: string;
  readonly choices: readonly Choice[] | null;
}

type Compared = Extract<Condition, { readonly of: string }>;
const MANY: readonly Operator[] = ['in', 'has', 'hasAny'];
export const isBare = (is: Operator): boolean => is === 'set' || is === 'empty';
export const takesMany = (is: Operator): boolean => MANY.includes(is);

/** @returns `null`: it is nested, or compares with what a form has no place for */
export function flatOf(condition: Condition): FlatCondition | null {
  if ('always' in condition) return { join: 'all', rows: [] };
  const [join, parts]: readonly ['all' | 'any', readonly Condition[]] =
    'all' in condition ? ['all', condition.all] : 'any' in condition ? ['any', condition.any] : ['all', [condition]];
  const rows = parts.map(rowOf);
  return rows.every((row) => row !== null) ? { join, rows } : null;
}

function rowOf(condition: Condition): ConditionRow | null {
  if (!('of' in condition)) return null;
  const { of, is, value } = condition;
  if (isBare(is)) return { of, is, values: [] };
  // A form would write a list where there is one value, and take a number that is no tier for a text.
  if (Array.isArray(value) !== takesMany(is)) return null;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const row = { of, is, values: values.map(String) };
  return values.every((one, at) => one === typed(of, row.values[at] ?? '')) ? row : null;
}

const typed = (of: string, text: string): string | number => (of === 'model.tier' ? Number(text) : text);

/** No rows: always. */
export function conditionOf({ join, rows }: FlatCondition): Condition {
  const parts = rows.map(({ of, is, values }): Compared => {
    if (isBare(is)) return { of, is };
    const list = values.map((text) => typed(of, text));
    return { of, is, value: takesMany(is) ? list : list[0] };
  });
  const [first] = parts;
  if (first === undefined) return { always: true };
  return parts.length === 1 ? first : join === 'all' ? { all: parts } : { any: parts };
}

export function readPlaces({ questions = [], classification }: RulePack): readonly ReadPlace[] {
  const fields = ['stage', ...STATED_NAMES].map((name): ReadPlace => {
    const field: ModelField = MODEL_FIELDS[name as keyof typeof MODEL_FIELDS]; // a name of the list itself
    const choices = 'vocabulary' in field && field.vocabulary ? choicesOf(field.vocabulary) : null;
    return { value: `model.${name}`, label: fieldLabel(name), choices };
  });
  const labelled = (options: readonly { readonly value: string; readonly label: string }[]): readonly Choice[] =>
    options.map(({ value, label }) => ({ value, label }));
  return [
    ...fields,
    { value: 'unit.jurisdictions', label: 'Where the unit works', choices: null },
    {
      value: 'unit.bodies',
      label: 'What the unit is',
      choices: BODIES.map((body) => ({ value: body, label: BODY_LABELS[body] })),
    },
    { value: 'unit.frameworks', label: 'What the unit follows of its own will', choices: null },
    ...(classification ? [{ value: 'class', label: 'The class', choices: labelled(classification.classes) }] : []),
    ...questions.map(({ id, label, type, options }) => ({
      value: `question.${id}`,
      label,
      choices: type === 'yes_no_unknown' ? YES_NO : options ? labelled(options) : null,
    })),
    ...MODEL_FACT_NAMES.map((name) => ({ value: `fact.${name}`, label: MODEL_FACTS[name].label, choices: null })),
    ...DERIVED_NAMES.map((name) => ({ value: `derived.${name}`, label: DERIVED_LABELS[name], choices: null })),
  ];
}

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

const DERIVED_LABELS: Readonly<Record<(typeof DERIVED_NAMES)[number], string>> = {
  firstProduction: 'First day in production',
  significantChange: 'Last significant change',
  version: 'Version',
  versionSince: 'Version since',
  approver: 'Last approver',
  health: 'Last drift result',
  lastSignOfLife: 'Last sign of life',
  reviewDue: 'Next review',
  findingsLooked: 'Findings were looked for',
  validationUntil: 'Validation valid until',
};
