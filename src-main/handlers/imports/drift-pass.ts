import { collectResults, type CollectedResults } from '#domain/drift/result-columns';
import { findZone } from '#domain/time-zone';
import { counted } from '#domain/wording';
import { DriftMapping, type DriftSubject } from '#contract/import-drift';
import type { ImportRequest } from '#contract/imports';
import type { QueryContext } from '../../context';
import { type KnownModel, modelMatcher } from '../../importers/drift/match-models';
import { readDrift } from '../../importers/drift/read-drift';
import type { DriftReading } from '../../importers/drift/reading';
import { DriftSummary } from '../../importers/drift/summary';
import { readFileStart } from '../../importers/tabular/file-start';
import { readOptions } from '../../importers/tabular/table';
import type { Job } from '../../jobs/job-list';
import { DomainError } from '../../rpc/errors';
import type { ReadHandle } from '../../store/handle';
import { openForeignFile } from '../../store/sqlite/foreign-file';
import { refuseWhenCancelled } from './ledger';

/** So many points are held at most before they are put away. */
const POINTS_PER_PART = 250_000;

export interface DriftPass {
  readonly reading: DriftReading;
  readonly mapping: DriftMapping;
  readonly summary: DriftSummary;
  readonly subjects: readonly DriftSubject[];
  /** Results that were left out: no model fits, or the person said so. */
  readonly homeless: number;
}

export interface DriftRequest extends Pick<ImportRequest, 'file' | 'encoding' | 'delimiter' | 'sheet'> {
  readonly mapping: DriftMapping;
  /** The model of all results, whatever the file calls it. */
  readonly modelId: string | null;
}

/** What an import request says about drift; the mapping of another kind is refused. */
export function driftRequest(request: ImportRequest): DriftRequest {
  const { mapping, timeZone, dateOrder } = request;
  if (mapping && !('kind' in mapping)) {
    throw new DomainError(
      'invalid_input',
      'This mapping is not one of drift results. Leave the mapping or the format out.',
    );
  }
  const given = DriftMapping.parse({ kind: 'drift', ...(timeZone === undefined ? {} : { timeZone }), ...mapping });
  return { ...request, mapping: dateOrder === undefined ? given : { ...given, dateOrder }, modelId: null };
}

/**
 * Reads a file once, from beginning to end, and gives the results that have a model to `take`, a part at a time: a file
 * of any length needs the memory of one part.
 */
export async function readDriftFile(
  request: DriftRequest,
  context: Pick<QueryContext, 'files'> & { readonly read: ReadHandle },
  job: Job,
  take: (part: CollectedResults) => void | Promise<void>,
): Promise<DriftPass> {
  const { mapping } = request;
  if (!findZone(mapping.timeZone)) {
    throw new DomainError(
      'invalid_input',
      `There is no time zone ${mapping.timeZone}. Give a name such as Europe/Berlin.`,
    );
  }
  const path = context.files.resolve(request.file);
  const options = readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total));
  const match = modelMatcher(await listKnownModels(context.read), mapping, request.modelId);
  let part = collectResults();
  const putAway = async (): Promise<void> => {
    const collected = part.finish();
    part = collectResults();
    if (collected.series.length > 0) await take(collected);
  };
  const summary = new DriftSummary(({ name, ...point }) => {
    const { modelId } = match(name);
    if (modelId !== null) part.add({ ...point, modelId });
  });
  const start = await readFileStart(path, options);
  const betweenSteps = async (): Promise<void> => {
    refuseWhenCancelled(job);
    if (part.size >= POINTS_PER_PART) await putAway();
  };
  const reading = await readDrift(
    path,
    start.bytes,
    { ...options, mapping, openDatabase: openForeignFile, betweenSteps },
    summary,
  );
  await putAway();
  const subjects = listSubjects(summary, match, reading.namedByFile);
  return { reading, mapping, summary, subjects, homeless: noteHomeless(subjects, summary) };
}

async function listKnownModels(read: ReadHandle): Promise<readonly KnownModel[]> {
  const rows = await read.selectFrom('models').select(['id', 'name', 'external_references']).execute();
  return rows.map((row) => ({ id: row.id, name: row.name, externalIds: externalIds(row.external_references) }));
}

function externalIds(text: string): readonly string[] {
  const references = JSON.parse(text) as { readonly id?: unknown }[]; // written through the contract's schema
  return references.flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : []));
}

function listSubjects(
  summary: DriftSummary,
  match: ReturnType<typeof modelMatcher>,
  namedByFile: ReadonlySet<string>,
): readonly DriftSubject[] {
  const subjects = new Map<string, { series: number; points: number }>();
  for (const { name, points } of summary.series) {
    const known = subjects.get(name) ?? { series: 0, points: 0 };
    subjects.set(name, { series: known.series + 1, points: known.points + points });
  }
  return [...subjects].map(([name, counts]) => {
    const found = match(name);
    const byFile = found.found === 'name' && namedByFile.has(name);
    return { name, ...found, found: byFile ? 'file_name' : found.found, ...counts };
  });
}

/** Results without a model are listed by name, not dropped in silence. */
function noteHomeless(subjects: readonly DriftSubject[], summary: DriftSummary): number {
  let homeless = 0;
  for (const { name, found, points } of subjects) {
    if (found !== 'unknown' && found !== 'left_out') continue;
    homeless += points;
    const results = counted(points, 'result');
    const problem = { row: 0, column: '', value: name };
    if (found === 'left_out') {
      const message = `${results} of “${name}” are left out, as chosen.`;
      summary.problems.add({ ...problem, code: 'left_out', message, effect: 'note' });
    } else {
      const message = `No model of the portfolio is called “${name}”, so its ${results} are not imported. Choose the model that it is.`;
      summary.problems.add({ ...problem, code: 'model_unknown', message, effect: 'row_refused' }, 0);
    }
  }
  return homeless;
}
