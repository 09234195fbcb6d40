import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping, Mapping } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import { fold } from '#domain/base/fold';
import { quote } from '#domain/base/parsed';
import { unitBelow } from '#domain/identity/unit-parts';
import { type ValueMap, valueMapOf } from '../cells/parse-choice';
import type { Table } from '../tabular/table';
import { dutyReader } from './duty-columns';
import { evidenceReader } from './evidence-columns';

/** A mapped field with its columns found in the table. */
export interface CompiledField {
  readonly field: ImportField;
  readonly indexes: readonly number[];
  /** The columns as the table calls them, for provenance. */
  readonly column: string;
  /** The text of a further column behind that of the ones before it. */
  readonly join: (text: string, cell: string) => string;
  readonly values: ValueMap;
}

export interface CompiledMapping {
  readonly fields: readonly CompiledField[];
  readonly key: readonly ImportField[];
  readonly isEmpty: (cell: string) => boolean;
  readonly duties: ReturnType<typeof dutyReader>;
  readonly evidence: ReturnType<typeof evidenceReader>;
  /** About the file as a whole: columns that are not there, a name that is not mapped. */
  readonly problems: readonly Problem[];
}

/** Finds the mapping's columns in the table; labels that differ only in case, blanks or dashes are the same. */
export function compileMapping(table: Pick<Table, 'labels'>, mapping: Mapping): CompiledMapping {
  const find = columnFinder(table.labels);
  const problems: Problem[] = [];
  const fields: CompiledField[] = [];
  const seen = new Set<ImportField>();
  for (const field of mapping.fields) {
    const indexes: number[] = [];
    for (const column of field.columns) {
      const index = find(column);
      if (index === undefined) problems.push(missingColumn(field, column));
      else indexes.push(index);
    }
    if (seen.has(field.field)) problems.push(mappedTwice(field));
    else if (indexes.length > 0) fields.push(compileField(field, indexes, table.labels));
    seen.add(field.field);
  }
  if (!fields.some((field) => field.field === 'name')) {
    problems.push(noName());
    if (fields.length < KNOWN_AT_LEAST) problems.push(notRecognised(table.labels));
  }
  const key = mapping.key.filter((field) => fields.some((compiled) => compiled.field === field));
  const unmapped = mapping.key.filter((field) => !key.includes(field));
  if (unmapped.length > 0) problems.push(keyNotMapped(unmapped));
  const isEmpty = emptyTest(mapping.emptyWords);
  const duties = dutyReader(mapping.duties, find, isEmpty);
  const evidence = evidenceReader(mapping.evidence ?? [], find, isEmpty);
  return { fields, key: unmapped.length > 0 ? ['name'] : key, isEmpty, duties, evidence, problems };
}

/** Index of the column with this label: exactly, else folded. */
export function columnFinder(labels: readonly string[]): (label: string) => number | undefined {
  const exact = new Map<string, number>();
  const folded = new Map<string, number>();
  labels.forEach((label, index) => {
    exact.set(label, index);
    if (!folded.has(fold(label))) folded.set(fold(label), index);
  });
  return (label) => exact.get(label) ?? folded.get(fold(label));
}

function compileField(mapping: FieldMapping, indexes: readonly number[], labels: readonly string[]): CompiledField {
  const column = indexes.map((index) => labels[index] ?? '').join(mapping.separator);
  return { field: mapping.field, indexes, column, join: joiner(mapping), values: valueMapOf(mapping) };
}

/** Columns of a unit often repeat the unit above: `Justice` and `Justice / FBI` are `Justice / FBI`. */
function joiner({ field, separator }: FieldMapping): CompiledField['join'] {
  if (field !== 'unit') return (text, cell) => text + separator + cell;
  const known = new Map<string, string>();
  return (text, cell) => {
    const key = `${text}\n${cell}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const rest = unitBelow(text, cell);
    const joined = rest === '' ? text : text + separator + rest;
    if (known.size < KNOWN_UNITS) known.set(key, joined);
    return joined;
  };
}

const KNOWN_UNITS = 3_000;

function emptyTest(words: readonly string[]): (cell: string) => boolean {
  const folded = new Set(words.map(fold));
  const longest = Math.max(0, ...words.map((word) => word.length)) + 10;
  const beginnings = new Set([...folded].map((word) => word.charCodeAt(0)));
  return (cell) => {
    const text = cell.trim();
    if (text === '') return true;
    if (text.length > longest) return false;
    // Of the cells of a large table hardly any begins as one of these words.
    const beginning = foldedBeginning(text);
    return (beginning === null || beginnings.has(beginning)) && folded.has(fold(text));
  };
}

/** The first character of the folded text; `null` where only folding tells: it, or a mark upon it, is not ASCII. */
function foldedBeginning(text: string): number | null {
  const first = text.charCodeAt(0);
  const upper = first >= 65 && first <= 90;
  if (first >= 128 || first === 96 || text.charCodeAt(1) >= 128) return null;
  return upper ? first + 32 : first;
}

/** The text of a mapped field in a row: cells that say nothing are left out, '' when all do. */
export function cellText(field: CompiledField, row: readonly string[], isEmpty: (cell: string) => boolean): string {
  let text = '';
  for (const index of field.indexes) {
    const cell = (row[index] ?? '').trim();
    if (cell === '') continue;
    // A value that is mapped on purpose says something, even if its word usually does not.
    const says = !isEmpty(cell) || (field.values.size > 0 && field.values.has(fold(cell)));
    if (says) text = text === '' ? cell : field.join(text, cell);
  }
  return text;
}

const wholeFile = (code: string, column: string, message: string): Problem => ({
  row: 0,
  column,
  code,
  message,
  value: '',
  effect: 'note',
});

function missingColumn(field: FieldMapping, column: string): Problem {
  const message = `The file has no column ${quote(column)}, which ${field.field} is mapped to. Choose another column or remove the field.`;
  return wholeFile('column_missing', column, message);
}

function mappedTwice(field: FieldMapping): Problem {
  const message = `${field.field} is mapped twice; only the first mapping counts. Remove the other one.`;
  return wholeFile('field_mapped_twice', field.columns.join(', '), message);
}

/** Of an inventory whose name stands under an unknown header more columns than these are known. */
const KNOWN_AT_LEAST = 3;

function notRecognised(labels: readonly string[]): Problem {
  const [shown, more] = [labels.slice(0, 6).map(quote), labels.length - 6];
  const columns = `${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  const message = `This file reads like no inventory or version history of models, no list of incidents and no drift results: of its columns (${columns}) hardly any is known. Choose another file, or map its columns by hand if it holds models all the same.`;
  return wholeFile('not_recognised', '', message);
}

const noName = (): Problem =>
  wholeFile(
    'name_not_mapped',
    '',
    'No column is mapped to the name, so no row can become a model. Choose the column that names it.',
  );

function keyNotMapped(fields: readonly ImportField[]): Problem {
  const message = `Models are to be told apart by ${fields.join(', ')}, which no column of this file is mapped to. They are told apart by name instead.`;
  return wholeFile('key_not_mapped', '', message);
}
