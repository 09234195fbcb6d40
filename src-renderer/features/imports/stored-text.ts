import { formatMoney } from '../../lib/format';
import { isImportField, targetSpec } from './inventory/field-specs';

/** A stored value as people read it: labels for closed vocabularies, money in its currency, parts for lists. */
export function storedText(field: string, text: string, currency: string): string {
  if (field.endsWith('Minor')) return text === '' ? '' : formatMoney(Number(text), currency);
  if (isImportField(field)) {
    const choice = targetSpec(field).choices?.find(({ value }) => value === text);
    if (choice) return choice.label;
  }
  if (!text.startsWith('[')) return text;
  return listText(text);
}

function listText(text: string): string {
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list)) return text;
    return list.map(partText).join(', ');
  } catch {
    return text;
  }
}

const partText = (part: unknown): string => {
  if (typeof part === 'string') return part;
  if (typeof part !== 'object' || part === null) return String(part);
  return Object.values(part)
    .filter((value) => value !== '')
    .join(' ');
};
