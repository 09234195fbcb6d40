import type { z } from 'zod';
import type { SourceColumn as SourceColumnSchema } from '#contract/imports/parts';
import { detached } from '../detached';
import { breathe } from '../tabular/failures';
import type { Table } from '../tabular/table';

export type SourceColumn = z.output<typeof SourceColumnSchema>;

/** Columns with more distinct cells than this are not mapped cell by cell. */
const MAX_LISTED = 60;
const SAMPLES = 5;
const SAMPLE_LENGTH = 200;
/** The longest cell that a value mapping can name. */
const MAX_VALUE_LENGTH = 5_000;

const described = new WeakMap<Table, SourceColumn[]>();

/**
 * What a person needs to see of each column to map it. Cells are counted without the blanks around them. Other work
 * passes between two columns: a large table has millions of cells.
 */
export async function describeColumns(table: Table, signal?: AbortSignal): Promise<SourceColumn[]> {
  const known = described.get(table);
  if (known) return known;
  const columns: SourceColumn[] = [];
  for (const [index, label] of table.labels.entries()) {
    columns.push(describeColumn(table, label, index));
    await breathe(signal);
  }
  described.set(table, columns);
  return columns;
}

/** One column; see `describeColumns`. */
export function describeColumn(table: Table, label: string, index: number): SourceColumn {
  const counts = new Map<string, number>();
  let filled = 0;
  for (const row of table.rows) {
    const text = (row[index] ?? '').trim();
    if (text === '') continue;
    filled += 1;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const samples: string[] = [];
  for (const text of counts.keys()) {
    if (samples.length === SAMPLES) break;
    samples.push(text.slice(0, SAMPLE_LENGTH));
  }
  return { label, index, filled, distinct: counts.size, samples, values: listValues(counts) };
}

/** Columns with more distinct cells than this are only known to have more. */
const MOST_DISTINCT = 20_000;

/** The same of a table whose rows come one by one and are not held. Distinct cells are counted up to 20,000 a column. */
export function columnStats(labels: readonly string[]): {
  readonly row: (cells: readonly string[]) => void;
  readonly columns: () => SourceColumn[];
} {
  const columns = labels.map(() => ({ filled: 0, counts: new Map<string, number>() }));
  return {
    row: (cells) => {
      for (let index = 0; index < columns.length; index += 1) {
        const column = columns[index];
        const text = (cells[index] ?? '').trim();
        if (!column || text === '') continue;
        column.filled += 1;
        const { counts } = column;
        if (counts.size >= MOST_DISTINCT) continue;
        const count = counts.get(text);
        if (count !== undefined) counts.set(text, count + 1);
        else counts.set(detached(text), 1);
      }
    },
    columns: () =>
      columns.map(({ filled, counts }, index) => ({
        label: labels[index] ?? '',
        index,
        filled,
        distinct: counts.size,
        samples: [...counts.keys()].slice(0, SAMPLES).map((text) => text.slice(0, SAMPLE_LENGTH)),
        values: listValues(counts),
      })),
  };
}

function listValues(counts: ReadonlyMap<string, number>): { text: string; count: number }[] | null {
  if (counts.size > MAX_LISTED) return null;
  const values = [...counts].map(([text, count]) => ({ text, count }));
  if (values.some(({ text }) => text.length > MAX_VALUE_LENGTH)) return null;
  return values.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
