import type { Output } from '#contract/index';
import { counted } from '#domain/base/wording';
import type { Job } from '../../../jobs/job-list';
import { latestImportOf } from '../../../store/imports/connections';
import { noteImport } from '../../../store/imports/import-sets';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { lastEntry } from '../../../store/journal/journal';
import { removeFacts } from '../../../store/references/remove-facts';
import type { CommandContext, QueryContext } from '../../context';
import { applyDrift } from '../drift/drift-kind';
import { applyIncidents } from '../incidents/apply-incidents';
import { applyInventory } from '../inventory/apply-inventory';
import type { AppliedImport } from '../kind';
import { applyVersions } from '../versions/apply-versions';
import type { PreparedVersions } from '../versions/prepare-versions';
import { describeResults, driftOf } from './drift-part';
import type { Fetched } from './fetch-connection';
import { goingDoubles, prepareTheirIncidents, saysAnything } from './incidents-part';
import { keepNames, namesOf } from './model-names';
import { notesOf } from './open-connection';
import type { ConnectionPlan } from './plan-connection';
import { type Deciding, modelsOf, prepareModels, prepareTheirVersions } from './prepare-connection';
import { standingTakes, withTake } from './taken-memory';

type Applied = Output<'connections.apply'>;

/** Nothing would be written but that it was looked at. */
class NothingNew extends Error {
  constructor(readonly value: Applied) {
    super('nothing new');
  }
}

/**
 * Takes a fetch as one step of the journal: all its parts, or none; and notes on this computer that it did.
 *
 * @param plan what was worked out of it just before, with the same decisions
 */
export async function applyConnection(
  row: ConnectionRow,
  fetched: Fetched,
  deciding: Deciding,
  context: CommandContext,
  job: Job,
  plan?: ConnectionPlan,
): Promise<Applied> {
  const models = plan ? plan.models : await prepareModels(row, fetched, deciding, context, job);
  let homeless: readonly string[] = [];
  const all = async (write: WriteHandle): Promise<readonly AppliedImport[]> => {
    const taken = await takeParts(write, { row, fetched, deciding, models, plan }, context, job);
    homeless = taken.homeless;
    return taken.applied;
  };
  const taken = await written(row, deciding, context, fetched, all);
  await noteTaken(row, fetched, taken.importIds[0] ?? null, new Set(homeless), context);
  return taken;
}

interface Taking {
  readonly row: ConnectionRow;
  readonly fetched: Fetched;
  readonly deciding: Deciding;
  readonly models: ConnectionPlan['models'];
  /** What was worked out just before; its versions are taken as they are, where nothing was written since. */
  readonly plan?: ConnectionPlan | undefined;
}

/** Writes all parts of a fetch in the caller's transaction. Each has its line in the ledger; names without a model are said. */
export async function takeParts(
  write: WriteHandle,
  { row, fetched, deciding, models, plan }: Taking,
  context: CommandContext,
  job: Job,
): Promise<{ readonly applied: readonly AppliedImport[]; readonly homeless: readonly string[] }> {
  const inside: QueryContext = { ...context, read: write.read };
  // Before any part: what is prepared inside holds for the portfolio as its parts before left it.
  const applied: AppliedImport[] = models
    ? [withoutMissing(fetched, await applyInventory(write, models.prepared, context, job))]
    : [];
  const theirs = await modelsOf(systemOf(row, fetched), models?.rows ?? [], write.read);
  const versions =
    (await stillPlanned(plan, write)) ?? (await prepareTheirVersions(row, fetched, theirs, deciding, inside, job));
  if (versions) applied.push(await applyVersions(write, versions, context, job));
  const names = namesOf(row, deciding, theirs);
  const incidents = await prepareTheirIncidents(row, fetched, names, deciding, inside, job);
  if (incidents && saysAnything(incidents)) {
    applied.push(await applyIncidents(write, incidents, context, job));
    const going = goingDoubles(incidents).map(({ id }) => id);
    if (going.length > 0) await removeFacts(write, 'incidents', going);
  }
  const request = driftOf(row, fetched, names, deciding);
  if (!request) return { applied, homeless: [] };
  const { preview, homeless } = await describeResults(request, theirs, inside, job);
  // Results of which none has a model are no import.
  if (preview.creates + preview.updates > 0) applied.push(await applyDrift(write, request, context, job));
  return { applied, homeless };
}

/** What may be only a part says nothing of what is not in it. */
const withoutMissing = ({ lacking }: Fetched, applied: AppliedImport): AppliedImport =>
  lacking ? { ...applied, models: { ...applied.models, missing: [] } } : applied;

/** The versions as they were worked out, where nothing was written of the models that they are held against, nor by anybody else. */
async function stillPlanned(plan: ConnectionPlan | undefined, write: WriteHandle): Promise<PreparedVersions | null> {
  if (!plan?.versions || plan.models?.rows.some(({ action }) => action === 'create' || action === 'update'))
    return null;
  return ((await lastEntry(write.read))?.seq ?? 0) === plan.versions.seq ? plan.versions : null;
}

async function written(
  row: ConnectionRow,
  deciding: Deciding,
  context: CommandContext,
  { server, moment }: Fetched,
  all: (write: WriteHandle) => Promise<readonly AppliedImport[]>,
): Promise<Applied> {
  try {
    return await context.write(
      async (write) => {
        const applied = await all(write);
        for (const { importId, models, parts } of applied)
          await noteImport(write, importId, models ?? {}, parts ?? [], row.id, moment ?? undefined);
        const named = await keepNames(write, row, deciding, context.now);
        const value = sumOf(applied);
        const changed = value.created + value.updated;
        const decided = named || (deciding.decisions?.length ?? 0) + (deciding.answers?.length ?? 0) > 0;
        if (changed === 0 && !decided) throw new NothingNew({ ...value, importIds: [] });
        const label =
          changed === 0 ? `Decide what ${row.label} says` : `Take ${counted(changed, 'change')} from ${row.label}`;
        return { label, value };
      },
      { bulk: true, ...(server.models >= MANY && { keep: 'import' as const }) },
    );
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error;
    return error.value;
  }
}

/** Of a smaller registry an undo is enough. */
const MANY = 100;

async function noteTaken(
  row: ConnectionRow,
  { memory, adds }: Fetched,
  importId: string | null,
  homeless: ReadonlySet<string>,
  context: QueryContext,
): Promise<void> {
  const notes = await notesOf(context);
  const state = notes.state(row.id);
  if (!state) return;
  const standing = await standingTakes(row, state.takes, context.read);
  // What brought nothing holds for what the imports before it brought, and falls with them.
  const holdsWith = importId ?? (await latestImportOf(context.read, row.id))?.id ?? null;
  notes.setState(row.id, { ...state, takes: withTake(row, standing, { importId: holdsWith, memory, adds }, homeless) });
}

/** What was read and is in the portfolio already need not be read again: nobody has to take it. */
export async function rememberKnown(
  row: ConnectionRow,
  fetched: Fetched,
  { changes, asks, results }: ConnectionPlan,
  context: QueryContext,
): Promise<void> {
  const homeless = new Set(results?.homeless ?? []);
  if (changes > 0 || asks > homeless.size) return;
  await noteTaken(row, fetched, null, homeless, context);
}

function sumOf(applied: readonly AppliedImport[]): Applied {
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

/** What the ids of a fetch belong to: a registry that came another way before keeps the system that it had. */
const systemOf = ({ system }: ConnectionRow, { parts }: Fetched): string =>
  parts.inventory?.mapping.externalSystem ?? system;
