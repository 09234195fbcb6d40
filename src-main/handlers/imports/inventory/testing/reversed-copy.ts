import { writeFileSync } from 'node:fs';
import { readTable } from '../../../../importers/tabular/read-table';

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A copy of a table as CSV whose rows stand in the opposite order. @returns the path of the copy */
export async function reversedCopy(path: string, copy: string): Promise<string> {
  const { labels, rows } = await readTable(path, { encoding: 'auto', delimiter: 'auto' });
  const lines = [labels, ...rows.toReversed()].map((cells) => cells.map(cell).join(','));
  writeFileSync(copy, lines.join('\n'));
  return copy;
}
