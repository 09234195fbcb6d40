import { type Mapping, Mapping as MappingSchema } from '#contract/imports/imports';
import type { Table } from '../tabular/table';

/** A table as if it had been read from a CSV file: the first record is the header. */
export function tableOf(header: readonly string[], ...rows: readonly (readonly string[])[]): Table {
  return {
    fileName: 'inventory.csv',
    fileKind: 'csv',
    encoding: 'utf-8',
    encodingCertain: true,
    encodings: [],
    delimiter: ',',
    sheets: [],
    chosenSheets: [],
    parts: [],
    headerRow: 1,
    labels: header,
    rows,
    rowNumbers: rows.map((_, index) => index + 2),
    contentHash: '',
    problems: [],
  };
}

/** A mapping by field and column label, with the defaults of the contract. */
export function mappingOf(
  columns: Readonly<Record<string, string | readonly string[]>>,
  rest: Partial<Mapping> = {},
): Mapping {
  const fields = Object.entries(columns).map(([field, column]) => ({
    field,
    columns: typeof column === 'string' ? [column] : column,
  }));
  return MappingSchema.parse({ fields, ...rest });
}
