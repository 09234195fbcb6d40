import type { MeasuredColumn, MeasureRequest } from '#contract/drift/measure';
import { adjustPValues } from '#domain/drift/adjust-p-values';
import type { ColumnDrift } from '#domain/drift/drift-result';
import { type MeasureOptions, measureColumn, measureCounts, unmeasured } from '#domain/drift/measure-column';
import { refuseWhenCancelled } from '../../failure/refuse-when-cancelled';
import type { Job } from '../../jobs/job-list';
import type { QueryContext } from '../context';
import { type ReadSide, readSide } from './read-side';

export interface Measured {
  reference: { name: string; rows: number | null };
  current: { name: string; rows: number | null };
  columns: MeasuredColumn[];
  unmatched: { column: string; note: string }[];
}

/** Reads both sides and measures column by column; other work gets its turn in between. */
export async function measureDrift(
  request: MeasureRequest,
  bands: MeasureOptions['bands'],
  context: Pick<QueryContext, 'files' | 'readers'>,
  job: Job,
): Promise<Measured> {
  const reading = { columns: request.columns, decimal: request.options.decimal, context, job };
  const reference = await readSide(request.reference, { ...reading, phase: 'Reading the reference' });
  const current = await readSide(request.current, { ...reading, phase: 'Reading the current file' });
  const names = request.columns ?? [...new Set([...reference.labels, ...current.labels])];
  const results: ColumnDrift[] = [];
  for (const [done, name] of names.entries()) {
    refuseWhenCancelled(job.signal, 'measurement');
    job.progress('Comparing the columns', done, names.length);
    results.push(measureOne(name, reference, current, optionsOf(request.options, bands, name)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return {
    reference: { name: reference.name, rows: reference.rows },
    current: { name: current.name, rows: current.rows },
    columns: adjustPValues(results).map(toContract),
    unmatched: unmatched(reference, current, new Set(names)),
  };
}

function unmatched(reference: ReadSide, current: ReadSide, asked: ReadonlySet<string>): Measured['unmatched'] {
  const [there, here] = [new Set(reference.allLabels), new Set(current.allLabels)];
  return [...new Set([...there, ...here])]
    .filter((column) => there.has(column) !== here.has(column) && !asked.has(column))
    .map((column) => ({ column, note: onlyOneSide(there.has(column)) }));
}

const onlyOneSide = (reference: boolean): string =>
  reference
    ? 'Only the reference has this column; the current side does not.'
    : 'Only the current side has this column; the reference does not.';

function optionsOf(
  { types, edges, bands: given }: MeasureRequest['options'],
  bands: MeasureOptions['bands'],
  name: string,
): MeasureOptions {
  // Columns may be called like a member of every object: only own keys count.
  const own = <T>(of: Readonly<Record<string, T>>): T | undefined => (Object.hasOwn(of, name) ? of[name] : undefined);
  return { type: own(types), edges: own(edges), bands: { ...bands, ...given } };
}

function measureOne(name: string, reference: ReadSide, current: ReadSide, options: MeasureOptions): ColumnDrift {
  const [there, here] = [reference.column(name), current.column(name)];
  if (!there && !here) return unmeasured(name, 0, 0, 'Neither side has this column.');
  if (!there || !here) {
    const [nRef, nCur] = [there ? reference.size(name) : 0, here ? current.size(name) : 0];
    return unmeasured(name, nRef, nCur, onlyOneSide(there !== undefined));
  }
  if (there.counts && here.counts) return measureCounts(name, there.counts, here.counts, options);
  if (there.sample && here.sample) return measureColumn(name, there.sample, here.sample, options);
  return unmeasured(
    name,
    reference.size(name),
    current.size(name),
    'One side gives counts, the other values. Give counts in the same bins on both sides.',
  );
}

/** JSON has no infinity, and the rules' shapes are readonly: what leaves is a copy with infinities written out. */
function toContract(result: ColumnDrift): MeasuredColumn {
  const { noise, edges, ...rest } = result;
  const written = JSON.stringify(
    { ...rest, noise: noise ?? { psiMean: null, psi95: null, js95: null }, edges },
    (_key, value: unknown) => (value === Infinity || value === -Infinity ? String(value) : value),
  );
  return JSON.parse(written);
}
