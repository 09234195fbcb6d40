import type { ImportField } from '#contract/imports/import-field';
import type { Mapping } from '#contract/imports/imports';
import { type DecimalMark, markShownBy } from '#domain/base/typed-number';
import type { Table } from '../tabular/table';
import { cellText, compileMapping } from './compile-mapping';

const AMOUNTS: readonly ImportField[] = ['annualValue', 'annualRunCost'];

/** The decimal sign that the amounts of a table show by themselves (`1.234,50`); `null` where none does. */
export const markShownByTable = (table: Table, mapping: Mapping): DecimalMark | null =>
  markShownBy(amountCells(table, mapping));

function* amountCells(table: Table, mapping: Mapping): Generator<string> {
  const { fields, isEmpty } = compileMapping(table, mapping);
  for (const field of fields) {
    if (AMOUNTS.includes(field.field)) for (const row of table.rows) yield cellText(field, row, isEmpty);
  }
}
