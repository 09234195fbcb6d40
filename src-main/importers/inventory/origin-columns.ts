import type { Mapping } from '#contract/imports/imports';
import type { Table } from '../tabular/table';
import { compileMapping } from './compile-mapping';
import type { PlannedOrigin } from './plan-types';
import { modelField } from './read-row';

/** The columns that a mapping reads of a table, with the fields that their cells are said to have gone to. */
export const originColumns = (
  table: Pick<Table, 'labels'>,
  mapping: Mapping,
): readonly Pick<PlannedOrigin, 'field' | 'column'>[] =>
  compileMapping(table, mapping).fields.map(({ field, column }) => ({ field: modelField(field), column }));
