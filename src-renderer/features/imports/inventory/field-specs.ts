import type { ImportField } from '#contract/imports/import-field';
import { type Choice, choicesOf, type Vocabulary } from '#domain/base/choices';
import { FIELD_GROUP_TITLES, type FieldGroup, type ModelField } from '#domain/models/field-description';
import { IMPORT_TARGETS, type ImportTarget, targetLabel } from '#domain/models/import-targets';
import { IMPORTED_NAMES, MODEL_FIELDS } from '#domain/models/model-fields';

export interface FieldSpec {
  readonly label: string;
  readonly group: FieldGroup;
  /** Closed vocabulary: each value of the file is mapped to one of these. */
  readonly choices?: readonly Choice[];
}

const YES_NO: Vocabulary = { values: ['yes', 'no'], labels: { yes: 'Yes', no: 'No' } };

/** What else than the vocabulary of a field of that name a target is chosen from. */
const VOCABULARIES: Partial<Readonly<Record<ImportTarget, Vocabulary>>> = {
  stage: MODEL_FIELDS.stage.vocabulary,
  monitored: YES_NO,
};

const specOf = (label: string, group: FieldGroup, vocabulary: Vocabulary | undefined): FieldSpec => ({
  label,
  group,
  ...(vocabulary === undefined ? {} : { choices: choicesOf(vocabulary) }),
});

function specs(): ReadonlyMap<ImportField, FieldSpec> {
  const found = new Map<ImportField, FieldSpec>();
  for (const name of IMPORTED_NAMES) {
    const field: ModelField = MODEL_FIELDS[name];
    const vocabulary = field.kind === 'choice' ? field.vocabulary : undefined;
    found.set(MODEL_FIELDS[name].importedAs, specOf(field.label, field.group, vocabulary));
  }
  // Object.keys forgets the key type that the record declares.
  for (const target of Object.keys(IMPORT_TARGETS) as ImportTarget[]) {
    const { label, group } = IMPORT_TARGETS[target];
    found.set(target, specOf(label, group, VOCABULARIES[target]));
  }
  return found;
}

const SPECS = specs();
const TARGETS: ReadonlySet<string> = new Set(SPECS.keys());

/** What a column may become, as a person knows it. */
export const targetSpec = (target: ImportField): FieldSpec =>
  SPECS.get(target) ?? { label: targetLabel(target), group: 'elsewhere' };

export const isImportField = (text: string): text is ImportField => TARGETS.has(text);

/** Options of the select "becomes", in groups. */
export function fieldOptions(): { group: string; items: Choice[] }[] {
  // Object.keys forgets the key type that the record declares.
  return (Object.keys(FIELD_GROUP_TITLES) as FieldGroup[]).map((group) => ({
    group: FIELD_GROUP_TITLES[group],
    items: [...SPECS].flatMap(([value, spec]) => (spec.group === group ? [{ value, label: spec.label }] : [])),
  }));
}
