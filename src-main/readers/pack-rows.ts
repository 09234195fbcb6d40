import type { Problem } from '#contract/imports/parts';
import type { RowBlock, TablePart } from '../importers/tabular/table';
import { type PackedTexts, packTexts, unpackTexts } from './pack-texts';

/** A block of rows, and what was said of the table on the way to it. */
export interface RowsPiece {
  readonly problems: readonly Problem[];
  readonly parts: readonly TablePart[];
  readonly cells: PackedTexts;
  readonly width: number;
  readonly numbers: readonly number[];
}

export function packRows(
  { rows, numbers }: RowBlock,
  said: { readonly problems: readonly Problem[]; readonly parts: readonly TablePart[] },
): RowsPiece {
  return { ...said, cells: packTexts(rows.flat()), width: rows[0]?.length ?? 0, numbers };
}

export function unpackRows({ cells, width, numbers }: RowsPiece): RowBlock {
  const texts = unpackTexts(cells);
  return { rows: numbers.map((_, at) => texts.slice(at * width, (at + 1) * width)), numbers };
}
