import type { IncidentImportField, IncidentMapping } from '#contract/incidents/import';
import { type DateOrder, orderShownBy } from '#domain/base/typed-date';
import { type DecimalMark, markShownBy } from '#domain/base/typed-number';
import type { Table } from '../tabular/table';

export const TIME_FIELDS: readonly IncidentImportField[] = [
  'openedAt',
  'detectedAt',
  'acknowledgedAt',
  'mitigatedAt',
  'resolvedAt',
  'closedAt',
  'eventAt',
];
const NUMBER_FIELDS: readonly IncidentImportField[] = [
  'timeToAcknowledge',
  'timeToResolve',
  'personHours',
  'personSeconds',
  'cost',
];

/** The order of dates that the file itself shows, by a number above 12 or by points. */
export const orderShownByTable = (table: Table, fields: IncidentMapping['fields']): DateOrder | null =>
  orderShownBy(cellsOf(table, fields, TIME_FIELDS));

/** The decimal sign that the file's own numbers show. */
export const markShownByTable = (table: Table, fields: IncidentMapping['fields']): DecimalMark | null =>
  markShownBy(cellsOf(table, fields, NUMBER_FIELDS));

function* cellsOf(
  table: Table,
  fields: IncidentMapping['fields'],
  wanted: readonly IncidentImportField[],
): Generator<string> {
  const labels = fields.filter(({ field }) => wanted.includes(field)).flatMap(({ columns }) => columns);
  for (const label of labels) {
    const index = table.labels.indexOf(label);
    for (const row of table.rows) yield row[index] ?? '';
  }
}
