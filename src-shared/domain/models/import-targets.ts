import type { FieldGroup } from './field-description';
import { fieldLabel, IMPORTED_NAMES, type ImportedName, MODEL_FIELDS, type StatedName } from './model-fields';

type Fields = typeof MODEL_FIELDS;

/**
 * What a column of an inventory may become besides a field: the stage and the days on which it was entered become moves, the id
 * and the link one external reference. `operationalAt` is the day of the pilot of a model in a pilot, else of its deployment;
 * `stageAt` the day on which a model entered the stage that its row states.
 */
export const IMPORT_TARGETS = {
  version: { label: MODEL_FIELDS.version.label, group: 'life' },
  externalId: { label: 'Id in another system', group: 'elsewhere' },
  externalUrl: { label: 'Link in another system', group: 'elsewhere' },
  stage: { label: MODEL_FIELDS.stage.label, group: 'life' },
  monitored: { label: 'Monitored (yes or no)', group: 'life' },
  proposedAt: { label: 'Proposed on', group: 'life' },
  dataPreparationAt: { label: 'Data preparation from', group: 'life' },
  trainingAt: { label: 'Training from', group: 'life' },
  validationAt: { label: 'Validation from', group: 'life' },
  deployedAt: { label: 'Deployed on', group: 'life' },
  monitoredAt: { label: 'Monitored from', group: 'life' },
  retiredAt: { label: 'Retired on', group: 'life' },
  operationalAt: { label: 'In use from, be it as a pilot', group: 'life' },
  stageAt: { label: MODEL_FIELDS.stageSince.label, group: 'life' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly group: FieldGroup }>>;
export type ImportTarget = keyof typeof IMPORT_TARGETS;

/** What an import calls the fields that it may fill: `annualValue` for `annualValueMinor`. */
export type ImportedAs = Fields[ImportedName]['importedAs'];

export const isImportTarget = (target: string): target is ImportTarget => Object.hasOwn(IMPORT_TARGETS, target);

/** The label of what a column of an inventory becomes, whatever it is called there. */
export function targetLabel(target: string): string {
  if (isImportTarget(target)) return IMPORT_TARGETS[target].label;
  return fieldLabel(importedField(target) ?? target);
}

/** The model's own field of what an import fills; `null` where it is none: a stage, a day. */
export function importedField(target: string): StatedName | null {
  if (target === 'externalId' || target === 'externalUrl') return 'externalReferences';
  return IMPORTED_NAMES.find((name) => MODEL_FIELDS[name].importedAs === target) ?? null;
}
