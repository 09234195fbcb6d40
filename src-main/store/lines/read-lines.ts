import { toldPoints } from '../drift/point-lines';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { yieldToOthers } from '../journal/yield-to-others';
import type { LinePart } from './line-part';
import { steps, tableNames, tableRows } from './sqlite/read-tables';

/**
 * Everything that a portfolio holds besides its journal: the steps of its structure, the rows of its tables, the points of drift
 * results.
 *
 * @param read a snapshot in which nobody writes
 */
export async function* portfolioParts(read: ReadHandle): AsyncGenerator<readonly LinePart[]> {
  const db = sqlite(read);
  yield steps(db);
  for (const table of tableNames(db))
    for (const rows of tableRows(db, table)) {
      yield rows;
      await yieldToOthers();
    }
  for (const part of toldPoints(read)) {
    yield [part];
    await yieldToOthers();
  }
}
