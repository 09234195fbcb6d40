import type { DriftField, DriftMapping } from '#contract/drift/import';
import type { ImportMapping } from '#contract/imports/imports';
import { notationOf, typedNumber } from '../../../lib/typed';

/** Pure edits of what a person says about a file of drift results: each answers a new mapping. */

export const isDriftMapping = (mapping: ImportMapping): mapping is DriftMapping =>
  'kind' in mapping && mapping.kind === 'drift';

/** Which model a name stands for; `null` leaves its results out, `undefined` looks it up again. */
export function setModel(mapping: DriftMapping, name: string, modelId: string | null | undefined): DriftMapping {
  const rest = mapping.models.filter((one) => one.name !== name);
  return { ...mapping, models: modelId === undefined ? rest : [...rest, { name, modelId }] };
}

/** What a column holds; a field is in one column at most, and a column holds one field at most. */
export function setField(mapping: DriftMapping, column: string, field: DriftField | null): DriftMapping {
  const rest = mapping.columns.filter((one) => one.column !== column && one.field !== field);
  return { ...mapping, columns: field === null ? rest : [...rest, { field, column }] };
}

/** The whole number that a field holds; `null` for an empty one, and for what is no number of rows. */
export function rowsIn(text: string, notation = notationOf()): number | null {
  const read = typedNumber(text, { min: 0, max: 1e12, whole: true }, notation);
  return read.ok ? read.value : null;
}
