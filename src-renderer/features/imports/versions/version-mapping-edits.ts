import type { ImportMapping } from '#contract/imports/imports';
import type { StageMeaning, VersionImportField, VersionsMapping } from '#contract/models/import-versions';
import { fold } from '#domain/base/fold';
import { VERSION_IMPORT_FIELDS } from '#domain/models/version-fields';

/** Pure edits of the mapping of a version history: each answers a new one. */

export const isVersionsMapping = (mapping: ImportMapping): mapping is VersionsMapping =>
  'kind' in mapping && mapping.kind === 'versions';

export const fieldOfColumn = (mapping: VersionsMapping, column: string): VersionImportField | '' =>
  mapping.fields.find((one) => one.column === column)?.field ?? '';

/** What a column becomes; a field has one column, so that another one lets go of it. '' is not taken. */
export function setColumn(mapping: VersionsMapping, column: string, field: VersionImportField | ''): VersionsMapping {
  const others = mapping.fields.filter((one) => one.column !== column && one.field !== field);
  const fields = field === '' ? others : [...others, { field, column }];
  return { ...mapping, fields: VERSION_IMPORT_FIELDS.flatMap((name) => fields.filter((one) => one.field === name)) };
}

/** The model that the file's name means; `null`: none. */
export function setModel(mapping: VersionsMapping, from: string, modelId: string | null): VersionsMapping {
  const others = mapping.models.filter((model) => fold(model.from) !== fold(from));
  return { ...mapping, models: [...others, { from, modelId }] };
}

/** What a word for a stage says. */
export function setStage(mapping: VersionsMapping, from: string, to: StageMeaning): VersionsMapping {
  const others = mapping.stages.filter((stage) => fold(stage.from) !== fold(from));
  return { ...mapping, stages: [...others, { from, to }] };
}
