import { DriftMapping, type DriftSubject } from '#contract/drift/import';
import type { ImportRequest } from '#contract/imports/imports';
import { findZone } from '#domain/base/time-zone';
import { counted } from '#domain/base/wording';
import type { CollectedResults } from '#domain/drift/result-columns';
import { type ModelMatch, modelMatcher, sayAmbiguous } from '#domain/models/match';
import { DomainError } from '../../../failure/domain-error';
import { refuseWhenCancelled } from '../../../failure/refuse-when-cancelled';
import type { DriftReading } from '../../../importers/drift/reading';
import { DriftSummary } from '../../../importers/drift/summary';
import type { ProblemTally } from '../../../importers/problem-tally';
import { readOptions } from '../../../importers/tabular/table';
import type { Job } from '../../../jobs/job-list';
import type { Readers } from '../../../readers/readers';
import type { ReadHandle } from '../../../store/journal/handle';
import { listKnownModels } from '../../../store/models/models';
import type { QueryContext } from '../../context';
import { describeMatch } from '../describe-match';
import { findKept, type KeptRead, keep, sameReadKey } from './kept-read';

/** Points are held until they take so much memory, then put away: five million of a plain table take less. */
const BYTES_PER_PART = 192 * 1024 * 1024;
/** The memory is looked at whenever so many points have come. */
const LOOK_EVERY = 50_000;

export interface DriftPass {
  readonly reading: DriftReading;
  readonly mapping: DriftMapping;
  readonly points: number;
  readonly series: DriftSummary['series'];
  readonly problems: ProblemTally;
  readonly subjects: readonly DriftSubject[];
  /** Results that were left out: no model fits, or the person said so. */
  readonly homeless: number;
}

export interface DriftRequest
  extends Pick<ImportRequest, 'file' | 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'totals'> {
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
 * Gives the results of a file that have a model to `take`, in as few parts as memory allows. A file is read once from
 * beginning to end; where it fits into one part, it is kept, and asked for again with other models is not read again.
 */
export async function readDriftFile(
  request: DriftRequest,
  context: Pick<QueryContext, 'files' | 'readers' | 'store'> & { readonly read: ReadHandle },
  job: Job,
  take: (part: CollectedResults) => Promise<void>,
): Promise<DriftPass> {
  const { mapping } = request;
  if (!findZone(mapping.timeZone)) {
    throw new DomainError(
      'invalid_input',
      `There is no time zone ${mapping.timeZone}. Give a name such as Europe/Berlin.`,
    );
  }
  const chosen = new Map(mapping.models.map(({ name, modelId }) => [name, modelId]));
  const choice = (name: string) => request.modelId ?? chosen.get(name);
  const matchModel = modelMatcher(await listKnownModels(context.read), choice);
  const takeHeld = async (summary: DriftSummary): Promise<void> => {
    const part = summary.results((name) => matchModel(name).model?.id ?? null);
    if (part.series.length > 0) await take(part);
  };
  const path = context.files.resolve(request.file);
  const sameRead = await sameReadKey(path, request);
  let read = findKept(context.store, sameRead);
  if (!read) {
    const fresh = await readWhole(path, request, context.readers, job, takeHeld);
    if (fresh.whole) keep(context.store, sameRead, fresh);
    read = fresh;
  }
  const { reading, summary } = read;
  await takeHeld(summary);
  const problems = summary.problems.copy();
  const { series, points } = summary;
  const subjects = listSubjects(series, matchModel, reading.namedByFile);
  const homeless = noteHomeless(subjects, matchModel, problems);
  return { reading, mapping, points, series, problems, subjects, homeless };
}

async function readWhole(
  path: string,
  request: DriftRequest,
  readers: Readers,
  job: Job,
  takeHeld: (summary: DriftSummary) => Promise<void>,
): Promise<KeptRead & { readonly whole: boolean }> {
  const options = readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total));
  const summary = new DriftSummary();
  let looked = 0;
  let whole = true;
  const betweenSteps = async (): Promise<void> => {
    refuseWhenCancelled(job.signal, 'import');
    if (summary.held - looked < LOOK_EVERY) return;
    looked = summary.held;
    if (summary.bytes < BYTES_PER_PART) return;
    await takeHeld(summary);
    summary.putAway();
    [looked, whole] = [0, false];
  };
  const reading = await readers.drift(path, { ...options, mapping: request.mapping, betweenSteps }, summary);
  return { reading, summary, whole };
}

function listSubjects(
  series: DriftSummary['series'],
  matchModel: (name: string) => ModelMatch,
  namedByFile: ReadonlySet<string>,
): readonly DriftSubject[] {
  const subjects = new Map<string, { series: number; points: number }>();
  for (const { name, points } of series) {
    const known = subjects.get(name) ?? { series: 0, points: 0 };
    subjects.set(name, { series: known.series + 1, points: known.points + points });
  }
  return [...subjects].map(([name, counts]) => {
    const match = matchModel(name);
    const found = match.found === 'name' && namedByFile.has(name) ? 'file_name' : match.found;
    return { name, ...describeMatch(match), found, ...counts };
  });
}

/** Results without a model are listed by name, not dropped in silence. */
function noteHomeless(
  subjects: readonly DriftSubject[],
  matchModel: (name: string) => ModelMatch,
  problems: ProblemTally,
): number {
  let homeless = 0;
  for (const { name, points } of subjects) {
    const match = matchModel(name);
    if (match.model !== null) continue;
    homeless += points;
    const results = counted(points, 'result');
    const are = points === 1 ? 'is' : 'are';
    const problem = { row: 0, column: '', value: name };
    if (match.found === 'left_out') {
      const message = `${results} of “${name}” ${are} left out, as chosen.`;
      problems.add({ ...problem, code: 'left_out', message, effect: 'note' });
    } else if (match.found === 'ambiguous') {
      const message = `${sayAmbiguous(name, match)}. Its ${results} ${are} not imported until one is chosen.`;
      problems.add({ ...problem, code: 'model_ambiguous', message, effect: 'row_refused' }, 0);
    } else {
      const message = `No model of the portfolio is called “${name}”, so its ${results} ${are} not imported. Choose the model that it is.`;
      problems.add({ ...problem, code: 'model_unknown', message, effect: 'row_refused' }, 0);
    }
  }
  return homeless;
}
