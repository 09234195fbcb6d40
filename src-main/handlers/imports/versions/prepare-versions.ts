import type { ImportRequest } from '#contract/imports/imports';
import type { VersionsMapping } from '#contract/models/import-versions';
import { DomainError } from '../../../failure/domain-error';
import type { ProblemTally } from '../../../importers/problem-tally';
import { breathe } from '../../../importers/tabular/failures';
import { readTable } from '../../../importers/tabular/read-table';
import { readOptions, type Table } from '../../../importers/tabular/table';
import { type FoundModel, groupByModel } from '../../../importers/versions/group-models';
import { guessVersionsMapping, orderShown } from '../../../importers/versions/guess-mapping';
import type { PlannedModel, VersionCounts } from '../../../importers/versions/plan-types';
import { countVersions, planModel } from '../../../importers/versions/plan-versions';
import { type ReadVersions, readVersions } from '../../../importers/versions/read-versions';
import type { Job } from '../../../jobs/job-list';
import { lastEntry } from '../../../store/journal/journal';
import { listKnownModels } from '../../../store/models/models';
import { listKnownMoves } from '../../../store/models/moves';
import { listVersions } from '../../../store/models/versions';
import type { QueryContext } from '../../context';
import type { ImportCounts } from '../kind';
import { findVersionSource, type VersionSource, versionRules } from './version-source';

export interface PreparedVersions {
  readonly request: ImportRequest;
  readonly table: Table;
  readonly mapping: VersionsMapping;
  readonly source: VersionSource;
  readonly planned: readonly PlannedModel[];
  readonly found: readonly FoundModel[];
  readonly stages: ReadVersions['stages'];
  readonly problems: ProblemTally;
  readonly versions: VersionCounts;
  /** In versions. */
  readonly counts: ImportCounts;
  /** The journal entry that the plan was made on: it holds for no later state. */
  readonly seq: number;
}

const MODELS_PER_STEP = 25;

/** Reads the file and works out what an import would do; writes nothing. */
export async function prepareVersions(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedVersions> {
  const table = await readTable(
    context.files.resolve(request.file),
    readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total)),
    context.readers.openTable,
  );
  const mapping = chooseMapping(request, table);
  const today = context.now.slice(0, 10);
  const { told, problems, stages } = await readVersions({
    table,
    mapping,
    today,
    signal: job.signal,
    onProgress: (done, total) => job.progress('Reading the versions', done, total),
  });
  const seq = (await lastEntry(context.read))?.seq ?? 0;
  const { groups, found } = groupByModel(told, await listKnownModels(context.read), mapping, problems);
  const moves = await listKnownMoves(context.read);
  const known = await listVersions(context.read);
  const source = await findVersionSource(request, context.read);
  const rules = versionRules(request, source);
  const planned: PlannedModel[] = [];
  for (const group of groups) {
    const id = group.model?.id ?? '';
    const { whole } = mapping;
    planned.push(
      planModel({ group, moves: moves.get(id) ?? [], known: known.get(id) ?? [], rules, whole, problems, today }),
    );
    if (planned.length % MODELS_PER_STEP !== 0) continue;
    job.progress('Comparing with the portfolio', planned.length, groups.length);
    await breathe(job.signal);
  }
  const versions = countVersions(planned);
  return {
    request,
    table,
    mapping,
    source,
    planned,
    found,
    stages,
    problems,
    versions,
    counts: countsOf(planned, versions, problems),
    seq,
  };
}

function countsOf(planned: readonly PlannedModel[], counts: VersionCounts, problems: ProblemTally): ImportCounts {
  const overruled = planned.reduce((sum, { told, contradictions }) => {
    const rows = new Set(contradictions.flatMap((one) => (one.decision === 'file' ? [one.told.row] : [])));
    return sum + told.filter(({ row }) => rows.has(row)).length;
  }, 0);
  return {
    created: counts.addedDated + counts.addedUndated + counts.kept,
    updated: counts.refined + overruled,
    unchanged: counts.known + counts.contradicted - overruled,
    rejected: problems.refused,
  };
}

/** What the person mapped, else a guess; what it leaves open of the order of dates, the request or the file says. */
function chooseMapping({ mapping: given, dateOrder }: ImportRequest, table: Table): VersionsMapping {
  if (given && !('kind' in given && given.kind === 'versions')) {
    throw new DomainError(
      'invalid_input',
      'This mapping is not one of a version history. Leave the mapping or the format out.',
    );
  }
  const mapping = given ?? { ...guessVersionsMapping(table), ...(dateOrder && { dateOrder }) };
  for (const { column } of mapping.fields) {
    if (table.labels.includes(column)) continue;
    const message = `${table.fileName} has no column “${column}”. Choose another one, or leave it out.`;
    throw new DomainError('invalid_input', message);
  }
  for (const [field, thing] of NEEDED) {
    if (mapping.fields.some((one) => one.field === field)) continue;
    const message = `No column of ${table.fileName} is known to say ${thing}. Choose it in the mapping.`;
    throw new DomainError('invalid_input', message);
  }
  return { ...mapping, dateOrder: mapping.dateOrder ?? dateOrder ?? orderShown(table, mapping.fields) };
}

const NEEDED = [
  ['model', 'which model a version is of'],
  ['version', 'which version it is'],
] as const;
