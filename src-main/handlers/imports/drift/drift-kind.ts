import type { DriftPreview } from '#contract/drift/import';
import { counted } from '#domain/base/wording';
import type { CollectedResults } from '#domain/drift/result-columns';
import { DomainError } from '../../../failure/domain-error';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import { isDriftFile } from '../../../importers/drift/read-drift';
import type { Job } from '../../../jobs/job-list';
import { appendResults } from '../../../store/drift/append';
import { compareResults } from '../../../store/drift/compare';
import { takeBackResults } from '../../../store/drift/imports';
import type { WriteHandle } from '../../../store/journal/handle';
import type { CommandContext, QueryContext } from '../../context';
import type { AppliedImport, ImportCounts, ImportKind } from '../kind';
import { insertLedger } from '../ledger';
import { readingFacts } from '../reading-facts';
import { type DriftPass, type DriftRequest, driftRequest, readDriftFile } from './drift-pass';
import { letGo } from './kept-read';

const SHOWN_SERIES = 2_000;

/** Drift results that other tools computed. */
export const driftKind: ImportKind = {
  name: 'drift',
  sniff: isDriftFile,
  prepare: async (request, context, job) => {
    const drift = driftRequest(request);
    return {
      describe: () => describeDrift(drift, context, job),
      apply: (write, applying, writing) => applyDrift(write, drift, applying, writing),
    };
  },
  undo: async (write, record, entry) => {
    await takeBackResults(write, record, entry);
    return record.created + record.updated;
  },
};

export async function describeDrift(request: DriftRequest, context: QueryContext, job: Job): Promise<DriftPreview> {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  let repeated = 0;
  const pass = await readDriftFile(request, context, job, async (part) => {
    const progress = (done: number, total: number): void => {
      refuseWhenCancelled(job.signal, 'import');
      job.progress('Comparing with what is recorded', done, total);
    };
    const { created, updated, unchanged } = await compareResults(context.read, part, progress);
    counts.created += created;
    counts.updated += updated;
    counts.unchanged += unchanged;
    repeated += part.repeated;
  });
  noteRepeated(pass, repeated);
  const { reading, series, problems, subjects } = pass;
  return {
    format: 'drift',
    ...readingFacts(reading, reading.parts),
    columns: [...reading.columns],
    rows: pass.points + problems.refused,
    creates: counts.created,
    updates: counts.updated,
    unchanged: counts.unchanged,
    rejected: rejectedOf(pass, repeated),
    problems: problems.kept,
    problemsTotal: problems.total,
    problemsByCode: problems.byCode(),
    mapping: { ...pass.mapping, columns: [...reading.fields] },
    source: reading.source,
    tool: reading.tool,
    version: reading.version,
    time: reading.time,
    subjects: [...subjects],
    seriesTotal: series.length,
    series: series.slice(0, SHOWN_SERIES),
  };
}

/** What was read and is not in the portfolio afterwards. */
const rejectedOf = ({ problems, homeless }: DriftPass, repeated: number): number =>
  problems.refused + homeless + repeated;

function noteRepeated({ problems }: DriftPass, repeated: number): void {
  if (repeated === 0) return;
  const again = repeated === 1 ? '1 result comes again' : `${counted(repeated, 'result')} come again`;
  const message = `${again} further down for the same series and time; the last one counts.`;
  problems.add({ row: 0, column: '', code: 'repeated', message, value: '', effect: 'note' });
}

export interface AppliedDrift extends AppliedImport {
  readonly pass: DriftPass;
}

/** Reads the file and writes its results part by part, all in the caller's transaction. */
export async function applyDrift(
  write: WriteHandle,
  request: DriftRequest,
  context: CommandContext,
  job: Job,
): Promise<AppliedDrift> {
  const importId = context.newId();
  const counts = { created: 0, updated: 0, unchanged: 0 };
  let repeated = 0;
  let origin = '';
  const append = async (part: CollectedResults): Promise<void> => {
    const done = await appendResults(write, part, {
      newId: context.newId,
      actor: context.actor,
      now: context.now,
      origin,
      importId,
      progress: (stored, total) => {
        refuseWhenCancelled(job.signal, 'import');
        job.progress('Storing the results', stored, total);
      },
    });
    counts.created += done.created;
    counts.updated += done.updated;
    counts.unchanged += done.unchanged;
    repeated += done.repeated;
  };
  origin = `the import of ${baseName(context.files.resolve(request.file))}`;
  const { files, readers, store } = context;
  const pass = await readDriftFile(request, { files, readers, store, read: write.read }, job, append);
  letGo(store);
  noteRepeated(pass, repeated);
  const all: ImportCounts = { ...counts, rejected: rejectedOf(pass, repeated) };
  refuseWhenNothingFits(pass, all);
  await insertLedger(write, { id: importId, ...ledgerLine(pass), counts: all }, context);
  const label = `Import ${counted(all.created + all.updated, 'drift result')} from ${pass.reading.fileName}`;
  return { importId, counts: all, label, pass };
}

const baseName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

function refuseWhenNothingFits({ reading, problems }: DriftPass, counts: ImportCounts): void {
  if (counts.created + counts.updated + counts.unchanged > 0) return;
  const [first] = (['row_refused', 'value_refused', 'note'] as const).flatMap(
    (effect) => problems.kept.find((problem) => problem.effect === effect) ?? [],
  );
  throw new DomainError(
    'refused',
    first
      ? `Nothing of ${reading.fileName} could be imported. ${first.message}`
      : `${reading.fileName} holds no drift results: there is nothing below its header.`,
  );
}

/** Where each series stands in the file is kept with the import; the file's hash says which file that was. */
function ledgerLine({ reading, mapping, series, points, problems }: DriftPass) {
  const pointers = series
    .slice(0, SHOWN_SERIES)
    .map(({ name, column, metric, pointer }) => ({ name, column, metric, pointer }));
  const { source, tool, version } = reading;
  return {
    format: 'drift' as const,
    fileName: reading.fileName,
    fileHash: reading.contentHash,
    preset: null,
    mapping: { ...mapping, read: { source, tool, version, pointers } },
    rows: points + problems.refused,
    problems: problems.kept,
  };
}
