import type { ImportField } from '#contract/imports/import-field';
import type { FieldMapping } from '#contract/imports/imports';
import { fold } from '#domain/base/fold';
import type { Table } from '../tabular/table';
import { columnFinder } from './compile-mapping';

/** An id where it is filled and unique; else the name, with the unit where that tells more rows apart. */
export function guessKey(table: Table, fields: readonly FieldMapping[], empty: ReadonlySet<string>): ImportField[] {
  const find = columnFinder(table.labels);
  const indexes = (field: ImportField): readonly number[] =>
    (fields.find((mapped) => mapped.field === field)?.columns ?? []).flatMap((column) => find(column) ?? []);
  const distinct = (columns: readonly number[]): { keys: number; filled: number } => {
    const keys = new Set<string>();
    let filled = 0;
    for (const row of table.rows) {
      const cells = columns.map((index) => fold(row[index] ?? '')).filter((cell) => !empty.has(cell));
      if (cells.every((cell) => cell === '')) continue;
      filled += 1;
      keys.add(cells.join('\u001f'));
    }
    return { keys: keys.size, filled };
  };
  const id = indexes('externalId');
  if (id.length > 0) {
    const { keys, filled } = distinct(id);
    if (filled === table.rows.length && keys === filled) return ['externalId'];
  }
  const name = indexes('name');
  const unit = indexes('unit');
  const moreUnique = unit.length > 0 && distinct([...name, ...unit]).keys > distinct(name).keys;
  return moreUnique ? ['name', 'unit'] : ['name'];
}
