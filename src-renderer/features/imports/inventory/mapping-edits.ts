import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping, ImportMapping, Mapping } from '#contract/imports/imports';

/** Pure edits of a mapping: each answers a new one. */

/** Only an inventory's mapping says no kind. */
export const isInventoryMapping = (mapping: ImportMapping): mapping is Mapping => !('kind' in mapping);

const fold = (text: string): string => text.trim().replace(/\s+/g, ' ').toLowerCase();

/** What a column goes into; an entry that an edit did not touch stays the same object. */
export function entriesOf(mapping: Mapping, column: string): readonly FieldMapping[] {
  return mapping.fields.filter((entry) => entry.columns.includes(column));
}

/** The fields that a column fills; a column may fill several. */
export function targetsOf(mapping: Mapping, column: string): readonly ImportField[] {
  return entriesOf(mapping, column).map((entry) => entry.field);
}

export function fieldMapping(mapping: Mapping, field: ImportField): FieldMapping | undefined {
  return mapping.fields.find((entry) => entry.field === field);
}

const withField = (mapping: Mapping, field: ImportField, edit: (entry: FieldMapping) => FieldMapping): Mapping => ({
  ...mapping,
  fields: mapping.fields.map((entry) => (entry.field === field ? edit(entry) : entry)),
});

const addColumn = (mapping: Mapping, field: ImportField, column: string): Mapping => {
  if (!fieldMapping(mapping, field)) {
    return { ...mapping, fields: [...mapping.fields, { field, columns: [column], separator: ' / ', values: [] }] };
  }
  return withField(mapping, field, (entry) => ({ ...entry, columns: [...entry.columns, column] }));
};

const removeColumn = (mapping: Mapping, field: ImportField, column: string): Mapping => {
  const fields = mapping.fields
    .map((entry) =>
      entry.field === field ? { ...entry, columns: entry.columns.filter((each) => each !== column) } : entry,
    )
    .filter((entry) => entry.columns.length > 0);
  return { ...mapping, fields };
};

/** What a column becomes. A field that other columns fill already is then joined from all of them, in this order. */
export function setTargets(mapping: Mapping, column: string, fields: readonly ImportField[]): Mapping {
  const before = targetsOf(mapping, column);
  const without = before
    .filter((field) => !fields.includes(field))
    .reduce((next, field) => removeColumn(next, field, column), mapping);
  const added = fields
    .filter((field) => !before.includes(field))
    .reduce((next, field) => addColumn(next, field, column), without);
  return dropLostKeys(added);
}

/** A key field that no column fills any more would name every row alike. */
const dropLostKeys = (mapping: Mapping): Mapping => {
  const key = mapping.key.filter((field) => fieldMapping(mapping, field));
  return key.length === mapping.key.length ? mapping : { ...mapping, key };
};

export function setSeparator(mapping: Mapping, field: ImportField, separator: string): Mapping {
  return withField(mapping, field, (entry) => ({ ...entry, separator }));
}

/** What a cell of this text becomes: a value, '' for "left empty", or null when nobody has said. */
export function valueTarget(entry: FieldMapping, text: string): string | null {
  const wanted = fold(text);
  const found = entry.values.find(({ from }) => fold(from) === wanted);
  return found ? found.to : null;
}

/** Maps a cell's text to a value; `null` takes the entry away again. */
export function setValue(mapping: Mapping, field: ImportField, text: string, to: string | null): Mapping {
  const wanted = fold(text);
  return withField(mapping, field, (entry) => {
    const others = entry.values.filter(({ from }) => fold(from) !== wanted);
    return { ...entry, values: to === null ? others : [...others, { from: text, to }] };
  });
}

export function setKey(mapping: Mapping, key: readonly ImportField[]): Mapping {
  return { ...mapping, key: key.slice(0, 6) };
}

/** Words that mean "nothing said": trimmed, without blanks and repeats. */
export function setEmptyWords(mapping: Mapping, words: readonly string[]): Mapping {
  const seen = new Set<string>();
  const emptyWords = words
    .map((word) => word.trim())
    .filter((word) => {
      const folded = fold(word);
      if (folded === '' || seen.has(folded)) return false;
      seen.add(folded);
      return true;
    });
  return { ...mapping, emptyWords: emptyWords.slice(0, 100) };
}

export const isEmptyWord = (emptyWords: readonly string[], text: string): boolean =>
  fold(text) === '' || emptyWords.some((word) => fold(word) === fold(text));

/** Whether dates of these fields are taken although they lie unbelievably early. */
export const isBelieved = (mapping: Mapping, fields: readonly ImportField[]): boolean =>
  fields.some((field) => mapping.believe?.includes(field) ?? false);

export function setBelieved(mapping: Mapping, fields: readonly ImportField[], believed: boolean): Mapping {
  const others = (mapping.believe ?? []).filter((field) => !fields.includes(field));
  return { ...mapping, believe: believed ? [...others, ...fields] : others };
}

/** Why this mapping cannot be imported yet, as a sentence; '' when it can. */
export function whyNotReady(mapping: Mapping): string {
  if (!fieldMapping(mapping, 'name')) return 'Choose the column that holds the name of the model.';
  if (mapping.key.length === 0) return 'Choose at least one field that tells models apart.';
  return '';
}
