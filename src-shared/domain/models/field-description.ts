import type { Vocabulary } from '../base/choices';

/** In what connection people look for a field. */
export const FIELD_GROUP_TITLES = {
  identity: 'What it is',
  ownership: 'Who answers for it',
  stakes: 'What is at stake',
  governance: 'Governance',
  money: 'Money a year',
  life: 'Life',
  elsewhere: 'Elsewhere',
} as const;
export type FieldGroup = keyof typeof FIELD_GROUP_TITLES;

interface Described {
  readonly label: string;
  /** In the narrow head of a grid; left out: the label. */
  readonly short?: string;
  /** What a number counts; money counts the portfolio's currency. */
  readonly unit?: string;
  readonly group: FieldGroup;
  /** The column of the table `models`; `null`: worked out when it is asked for. */
  readonly column: string | null;
  /** How it travels to the grid; left out: it does not. */
  readonly grid?: 'text' | 'coded' | 'number' | 'day';
  /** Lists can be sorted by it. */
  readonly sorted?: true;
  /** A column of an exported list, and of the inventory in the workbook. */
  readonly exported?: true;
}

/** How a stated field is typed; lengths in characters. */
export type Typing =
  /** Values that other models have are offered; owners of both sorts are one list. */
  | {
      readonly kind: 'line';
      readonly most: number;
      readonly required?: true;
      readonly suggest?: 'units' | 'owners' | 'types';
    }
  | { readonly kind: 'text'; readonly most: number }
  /** `optional`: nobody may have said; else there is a value for that too. */
  | { readonly kind: 'choice'; readonly vocabulary: Vocabulary; readonly optional: boolean }
  /** `longest`: of one tag. */
  | { readonly kind: 'tags'; readonly most: number; readonly longest: number }
  | { readonly kind: 'references'; readonly most: number }
  | { readonly kind: 'money' | 'date' };

/** What a person says of a model, or a file for them. */
export type StatedField = Described &
  Typing & {
    readonly from: 'stated';
    /** Sentence instead of a value that nobody has given. */
    readonly empty: string;
    /** What the field is for, where the label does not say it. */
    readonly hint?: string;
    /** What an import calls it; left out: no single column becomes it. */
    readonly importedAs?: string;
  };

/** What follows from moves, approvals and dates (`derived`), or from results of drift (`measured`); nobody types it. */
export type DerivedField = Described & {
  readonly from: 'derived' | 'measured';
  readonly kind: 'line' | 'choice' | 'number' | 'date' | 'instant' | 'yes_no';
  readonly vocabulary?: Vocabulary;
  /** The stated field that changes it, where it is typed in its place. */
  readonly typedAs?: string;
};

export type ModelField = StatedField | DerivedField;
