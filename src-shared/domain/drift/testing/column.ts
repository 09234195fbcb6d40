import type { ColumnSample } from '../column-sample';

/** A column as a reader would hand it over: numbers, texts and `null` for missing. */
export function column(cells: readonly (number | string | null)[]): ColumnSample {
  const texts = new Map<string, number>();
  for (const cell of cells) if (typeof cell === 'string') texts.set(cell, (texts.get(cell) ?? 0) + 1);
  return {
    rows: cells.length,
    missing: cells.filter((cell) => cell === null).length,
    numbers: Float64Array.from(cells.filter((cell) => typeof cell === 'number')).sort(),
    texts,
    codes: false,
    dates: cells.filter((cell) => typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell)).length,
    overflow: false,
  };
}

export const repeated = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value);
