import type { DutyColumn } from '#contract/imports/duties';
import type { FieldMapping } from '#contract/imports/imports';

export type Values = FieldMapping['values'];

/** Cells that become one value. */
export const to = (target: string, ...cells: readonly string[]): Values => cells.map((from) => ({ from, to: target }));

/** A field that one column fills. */
export const column = (field: FieldMapping['field'], label: string, values: Values = []): FieldMapping => ({
  field,
  columns: [label],
  separator: ' / ',
  values,
});

/** A column that answers a text of duties. */
export const duty = (place: string, label: string, values: Values = []): DutyColumn => ({
  place,
  column: label,
  values,
});
