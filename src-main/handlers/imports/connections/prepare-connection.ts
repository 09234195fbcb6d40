import { ImportRequest } from '#contract/imports/imports';
import type { Input } from '#contract/index';
import type { PlannedRow } from '../../../importers/inventory/plan-types';
import type { Job } from '../../../jobs/job-list';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { listKnownModels } from '../../../store/models/models';
import type { QueryContext } from '../../context';
import { type PreparedInventory, prepareInventory } from '../inventory/prepare-inventory';
import { type PreparedVersions, prepareVersions } from '../versions/prepare-versions';
import type { Fetched } from './fetch-connection';

export type Deciding = Pick<
  Input<'connections.apply'>,
  'rules' | 'keepRules' | 'decisions' | 'answers' | 'doubles' | 'models'
>;

/** The models of a fetch, as an import that could be shown or written, and all its rows as they would be. */
export async function prepareModels(
  row: ConnectionRow,
  { parts }: Fetched,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<{ readonly prepared: PreparedInventory; readonly rows: readonly PlannedRow[] } | null> {
  if (parts.inventory === null) return null;
  const request = requestOf(row, { format: 'inventory', ...parts.inventory }, deciding);
  const prepared = await prepareInventory(request, context, job);
  return { prepared, rows: await rowsOf(prepared) };
}

/**
 * The versions of a fetch. Each is of the model that its name was recognised as; a model that is held back holds back its versions.
 *
 * @param models by the name that the server has for it; `null`: not in the portfolio, and not to be made
 */
export async function prepareTheirVersions(
  row: ConnectionRow,
  fetched: Fetched,
  models: ReadonlyMap<string, string | null>,
  deciding: Deciding,
  context: QueryContext,
  job: Job,
): Promise<PreparedVersions | null> {
  const part = fetched.parts.versions;
  if (part === null) return null;
  const mapping = { ...part.mapping, models: [...models].map(([from, modelId]) => ({ from, modelId })) };
  const request = { format: 'versions', file: part.file, mapping } as const;
  const prepared = await prepareVersions(requestOf(row, request, { ...deciding, answers: [] }), context, job);
  // Whose each name is follows from the models each time: thousands of names are not kept with every refresh.
  return { ...prepared, mapping: { ...mapping, models: [] } };
}

/** The server's own name of a model is added beside those of other systems: nobody has to decide that. */
const OWN_RULES = [{ field: 'externalReferences', decision: 'file' }] as const;

export const requestOf = (
  row: ConnectionRow,
  request: Partial<ImportRequest> & { file: string },
  { models: _models, ...deciding }: Deciding,
): ImportRequest =>
  ImportRequest.parse({
    encoding: 'utf-8',
    totals: 'keep',
    source: row.source,
    ...deciding,
    rules: [...OWN_RULES, ...(deciding.rules ?? [])],
    ...request,
  });

/** All rows of the plan, as they would be written. */
async function rowsOf(prepared: PreparedInventory): Promise<readonly PlannedRow[]> {
  const rows: PlannedRow[] = [];
  await prepared.plan({
    keep: 0,
    take: async (block) => {
      for (const row of block) rows.push(row);
    },
  });
  return rows;
}

/** The server's own name of the model in a row. */
export const remoteNameOf = (row: PlannedRow): string =>
  row.origins.find(({ field }) => field === 'externalReferences')?.text ?? row.fields.name ?? '';

/** Whose the names of a plan are: of rows that make a new model nothing is said. */
export const chosenBy = (rows: readonly PlannedRow[]): ReadonlyMap<string, string | null> =>
  new Map(
    rows.flatMap((row) =>
      row.action === 'create'
        ? []
        : [[remoteNameOf(row), row.action === 'update' || row.action === 'unchanged' ? row.modelId : null] as const],
    ),
  );

/** Whose the names of a plan are in the portfolio as it is now, when its rows are written. */
export async function modelsOf(
  system: string,
  rows: readonly PlannedRow[],
  read: ReadHandle,
): Promise<ReadonlyMap<string, string | null>> {
  const known = new Map<string, string>();
  for (const { id, externalIds } of await listKnownModels(read))
    for (const one of externalIds) if (one.system === system) known.set(one.id, id);
  const before = chosenBy(rows);
  return new Map(
    rows.map((row) => {
      const name = remoteNameOf(row);
      return [name, known.get(name) ?? before.get(name) ?? null];
    }),
  );
}
