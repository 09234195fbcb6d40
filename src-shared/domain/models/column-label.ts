import { MODEL_FIELDS } from './model-fields';

/** What a column of a stored row is called for people: the label of a model's field, or the column in plain words; lower case. */
export function columnLabel(table: string, column: string): string {
  const field = table === 'models' ? Object.values(MODEL_FIELDS).find((one) => one.column === column) : undefined;
  return field?.label.toLowerCase() ?? column.replaceAll('_', ' ');
}
