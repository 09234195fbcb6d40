import { readTime } from '../cells/read-time';
import { readOwnNumber } from './cells';
import { type DriftSink, type ReadFacts, UNSAID } from './reading';
import { type ReportWriter, reportWriter } from './report-context';
import type { TableReader, TableRules } from './table-reader';
import { whylogsFigures } from './whylogs';

/** The scores of whylogs as a data frame saves them: a row a column. */
export const isWhylogsTable = (labels: readonly string[]): boolean =>
  ['algorithm', 'statistic', 'drift_category'].every((label) => labels.includes(label));

const TIMES = ['time', 'timestamp', 'date', 'dataset_timestamp'];
const COLUMNS = ['column', 'column_name', 'feature', 'Unnamed: 0', 'Column 1'];

/** Reads it. The time stands in a column only if somebody added one. */
export function whylogsTable(rules: TableRules, sink: DriftSink): TableReader {
  const place = new Map<string, number>();
  const writers = new Map<string, ReportWriter>();
  let read: readonly ReadFacts[] = [];
  const writerAt = (time: string): ReportWriter => {
    const known = writers.get(time);
    if (known) return known;
    const facts = { tool: 'whylogs', version: '', name: '', time, nRef: null, nCur: null };
    const writer = reportWriter({ ...rules, sink }, facts);
    writers.set(time, writer);
    return writer;
  };
  return {
    header: (labels) => {
      for (const [index, label] of labels.entries()) place.set(label, index);
      return [];
    },
    row: (cells, row) => {
      const cell = (labels: readonly string[]): string =>
        cells[place.get(labels.find((label) => place.has(label)) ?? '') ?? -1] ?? '';
      const time = cell(TIMES).trim();
      const moment = readTime(time, { timeZone: rules.mapping.timeZone, order: rules.mapping.dateOrder });
      if (time !== '' && !moment.ok) {
        sink.problem({
          row,
          column: 'time',
          code: moment.code,
          message: moment.message,
          value: time,
          effect: 'row_refused',
        });
        return;
      }
      const number = (label: string): number | null => readOwnNumber(cell([label])).value;
      const score = {
        algorithm: cell(['algorithm']),
        pvalue: number('pvalue'),
        statistic: number('statistic'),
        drift_category: cell(['drift_category']),
      };
      for (const { part, ...figure } of whylogsFigures(cell(COLUMNS), score))
        writerAt(time).figure({ ...UNSAID_ROWS, ...figure, row }, `row ${row}, ${part}`);
    },
    end: () => {
      read = [...writers.values()].map((writer) => writer.finish(SOURCE));
    },
    facts: () => read[0] ?? { source: SOURCE, tool: 'whylogs', version: '', time: 'missing' },
  };
}

const SOURCE = 'whylogs table';
const UNSAID_ROWS = { distribution: UNSAID.distribution } as const;
