import type { ImportField } from '#contract/imports/import-field';
import { fold } from '#domain/base/fold';
import type { ExistingModel } from './plan-types';

const SEPARATOR = '\u001f';

/**
 * The text that finds a row's model again: the fields that make it and their folded values. '' when all are empty. The
 * fields' names are in it, so that a file keyed by id never meets the keys of one keyed by name by chance.
 */
export function keyTextOf(key: readonly ImportField[], parts: readonly string[]): string {
  const folded = parts.map(fold);
  return folded.every((part) => part === '') ? '' : [key.join('+'), ...folded].join(SEPARATOR);
}

/** The key of the second, third … row that shares it. */
export const repeatedKey = (keyText: string, times: number): string =>
  times === 1 ? keyText : `${keyText}${SEPARATOR}#${times}`;

export interface Matcher {
  /** The model that the key belongs to; no model is given twice. */
  take(keyText: string): ExistingModel | null;
}

/**
 * By the key of the last import. A model without a key of this kind (created by hand, or imported by other fields) is
 * found by its own values, if it is the only one with them.
 */
export function createMatcher(
  key: readonly ImportField[],
  externalSystem: string,
  existing: readonly ExistingModel[],
): Matcher {
  const byKey = new Map<string, ExistingModel>();
  const byValues = new Map<string, ExistingModel | null>();
  const prefix = key.join('+') + SEPARATOR;
  for (const model of existing) {
    if (model.keyText.startsWith(prefix)) {
      byKey.set(model.keyText, model);
      continue;
    }
    const parts = key.map((field) => keyValue(model, field, externalSystem));
    if (parts.some((part) => part === null)) continue;
    const text = keyTextOf(key, parts.map(String));
    if (text !== '') byValues.set(text, byValues.has(text) ? null : model);
  }
  const taken = new Set<string>();
  return {
    take(keyText) {
      const model = byKey.get(keyText) ?? byValues.get(keyText) ?? null;
      if (!model || taken.has(model.id)) return null;
      taken.add(model.id);
      return model;
    },
  };
}

/** A model's own value of a key field, as a cell would say it; `null` for fields that a model does not keep as text. */
function keyValue(model: ExistingModel, field: ImportField, externalSystem: string): string | null {
  switch (field) {
    case 'name':
      return model.name;
    case 'unit':
    case 'type':
    case 'purpose':
    case 'businessOwner':
    case 'technicalOwner':
    case 'notes':
      return model.fields[field] ?? '';
    case 'externalId': {
      const system = externalSystem === '' ? 'Inventory' : externalSystem;
      return model.fields.externalReferences?.find((reference) => reference.system === system)?.id ?? '';
    }
    default:
      return null;
  }
}
