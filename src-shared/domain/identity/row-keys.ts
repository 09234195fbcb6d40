import { foldId, isPlaceholderId } from './fold-id';
import { foldName } from './fold-name';
import type { InventoryRow } from './identity-types';

const SEPARATOR = '\u001f';

/**
 * The text that finds a row again by the fields that key its source; '' where all of them are empty. The fields' names are in it, so
 * that rows keyed by name never meet those keyed by id.
 */
export function rowKeyText(key: readonly string[], row: InventoryRow): string {
  const parts = key.map((field) => foldPart(field, textOf(row, field)));
  return parts.every((part) => part === '') ? '' : [key.join('+'), ...parts].join(SEPARATOR);
}

/** A kept key as it is compared today: folded anew, without the count that told rows of one key apart by their order. */
export function comparableKey(kept: string): string {
  const [fields = '', ...parts] = kept.split(SEPARATOR);
  const counted = /^#\d+$/.test(parts.at(-1) ?? '') ? parts.slice(0, -1) : parts;
  const names = fields.split('+');
  return [fields, ...counted.map((part, at) => foldPart(names[at] ?? '', part))].join(SEPARATOR);
}

function foldPart(field: string, value: string): string {
  if (field !== 'externalId') return foldName(value);
  const id = foldId(value);
  return isPlaceholderId(id) ? '' : id;
}

function textOf(row: InventoryRow, field: string): string {
  if (field === 'name' || field === 'unit' || field === 'externalId') return row[field];
  return row.fields?.[field] ?? '';
}

/**
 * Texts that answers about a row are kept by: its id where it has one of its own, and its name with its unit. Order and spelling of
 * the file do not change them; a row that gets an id later is still found by the second. All parts are folded; '' for no id.
 */
export function answerKeys(system: string, id: string, name: string, unit: string): readonly string[] {
  const named = `name+unit${SEPARATOR}${name}${SEPARATOR}${unit}`;
  return id === '' ? [named] : [`id${SEPARATOR}${system}${SEPARATOR}${id}`, named];
}
