import type { Output } from '#contract/index';
import type { ConnectionPreview } from '#contract/imports/connections';
import { counted } from '#domain/base/wording';
import type { Job } from '../../../jobs/job-list';
import { noteImport } from '../../../store/imports/import-sets';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { CommandContext, QueryContext } from '../../context';
import { applyInventory } from '../inventory/apply-inventory';
import { describeInventory } from '../inventory/describe-inventory';
import type { AppliedImport } from '../kind';
import { applyVersions } from '../versions/apply-versions';
import { describeVersions } from '../versions/describe-versions';
import { changeLines } from './change-lines';
import type { Fetched } from './fetch-connection';
import { notesOf } from './open-connection';
import { chosenBy, type Deciding, modelsOf, prepareModels, prepareTheirVersions, rowsOf } from './prepare-connection';

const SHOWN = 500;

/** What taking a fetch would do. */
export async function previewConnection(
  row: ConnectionRow,
  fetched: Fetched,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<ConnectionPreview> {
  const models = await prepareModels(row, fetched, deciding, context, job);
  const rows = await rowsOf(models);
  const versions = await prepareTheirVersions(row, fetched, chosenBy(rows), deciding, context, job);
  const inventory = await describeInventory(models, job, context.read);
  const lines = changeLines(rows, versions?.planned ?? [], fetched.seen);
  const gone = inventory.missingModels.map(({ modelId, name }) => ({
    modelId,
    name,
    kind: 'gone' as const,
    said: ['not in the registry any more; it stays here'],
    when: '',
    known: 'none' as const,
  }));
  const asks = lines.filter(({ kind }) => kind === 'contradicted' || kind === 'waiting').length;
  return {
    fetched: fetched.id,
    at: fetched.at,
    ms: fetched.ms,
    server: fetched.server,
    changes: lines.length - asks,
    asks,
    unchanged: rows.length - lines.length,
    lines: [...lines, ...gone].slice(0, SHOWN),
    linesTotal: lines.length + gone.length,
    warnings: [...fetched.warnings],
    inventory: { ...inventory },
    versions: versions && (await describeVersions(versions, job.signal)),
  };
}

/** What waits of a fetch, for whoever looks at the list of connections. */
export async function noteWaiting(
  row: ConnectionRow,
  context: QueryContext,
  counts: { readonly waiting: number; readonly unchanged: number; readonly took?: string | undefined },
): Promise<void> {
  const notes = await notesOf(context);
  const state = notes.state(row.id);
  if (state) notes.setState(row.id, { ...state, ...counts, took: counts.took ?? null });
}

/** Nothing would be written but that it was looked at. */
class NothingNew extends Error {
  constructor(readonly counts: Pick<AppliedImport, 'counts' | 'waiting'>) {
    super('nothing new');
  }
}

/** Takes a fetch as one step of the journal: both imports, or none. */
export async function applyConnection(
  row: ConnectionRow,
  fetched: Fetched,
  deciding: Deciding,
  context: CommandContext,
  job: Job,
): Promise<Output<'connections.apply'>> {
  const models = await prepareModels(row, fetched, deciding, context, job);
  const rows = await rowsOf(models);
  try {
    return await context.write(
      async (write) => {
        const applied: AppliedImport[] = [await applyInventory(write, models, context, job)];
        const inside: QueryContext = { ...context, read: write.read };
        const theirs = await modelsOf(row.system, rows, write.read);
        const versions = await prepareTheirVersions(row, fetched, theirs, deciding, inside, job);
        if (versions) applied.push(await applyVersions(write, versions, context, job));
        for (const { importId, models: noted, parts } of applied)
          await noteImport(write, importId, noted ?? {}, parts ?? []);
        const value = sumOf(applied);
        const changed = value.created + value.updated;
        const decided = (deciding.decisions?.length ?? 0) + (deciding.answers?.length ?? 0) > 0;
        if (changed === 0 && !decided) throw new NothingNew({ counts: value, waiting: value.waiting });
        const label =
          changed === 0 ? `Decide what ${row.label} says` : `Take ${counted(changed, 'change')} from ${row.label}`;
        return { label, value };
      },
      { bulk: true, ...(fetched.server.models >= MANY && { keep: 'import' as const }) },
    );
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error;
    return { ...error.counts.counts, importIds: [], waiting: error.counts.waiting ?? 0 };
  }
}

/** Of a smaller registry an undo is enough. */
const MANY = 100;

function sumOf(applied: readonly AppliedImport[]): Output<'connections.apply'> {
  const sum = (of: (one: AppliedImport) => number): number => applied.reduce((total, one) => total + of(one), 0);
  return {
    importIds: applied.map(({ importId }) => importId),
    created: sum(({ counts }) => counts.created),
    updated: sum(({ counts }) => counts.updated),
    unchanged: sum(({ counts }) => counts.unchanged),
    rejected: sum(({ counts }) => counts.rejected),
    waiting: sum(({ waiting }) => waiting ?? 0),
  };
}
