import type { VersionImportField, VersionsMapping } from '#contract/models/import-versions';
import { fold } from '#domain/base/fold';
import { type DateOrder, orderShownBy } from '#domain/base/typed-date';
import { VERSION_IMPORT_FIELDS } from '#domain/models/version-fields';
import { plainWords } from '../cells/phrases';
import type { Table } from '../tabular/table';
import { INVENTORY_MARKS, VERSION_HEADERS, VERSION_MARKS } from './headers';

/** Shares of rows that tell of one more version of a model that stood in an earlier row. */
const REPEATED = 0.2;
const REPEATED_IN_INVENTORY = 0.5;

type Fields = VersionsMapping['fields'];

/** Which column holds which field, by its header; each column once. */
export function guessVersionFields(labels: readonly string[]): Fields {
  const plain = labels.map(plainWords);
  const taken = new Set<number>();
  return VERSION_IMPORT_FIELDS.flatMap((field) => {
    for (const header of VERSION_HEADERS[field]) {
      const index = plain.findIndex((label, at) => label === header && !taken.has(at));
      const column = labels[index];
      if (column === undefined) continue;
      taken.add(index);
      return [{ field, column }];
    }
    return [];
  });
}

/** Whether a table may hold one version a row, by its headers: whether it does, its rows say. */
export function mayBeVersions(labels: readonly string[]): boolean {
  const has = hasIn(guessVersionFields(labels));
  return has('model') && has('version') && (has('liveFrom') || has('liveUntil') || has('stage') || has('registeredAt'));
}

const hasIn =
  (fields: Fields) =>
  (wanted: VersionImportField): boolean =>
    fields.some(({ field }) => field === wanted);

/** Whether a table holds one version a row: models come again with other versions, or its headers are those of a registry. */
export function looksLikeVersions(labels: readonly string[], rows: readonly (readonly string[])[]): boolean {
  if (rows.length === 0 || !mayBeVersions(labels)) return false;
  const fields = guessVersionFields(labels);
  const headers = new Set(labels.map(plainWords));
  const ofInventory = INVENTORY_MARKS.filter((mark) => headers.has(mark)).length >= 2;
  const repeated = repeatedShare(labels, rows, fields);
  if (ofInventory) return repeated >= REPEATED_IN_INVENTORY;
  const has = hasIn(fields);
  const spans = has('liveFrom') && has('liveUntil');
  return repeated >= REPEATED || (spans && repeated > 0) || VERSION_MARKS.some((mark) => headers.has(mark));
}

function repeatedShare(labels: readonly string[], rows: readonly (readonly string[])[], fields: Fields): number {
  const column = (wanted: VersionImportField): number =>
    labels.indexOf(fields.find(({ field }) => field === wanted)?.column ?? '');
  const [model, version] = [column('model'), column('version')];
  const seen = new Map<string, Set<string>>();
  let repeated = 0;
  for (const row of rows) {
    const versions = seen.get(fold(row[model] ?? '')) ?? new Set();
    const told = fold(row[version] ?? '');
    if (versions.size > 0 && told !== '' && !versions.has(told)) repeated += 1;
    if (told !== '') seen.set(fold(row[model] ?? ''), versions.add(told));
  }
  return repeated / rows.length;
}

const EMPTY_WORDS = ['?', '-', '--', 'n/a', 'na', 'null', 'none', 'unknown', 'unbekannt', 'inconnu', '[]', '{}'];

/** What a version history most probably means; the person sees it and changes it. */
export function guessVersionsMapping(table: Table): VersionsMapping {
  const fields = guessVersionFields(table.labels);
  return {
    kind: 'versions',
    fields,
    dateOrder: orderShown(table, fields),
    emptyWords: EMPTY_WORDS,
    stages: [],
    unknownModels: 'create',
    models: [],
  };
}

/** The order of dates that the file itself shows, by a number above 12 or by points. */
export const orderShown = (table: Table, fields: Fields): DateOrder | null => orderShownBy(dates(table, fields));

function* dates(table: Table, fields: Fields): Generator<string> {
  for (const { field, column } of fields) {
    if (field !== 'liveFrom' && field !== 'liveUntil') continue;
    const index = table.labels.indexOf(column);
    for (const row of table.rows) yield row[index] ?? '';
  }
}
