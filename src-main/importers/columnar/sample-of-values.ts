import type { ColumnSample } from '#domain/drift/column-sample';
import { parseNumber } from '../cells/parse-number';
import { ColumnBuilder } from './column-builder';
import { SortSpace } from './sort-numbers';

const POINT = 46;

/** A column of values as a caller gives it; texts are read as the cells of a file are. */
export function sampleOfValues(values: readonly (number | string | boolean | null)[]): ColumnSample {
  const builder = new ColumnBuilder(POINT);
  for (const value of values) {
    if (typeof value === 'number') builder.number(value);
    else if (value === null) builder.blank();
    else if (typeof value === 'boolean') builder.text(String(value));
    else addText(builder, value.trim());
  }
  return builder.finish(new SortSpace());
}

function addText(builder: ColumnBuilder, text: string): void {
  const bytes = Buffer.from(text);
  const number = parseNumber(bytes, 0, bytes.length, POINT);
  if (Number.isNaN(number)) builder.text(text);
  else builder.number(number);
}
