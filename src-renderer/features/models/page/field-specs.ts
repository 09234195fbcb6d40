import {
  CRITICALITIES,
  CRITICALITY_LABELS,
  ORIGIN_LABELS,
  ORIGINS,
  PERSONAL_DATA,
  PERSONAL_DATA_LABELS,
  TIERS,
  UPDATE_FREQUENCIES,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';
import type { ModelPatch } from './model-types';

export type FieldName = keyof ModelPatch;

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** How a field is typed. The text of every kind but `references` fits one editor: a line, a choice or a text area. */
export type FieldKind =
  | { readonly kind: 'line'; readonly suggest?: 'units' | 'owners' | 'types' }
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly emptyAllowed: boolean }
  | { readonly kind: 'money' }
  | { readonly kind: 'date' }
  | { readonly kind: 'tags' }
  | { readonly kind: 'references' };

export interface FieldSpec {
  readonly name: FieldName;
  readonly label: string;
  /** Said instead of a value that nobody has given. */
  readonly empty: string;
  readonly editor: FieldKind;
  /** What the field is for, where the label does not say it. */
  readonly hint: string;
}

const options = <V extends string | number>(values: readonly V[], label: (value: V) => string): readonly Option[] =>
  values.map((value) => ({ value: String(value), label: label(value) }));

const choice = (list: readonly Option[], emptyAllowed = true): FieldKind => ({
  kind: 'choice',
  options: list,
  emptyAllowed,
});

const spec = (name: FieldName, label: string, editor: FieldKind, empty = 'Not given', hint = ''): FieldSpec => ({
  name,
  label,
  editor,
  empty,
  hint,
});

export interface FieldGroup {
  readonly title: string;
  /** In two columns: long texts take both, the longest list stands to the right of two shorter ones. */
  readonly place: 'both' | 'left' | 'right';
  readonly fields: readonly FieldSpec[];
}

export const NAME_FIELD: FieldSpec = spec('name', 'Name', { kind: 'line' });

/** Every field that a person may type, in the order in which somebody reads about a model. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  {
    title: 'What it is',
    place: 'both',
    fields: [
      spec('purpose', 'Purpose', { kind: 'text' }),
      spec('type', 'Type', { kind: 'line', suggest: 'types' }),
      spec('origin', 'Origin', choice(options(ORIGINS, (value) => ORIGIN_LABELS[value]))),
      spec('tags', 'Tags', { kind: 'tags' }, 'None'),
    ],
  },
  {
    title: 'Who answers for it',
    place: 'left',
    fields: [
      spec('unit', 'Business unit', { kind: 'line', suggest: 'units' }),
      spec('businessOwner', 'Business owner', { kind: 'line', suggest: 'owners' }),
      spec('technicalOwner', 'Technical owner', { kind: 'line', suggest: 'owners' }),
    ],
  },
  {
    title: 'What is at stake',
    place: 'right',
    fields: [
      spec(
        'tier',
        'Tier',
        choice(options(TIERS, (value) => `Tier ${value}`)),
        'Not given',
        'Materiality × complexity; tier 1 is the most material',
      ),
      spec(
        'criticality',
        'Criticality',
        choice(options(CRITICALITIES, (value) => CRITICALITY_LABELS[value])),
        'Not given',
        'What a failure in production would disturb',
      ),
      spec(
        'personalData',
        'Personal data',
        choice(
          options(PERSONAL_DATA, (value) => PERSONAL_DATA_LABELS[value]),
          false,
        ),
      ),
      spec(
        'updateFrequency',
        'Update frequency',
        choice(options(UPDATE_FREQUENCIES, (value) => UPDATE_FREQUENCY_LABELS[value])),
        'Not given',
        'How often a new version goes live; it counts in the release load',
      ),
      spec(
        'nextReview',
        'Next review',
        { kind: 'date' },
        'By the tier',
        'A typed date comes before the interval of the tier',
      ),
    ],
  },
  {
    title: 'Money a year',
    place: 'left',
    fields: [
      spec('annualValueMinor', 'Annual value', { kind: 'money' }),
      spec('annualRunCostMinor', 'Annual run cost', { kind: 'money' }),
    ],
  },
  {
    title: 'Elsewhere',
    place: 'both',
    fields: [
      spec('externalReferences', 'External references', { kind: 'references' }, 'None'),
      spec('notes', 'Notes', { kind: 'text' }, 'None'),
    ],
  },
];

export const ALL_FIELDS: readonly FieldSpec[] = [NAME_FIELD, ...FIELD_GROUPS.flatMap((group) => group.fields)];

/** The label of a journal or provenance field; a name that is no field is shown as it stands. */
export const fieldLabel = (name: string): string => ALL_FIELDS.find((field) => field.name === name)?.label ?? name;
