import type { z } from 'zod';
import type { SourceColumn } from '#contract/imports/parts';
import { detached } from '../detached';

/** Columns with more distinct cells than this are only known to have more. */
const MOST_DISTINCT = 1_000;
const SAMPLES = 5;
const SAMPLE_LENGTH = 200;

export interface ColumnTally {
  header(labels: readonly string[]): void;
  row(cells: readonly string[]): void;
  columns(): z.output<typeof SourceColumn>[];
}

/** What a person needs to see of each column of a table that is too long to be held. */
export function columnTally(): ColumnTally {
  let labels: readonly string[] = [];
  let filled: number[] = [];
  let seen: Set<string>[] = [];
  return {
    header: (header) => {
      labels = header;
      filled = header.map(() => 0);
      seen = header.map(() => new Set<string>());
    },
    row: (cells) => {
      for (let index = 0; index < seen.length; index += 1) {
        const cell = cells[index] ?? '';
        if (cell === '' || cell.trim() === '') continue;
        filled[index] = (filled[index] ?? 0) + 1;
        const set = seen[index];
        if (!set || set.size >= MOST_DISTINCT) continue;
        const text = cell.trim();
        if (!set.has(text)) set.add(detached(text));
      }
    },
    columns: () =>
      labels.map((label, index) => {
        const texts = [...(seen[index] ?? [])];
        const samples = texts.slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH));
        return { label, index, filled: filled[index] ?? 0, distinct: texts.length, samples, values: null };
      }),
  };
}
