import type { Problem } from '#contract/imports/parts';
import { breathe } from './failures';
import { openTable } from './open-table';
import type { ReadOptions, TableHead, TablePart } from './table';

/** Takes the rows of a table one by one. */
export interface RowReceiver {
  header(labels: readonly string[]): void;
  /** @param number as a spreadsheet counts: the first row of the file is 1 */
  row(cells: readonly string[], number: number): void;
  /** Told of each thing that is odd about the table itself, before the rows that it speaks of. */
  problem(problem: Problem): void;
}

export interface StreamedTable extends TableHead {
  /** Where several sheets were put together. */
  readonly parts: readonly TablePart[];
}

/** Reads a table of any length without holding it. Rows that are wholly empty or not to be trusted are left out. */
export async function streamRows(path: string, options: ReadOptions, receiver: RowReceiver): Promise<StreamedTable> {
  const { rows, ...head } = await openTable(path, options);
  receiver.header(head.labels);
  const parts: TablePart[] = [];
  const refused = new Set<number>();
  const pass = {
    signal: options.signal,
    onProgress: options.onProgress,
    part: (part: TablePart) => parts.push(part),
    report: (problem: Problem) => {
      if (problem.effect === 'row_refused') refused.add(problem.row);
      receiver.problem(problem);
    },
  };
  for await (const block of rows(pass)) {
    block.rows.forEach((row, index) => {
      const number = block.numbers[index] ?? 0;
      if (!refused.has(number)) receiver.row(row, number);
    });
    await breathe(options.signal);
    await options.betweenSteps?.();
  }
  return { ...head, parts };
}
