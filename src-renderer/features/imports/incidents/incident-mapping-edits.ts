import type { ImportMapping } from '#contract/imports/imports';
import type { IncidentImportField, IncidentMapping } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';

/** Pure edits of the mapping of a file of incidents: each answers a new one. */

export const isIncidentMapping = (mapping: ImportMapping): mapping is IncidentMapping =>
  'kind' in mapping && mapping.kind === 'incidents';

/** The fields that a column fills. */
export const fieldsOfColumn = (mapping: IncidentMapping, column: string): readonly IncidentImportField[] =>
  mapping.fields.filter(({ columns }) => columns.includes(column)).map(({ field }) => field);

/** What a column becomes; a field that another column fills already is then read from both. */
export function setColumnFields(
  mapping: IncidentMapping,
  column: string,
  fields: readonly IncidentImportField[],
): IncidentMapping {
  const kept = mapping.fields
    .map((entry) =>
      fields.includes(entry.field)
        ? { ...entry, columns: entry.columns.includes(column) ? entry.columns : [...entry.columns, column] }
        : { ...entry, columns: entry.columns.filter((each) => each !== column) },
    )
    .filter(({ columns }) => columns.length > 0);
  const added = fields
    .filter((field) => !kept.some((entry) => entry.field === field))
    .map((field) => ({ field, columns: [column] }));
  return { ...mapping, fields: [...kept, ...added] };
}

/** What a word of the file becomes; '' leaves the field empty. */
export function setWord(
  mapping: IncidentMapping,
  field: IncidentImportField,
  from: string,
  to: string,
): IncidentMapping {
  const others = mapping.values.filter((value) => value.field !== field || fold(value.from) !== fold(from));
  return { ...mapping, values: [...others, { field, from, to }] };
}

/** The model that the file's text means; `null`: none. */
export function setModel(mapping: IncidentMapping, from: string, modelId: string | null): IncidentMapping {
  const others = mapping.models.filter((model) => fold(model.from) !== fold(from));
  return { ...mapping, models: [...others, { from, modelId }] };
}

/** Why this mapping cannot be imported yet, as a sentence; '' when it can. */
export function whyIncidentsNotReady(mapping: IncidentMapping): string {
  const has = (field: IncidentImportField): boolean => mapping.fields.some((entry) => entry.field === field);
  if (!has('openedAt') && !has('detectedAt')) return 'Choose the column that says when an incident was opened.';
  return '';
}
