import { choicesOf } from '#domain/base/choices';
import { columnLabel } from '#domain/models/column-label';
import type { ModelField } from '#domain/models/field-description';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import { formatDate, formatDateTime, formatMoney, formatNumber } from './format';

const OF_COLUMN: ReadonlyMap<string, ModelField> = new Map(
  Object.values<ModelField>(MODEL_FIELDS).flatMap((field) => (field.column === null ? [] : [[field.column, field]])),
);

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A column of a table as people call it; '' is the whole row. */
export const rowFieldLabel = (table: string, column: string): string => {
  if (column === '') return 'The whole row';
  return (table === 'models' ? OF_COLUMN.get(column)?.label : undefined) ?? upperFirst(columnLabel(table, column));
};

/** A list that is kept as text; `null`: it is none. */
function listIn(text: string): readonly unknown[] | null {
  if (!text.startsWith('[')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The value of a cell as it lies in the file, as people read it; '' where nothing was said. */
export function rowValueText(table: string, column: string, value: unknown, currency: string): string {
  if (value === null || value === undefined || value === '') return '';
  const field = table === 'models' ? OF_COLUMN.get(column) : undefined;
  if (field?.kind === 'choice' && field.vocabulary)
    return choicesOf(field.vocabulary).find((choice) => choice.value === String(value))?.label ?? String(value);
  if (typeof value === 'number')
    return column.endsWith('_minor') ? formatMoney(value, currency) : formatNumber(value, 2);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value);
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value)) return formatDateTime(value);
  return listIn(value)?.map(itemText).join(', ') ?? value;
}

const itemText = (item: unknown): string => (typeof item === 'string' ? item : JSON.stringify(item));
