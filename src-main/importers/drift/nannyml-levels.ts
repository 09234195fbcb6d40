import { nannymlTable } from './nannyml-table';
import type { DriftSink } from './reading';
import type { TableReader, TableRules } from './table-reader';

/** Labels were made unique; what stands in the file is without the number. */
const plain = (label: string): string => label.replace(/ \(\d+\)$/, '');

/** What `to_df()` of NannyML gives, saved as CSV: two or three rows of headers, of which the first repeats `chunk`. */
export const isNannymlLevels = (labels: readonly string[]): boolean =>
  labels.filter((label) => plain(label) === 'chunk').length >= 3;

/** Joins the rows of headers into one, as `to_df(multilevel=False)` does, and reads on as from that. */
export function nannymlLevels(rules: TableRules, sink: DriftSink): TableReader {
  const table = nannymlTable(rules, sink);
  let levels: (readonly string[])[] = [];
  let headed = false;
  return {
    ...table,
    header: (labels) => {
      levels = [labels.map((label) => (/^Column \d+$/.test(label) ? '' : plain(label)))];
      return [];
    },
    row: (cells, row) => {
      if (headed) return table.row(cells, row);
      levels.push(cells);
      // The last row of headers is the one that names the parts of a chunk.
      if (!cells.includes('key')) return;
      headed = true;
      table.header((levels[0] ?? []).map((_, index) => flatLabel(levels.map((level) => level[index] ?? ''))));
    },
  };
}

function flatLabel(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts[0] === 'chunk') return last.startsWith('chunk_') ? last : `chunk_${last}`;
  return parts.join('_');
}
