import type { RegistryPreview } from '#contract/imports/imports';
import { counted } from '#domain/base/wording';
import { isRegistryFile } from '../../../importers/mlflow/files/is-registry-file';
import type { Job } from '../../../jobs/job-list';
import { noteImport } from '../../../store/imports/import-sets';
import type { WriteHandle } from '../../../store/journal/handle';
import type { CommandContext, QueryContext } from '../../context';
import { takeParts } from '../connections/apply-connection';
import { describePlan } from '../connections/read-connection';
import type { AppliedImport, ImportCounts, ImportKind } from '../kind';
import { undoModels } from '../reverse-import';
import { type PreparedRegistry, prepareRegistry } from './prepare-registry';

/** What a model of a registry takes, with its versions and its part of the journal. */
const MODEL_BYTES = 4_000;

/** A registry of MLflow in a file: its models and their versions, as a connection to that file brings them. */
export const registryKind: ImportKind = {
  name: 'registry',
  sniff: isRegistryFile,
  prepare: async (request, context, job) => {
    const prepared = await prepareRegistry(request, context, job);
    return {
      describe: () => describe(prepared, context, job),
      apply: (write, applying, writing) => apply(write, prepared, applying, writing),
      adds: () => countsOf(prepared).created * MODEL_BYTES,
    };
  },
  // Its lines in the ledger are of an inventory and of versions; either takes all of it back.
  undo: undoModels,
};

const FILE_KINDS = { database: 'sqlite', file_store: 'zip', export: 'zip' } as const;

async function describe(prepared: PreparedRegistry, context: QueryContext, job: Job): Promise<RegistryPreview> {
  const { row, fetched, plan, mapping, reading, place } = prepared;
  const { inventory, versions, server, changes, asks, lines, linesTotal, warnings } = await describePlan(
    row,
    plan,
    fetched,
    context,
    job,
  );
  if (inventory === null) throw new Error('a registry without a table of its models');
  const { created, updated, unchanged, rejected } = countsOf(prepared);
  const { problems, problemsTotal, problemsByCode } = inventory;
  return {
    format: 'registry',
    fileName: row.label,
    fileKind: place === 'export' && /\.json$/i.test(row.label) ? 'json' : FILE_KINDS[place],
    ...{ encoding: '', encodingCertain: true, encodings: [], delimiter: '' },
    ...{ sheets: [], sheetList: [], sheet: '', chosenSheets: [], parts: [], headerRow: 0, columns: [] },
    rows: server.models,
    creates: created,
    updates: updated,
    unchanged,
    rejected,
    ...{ problems, problemsTotal, problemsByCode },
    mapping,
    server,
    workspaces: [...reading.scopes],
    tags: reading.tags.map((tag) => ({ ...tag, samples: [...tag.samples] })),
    ...{ warnings, changes, asks, lines, linesTotal, inventory, versions },
  };
}

async function apply(
  write: WriteHandle,
  prepared: PreparedRegistry,
  context: CommandContext,
  job: Job,
): Promise<AppliedImport> {
  const { row, fetched, deciding, plan } = prepared;
  const { applied } = await takeParts(write, { row, fetched, deciding, models: plan.models, plan }, context, job);
  const [models, ...others] = applied;
  if (!models) throw new Error('a registry without a table of its models');
  for (const { importId, models: noted, parts } of others) await noteImport(write, importId, noted ?? {}, parts ?? []);
  await noteImport(write, models.importId, {}, [], undefined, fetched.moment ?? undefined);
  const counts = countsOf(prepared);
  const changed = counts.created + counts.updated;
  const label =
    changed === 0
      ? `Import ${row.label}, which changed no model`
      : `Import ${counted(changed, 'model')} from the registry ${row.label}`;
  return { ...models, counts, label };
}

/** In models: of what is new of a model's versions, the model is changed. */
function countsOf({ plan: { lines, models, unchanged } }: PreparedRegistry): ImportCounts {
  const of = (kind: (typeof lines)[number]['kind']): number => lines.filter((line) => line.kind === kind).length;
  const rejected = models?.rows.filter(({ action }) => action === 'refuse').length ?? 0;
  return { created: of('new'), updated: of('changed'), unchanged, rejected };
}
