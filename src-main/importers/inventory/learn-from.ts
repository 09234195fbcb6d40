import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping, Mapping } from '#contract/imports/imports';
import { fold } from '#domain/base/fold';
import { plainWords } from '../cells/phrases';
import { columnFinder } from './compile-mapping';

type Values = FieldMapping['values'];

/** What earlier mappings say of headers and cells; each time the last one counts. */
export interface Learnt {
  /** The fields that columns with these labels went into, as a mapping says it. No column and no field is there twice. */
  fields(labels: readonly string[]): readonly FieldMapping[];
  /** What the cells of a column with this label became. */
  values(field: ImportField, label: string): Values;
  /** What a cell of this field became, whatever its column was called; `null`: nobody has said. */
  value(field: ImportField, text: string): string | null;
}

/** @param mappings that people imported with or kept, the latest first */
export function learnFrom(mappings: readonly Mapping[]): Learnt {
  const ofColumn = new Map<string, Map<string, Values[number]>>();
  const ofField = new Map<string, string>();
  for (const { field, columns, values } of mappings.flatMap((mapping) => mapping.fields)) {
    const key = columnKey(field, columns[0] ?? '');
    const known = ofColumn.get(key) ?? new Map<string, Values[number]>();
    ofColumn.set(key, known);
    for (const value of values) {
      const text = fold(value.from);
      if (!known.has(text)) known.set(text, value);
      if (!ofField.has(`${field} ${text}`)) ofField.set(`${field} ${text}`, value.to);
    }
  }
  return {
    fields: (labels) => fieldsFor(labels, mappings),
    values: (field, label) => [...(ofColumn.get(columnKey(field, label))?.values() ?? [])],
    value: (field, text) => ofField.get(`${field} ${fold(text)}`) ?? null,
  };
}

export const NOTHING_LEARNT: Learnt = learnFrom([]);

const columnKey = (field: ImportField, label: string): string => `${field} ${plainWords(label)}`;

function fieldsFor(labels: readonly string[], mappings: readonly Mapping[]): readonly FieldMapping[] {
  const find = columnFinder(labels);
  const found = new Map<ImportField, FieldMapping>();
  const used = new Set<number>();
  for (const entry of mappings.flatMap((mapping) => mapping.fields)) {
    const indexes = entry.columns.map(find);
    const isNew = !found.has(entry.field) && indexes.every((index) => index !== undefined && !used.has(index));
    if (!isNew) continue;
    for (const index of indexes) if (index !== undefined) used.add(index);
    found.set(entry.field, { ...entry, columns: indexes.flatMap((index) => labels[index ?? -1] ?? []) });
  }
  return [...found.values()];
}

/** A mapping with what was learnt of its columns' cells: where both say something, what a person said last. */
export const withLearntValues = (mapping: Mapping, learnt: Learnt): Mapping => ({
  ...mapping,
  fields: mapping.fields.map((entry) => ({
    ...entry,
    values: mergeValues(learnt.values(entry.field, entry.columns[0] ?? ''), entry.values),
  })),
});

/** Those of `first`, and of `then` what the first ones do not speak of. */
export function mergeValues(first: Values, then: Values): Values {
  const said = new Set(first.map(({ from }) => fold(from)));
  return [...first, ...then.filter(({ from }) => !said.has(fold(from)))].slice(0, MOST_VALUES);
}

/** As many as a mapping may have. */
const MOST_VALUES = 1_000;
