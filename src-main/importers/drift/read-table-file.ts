import { basename } from 'node:path';
import { columnTally } from '../tabular/column-tally';
import { streamRows } from '../tabular/stream-rows';
import { isNannymlLevels, nannymlLevels } from './nannyml-levels';
import { isNannymlTable, nannymlTable } from './nannyml-table';
import { plainTable } from './plain-table';
import type { DriftReading, DriftReadOptions, DriftSink } from './reading';
import type { TableReader, TableRules } from './table-reader';
import { isWhylogsTable, whylogsTable } from './whylogs-table';

/** Reads a table of drift results of any length. */
export async function readDriftTable(
  path: string,
  options: DriftReadOptions,
  sink: DriftSink,
): Promise<Omit<DriftReading, 'namedByFile'>> {
  const rules: TableRules = { fileName: basename(path), mapping: options.mapping };
  const tally = columnTally();
  let reader: TableReader = plainTable(rules, sink);
  let fields: DriftReading['fields'] = [];
  // Figures of a program have no totals, and a feature may well be called so.
  const { labels: _labels, ...streamed } = await streamRows(
    path,
    { ...options, totals: 'keep' },
    {
      header: (labels) => {
        if (isNannymlTable(labels)) reader = nannymlTable(rules, sink);
        else if (isNannymlLevels(labels)) reader = nannymlLevels(rules, sink);
        else if (isWhylogsTable(labels)) reader = whylogsTable(rules, sink);
        tally.header(labels);
        fields = reader.header(labels);
      },
      row: (cells, number) => {
        tally.row(cells);
        reader.row(cells, number);
      },
      problem: (problem) => sink.problem(problem, problem.effect === 'row_refused' ? 1 : 0),
    },
  );
  reader.end();
  return { ...streamed, ...reader.facts(), fileName: rules.fileName, columns: tally.columns(), fields };
}
