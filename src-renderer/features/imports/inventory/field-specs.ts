import type { ImportField } from '#contract/imports/imports';
import {
  CRITICALITIES,
  CRITICALITY_LABELS,
  ORIGIN_LABELS,
  ORIGINS,
  PERSONAL_DATA,
  PERSONAL_DATA_LABELS,
  STAGE_LABELS,
  STAGES,
  TIERS,
  UPDATE_FREQUENCIES,
  UPDATE_FREQUENCY_LABELS,
} from '#domain/vocabulary';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export interface FieldSpec {
  readonly label: string;
  readonly group: 'What it is' | 'Who answers' | 'Life' | 'Risk and money' | 'Elsewhere';
  /** Closed vocabulary: each value of the file is mapped to one of these. */
  readonly choices?: readonly Choice[];
}

const choices = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>): readonly Choice[] =>
  values.map((value) => ({ value, label: labels[value] }));

const YES_NO: readonly Choice[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** The fields of a model as a person knows them; exhaustive by type. */
export const FIELD_SPECS: Readonly<Record<ImportField, FieldSpec>> = {
  name: { label: 'Name', group: 'What it is' },
  purpose: { label: 'Purpose', group: 'What it is' },
  type: { label: 'Type', group: 'What it is' },
  origin: { label: 'Origin', group: 'What it is', choices: choices(ORIGINS, ORIGIN_LABELS) },
  version: { label: 'Version in production', group: 'What it is' },
  tags: { label: 'Tags', group: 'What it is' },
  notes: { label: 'Notes', group: 'What it is' },
  unit: { label: 'Unit', group: 'Who answers' },
  businessOwner: { label: 'Business owner', group: 'Who answers' },
  technicalOwner: { label: 'Technical owner', group: 'Who answers' },
  stage: { label: 'Stage', group: 'Life', choices: choices(STAGES, STAGE_LABELS) },
  monitored: { label: 'Monitored (yes or no)', group: 'Life', choices: YES_NO },
  updateFrequency: {
    label: 'Update frequency',
    group: 'Life',
    choices: choices(UPDATE_FREQUENCIES, UPDATE_FREQUENCY_LABELS),
  },
  proposedAt: { label: 'Proposed on', group: 'Life' },
  dataPreparationAt: { label: 'Data preparation from', group: 'Life' },
  trainingAt: { label: 'Training from', group: 'Life' },
  validationAt: { label: 'Validation from', group: 'Life' },
  deployedAt: { label: 'Deployed on', group: 'Life' },
  monitoredAt: { label: 'Monitored from', group: 'Life' },
  retiredAt: { label: 'Retired on', group: 'Life' },
  nextReview: { label: 'Next review', group: 'Life' },
  tier: {
    label: 'Tier',
    group: 'Risk and money',
    choices: TIERS.map((tier) => ({ value: String(tier), label: `Tier ${tier}` })),
  },
  criticality: { label: 'Criticality', group: 'Risk and money', choices: choices(CRITICALITIES, CRITICALITY_LABELS) },
  personalData: {
    label: 'Personal data',
    group: 'Risk and money',
    choices: choices(PERSONAL_DATA, PERSONAL_DATA_LABELS),
  },
  annualValue: { label: 'Value a year', group: 'Risk and money' },
  annualRunCost: { label: 'Run cost a year', group: 'Risk and money' },
  externalId: { label: 'Id in another system', group: 'Elsewhere' },
  externalUrl: { label: 'Link in another system', group: 'Elsewhere' },
};

// Object.keys forgets the key type that the record above declares.
const ALL_FIELDS = Object.keys(FIELD_SPECS) as readonly ImportField[];

/** Stored fields that an import fills under another name. */
const STORED_LABELS: ReadonlyMap<string, string> = new Map([
  ['annualValueMinor', FIELD_SPECS.annualValue.label],
  ['annualRunCostMinor', FIELD_SPECS.annualRunCost.label],
  ['externalReferences', 'In other systems'],
]);

/** The name of any field that an answer of the engine speaks of. */
export function fieldLabel(field: string): string {
  return isImportField(field) ? FIELD_SPECS[field].label : (STORED_LABELS.get(field) ?? field);
}

export const isImportField = (text: string): text is ImportField => Object.hasOwn(FIELD_SPECS, text);

/** Options of the select "becomes", in groups. */
export function fieldOptions(): { group: string; items: Choice[] }[] {
  const groups = [...new Set(ALL_FIELDS.map((field) => FIELD_SPECS[field].group))];
  return groups.map((group) => ({
    group,
    items: ALL_FIELDS.filter((field) => FIELD_SPECS[field].group === group).map((field) => ({
      value: field,
      label: FIELD_SPECS[field].label,
    })),
  }));
}
