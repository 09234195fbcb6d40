import { shortText } from '#domain/base/wording';
import { type ColumnSample, categoryCounts } from '#domain/drift/column-sample';
import { columnType, isDates } from '#domain/drift/column-type';
import { quantile } from '#domain/drift/deciles';
import { possibleOrders, readDate } from '../../importers/cells/read-date';
import type { Job } from '../../jobs/job-list';
import type { Readers } from '../../readers/readers';

interface InspectedColumn {
  column: string;
  type: 'numeric' | 'categorical' | 'dates' | 'none';
  why: string | null;
  missing: number;
  samples: string[];
  from: string | null;
  to: string | null;
}

/** Reads a whole file once and says what its columns are. */
export async function inspectFile(
  path: string,
  asked: string | undefined,
  readers: Readers,
  job: Job,
): Promise<{ fileName: string; encoding: string; rows: number; columns: InspectedColumn[] }> {
  const { fileName, encoding, rows, columns } = await readers.columns(path, {
    encoding: asked,
    signal: job.signal,
    onProgress: (done, total) => job.progress('Reading the file', done, total),
  });
  return { fileName, encoding, rows, columns: [...columns].map(([column, sample]) => describe(column, sample)) };
}

function describe(column: string, sample: ColumnSample): InspectedColumn {
  const { type, why } = columnType(sample, sample, undefined);
  const dates = isDates(sample);
  const bounds = dates ? dateBounds(sample) : { from: null, to: null };
  const missing = sample.missing;
  return { column, type: dates ? 'dates' : type, why, missing, samples: samplesOf(sample, type), ...bounds };
}

function samplesOf(sample: ColumnSample, type: string): string[] {
  const { numbers } = sample;
  if (type === 'numeric')
    return [...new Set([0, 0.5, 1].map((p) => String(Number(quantile(numbers, p).toPrecision(6)))))];
  return [...categoryCounts(sample)]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 3)
    .map(([text]) => shortText(text));
}

function dateBounds(sample: ColumnSample): { from: string | null; to: string | null } {
  const [order, other] = possibleOrders(sample.texts.keys());
  if (!order || other || sample.overflow) return { from: null, to: null };
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const text of sample.texts.keys()) {
    const at = readDate(text, order);
    if (Number.isNaN(at)) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: day(first), to: day(last) };
}
