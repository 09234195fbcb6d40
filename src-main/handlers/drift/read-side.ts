import type { DriftSide } from '#contract/drift/measure';
import { DAY_MS } from '#domain/base/calendar';
import type { ColumnSample, GivenCounts } from '#domain/drift/column-sample';
import { DomainError } from '../../failure/domain-error';
import type { RowFilter } from '../../importers/columnar/column-table';
import { sampleOfValues } from '../../importers/columnar/sample-of-values';
import type { Job } from '../../jobs/job-list';
import type { QueryContext } from '../context';

/** Either the cells of a column, or counts that somebody else made. */
interface SideColumn {
  readonly sample?: ColumnSample;
  readonly counts?: GivenCounts;
}

export interface ReadSide {
  /** Of the file; '' where values or counts were given. */
  readonly name: string;
  readonly rows: number | null;
  readonly labels: readonly string[];
  /** What else is there: columns that were not to be read among them. */
  readonly allLabels: readonly string[];
  column(name: string): SideColumn | undefined;
  /** Rows of one column, 0 where it is not there. */
  size(name: string): number;
}

export interface SideReading {
  readonly columns: readonly string[] | undefined;
  readonly decimal: '.' | ',' | 'auto';
  readonly context: Pick<QueryContext, 'files' | 'readers'>;
  readonly job: Job;
  readonly phase: string;
}

type SideFile = Extract<DriftSide, { file: string }>;

export async function readSide(side: DriftSide, reading: SideReading): Promise<ReadSide> {
  if (typeof side === 'string') return readFile({ file: side }, reading);
  if ('file' in side) return readFile(side, reading);
  const columns =
    'values' in side
      ? Object.entries(side.values).map(([name, cells]): [string, SideColumn] => [
          name,
          { sample: sampleOfValues(cells) },
        ])
      : Object.entries(side.counts).map(([name, counts]): [string, SideColumn] => [
          name,
          { counts: new Map(Object.entries(counts)) },
        ]);
  return asSide('', null, new Map(columns));
}

async function readFile({ file, rows, encoding }: SideFile, reading: SideReading): Promise<ReadSide> {
  const { columns, decimal, context, job, phase } = reading;
  const table = await context.readers.columns(context.files.resolve(file), {
    columns,
    decimal,
    filter: rows && filterOf(rows),
    encoding,
    signal: job.signal,
    onProgress: (done, total) => job.progress(phase, done, total),
  });
  const found = new Map([...table.columns].map(([name, sample]): [string, SideColumn] => [name, { sample }]));
  return asSide(table.fileName, table.rows, found, table.labels);
}

function asSide(
  name: string,
  rows: number | null,
  columns: ReadonlyMap<string, SideColumn>,
  allLabels: readonly string[] = [...columns.keys()],
): ReadSide {
  return {
    name,
    rows,
    labels: [...columns.keys()],
    allLabels,
    column: (wanted) => columns.get(wanted),
    size: (wanted) => {
      const { sample, counts } = columns.get(wanted) ?? {};
      return sample?.rows ?? [...(counts?.values() ?? [])].reduce((sum, count) => sum + count, 0);
    },
  };
}

function filterOf({
  column,
  from,
  to,
  order,
}: {
  column: string;
  from?: string | undefined;
  to?: string | undefined;
  order?: RowFilter['order'] | undefined;
}): RowFilter {
  const start = from === undefined ? Number.NEGATIVE_INFINITY : instantOf(from);
  // A day as the end is all of it.
  const end = to === undefined ? Number.POSITIVE_INFINITY : instantOf(to) + (to.length === 10 ? DAY_MS - 1 : 0);
  if (start > end) throw new DomainError('invalid_input', `The range ends (${to}) before it begins (${from}).`);
  return { column, from: start, to: end, order: order ?? null };
}

function instantOf(text: string): number {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new DomainError('invalid_input', `${text} is no date. Write it as 2026-11-23.`);
  return at;
}
