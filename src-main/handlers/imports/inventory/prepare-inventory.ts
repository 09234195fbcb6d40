import type { ImportMapping, ImportRequest, Mapping, Preset } from '#contract/imports/imports';
import { DomainError } from '../../../failure/domain-error';
import { guessMapping } from '../../../importers/inventory/guess-mapping';
import { planInventory } from '../../../importers/inventory/plan';
import type { ExistingModel, InventoryPlan } from '../../../importers/inventory/plan-types';
import { applicablePreset, shippedPresets } from '../../../importers/inventory/shipped-presets';
import { readTable } from '../../../importers/tabular/read-table';
import { readOptions, type Table } from '../../../importers/tabular/table';
import type { Job } from '../../../jobs/job-list';
import { listLatestSources, listPresets } from '../../../store/imports/imports';
import type { ModelSourceRow, PresetRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { lastEntry } from '../../../store/journal/journal';
import { fieldsOf } from '../../../store/models/model-rows';
import { listAllModels } from '../../../store/models/models';
import { listModelsMovedHere } from '../../../store/models/moves';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';

export interface PreparedInventory {
  readonly table: Table;
  readonly mapping: Mapping;
  readonly preset: string | null;
  readonly existing: readonly ExistingModel[];
  readonly plan: InventoryPlan;
  /** The journal entry that the plan was made on: it holds for no later state. */
  readonly seq: number;
}

/** Reads the file and works out what an import would do; writes nothing. */
export async function prepareInventory(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedInventory> {
  const table = await readTable(
    context.files.resolve(request.file),
    readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total)),
  );
  const { mapping, preset } = await chooseMapping(request, table, context.read);
  job.progress('Comparing with the portfolio', 0, table.rows.length);
  const seq = (await lastEntry(context.read))?.seq ?? 0;
  const existing = await listExisting(context.read);
  const { currency } = await getPortfolio(context.read);
  const plan = await planInventory({
    table,
    mapping,
    currency,
    now: context.now,
    existing,
    signal: job.signal,
    onProgress: (done, total) => job.progress('Comparing with the portfolio', done, total),
  });
  return { table, mapping, preset, existing, plan, seq };
}

/** What the person mapped, else the preset that was named, else a preset that fits the columns, else a guess. */
async function chooseMapping(
  request: ImportRequest,
  table: Table,
  read: ReadHandle,
): Promise<{ mapping: Mapping; preset: string | null }> {
  const presets = await listAllPresets(read);
  const order = request.dateOrder === undefined ? {} : { dateOrder: request.dateOrder };
  if (request.mapping) {
    return { mapping: { ...inventoryMapping(request.mapping), ...order }, preset: request.preset ?? null };
  }
  const id = request.preset ?? applicablePreset(table);
  if (id === null) return { mapping: { ...guessMapping(table), ...order }, preset: null };
  const preset = presets.find((known) => known.id === id);
  if (!preset)
    throw new DomainError(
      'not_found',
      `There is no preset ${id}. Choose one of: ${presets.map((known) => known.id).join(', ')}.`,
    );
  return { mapping: { ...preset.mapping, ...order }, preset: id };
}

function inventoryMapping(mapping: ImportMapping): Mapping {
  if (!('kind' in mapping)) return mapping;
  throw new DomainError(
    'invalid_input',
    'This mapping is not one of an inventory. Leave the mapping or the format out.',
  );
}

export async function listAllPresets(read: ReadHandle): Promise<Preset[]> {
  return [...shippedPresets, ...(await listPresets(read)).map(toPreset)];
}

export const toPreset = (row: PresetRow): Preset => ({
  id: row.id,
  name: row.name,
  description: '',
  shipped: false,
  mapping: JSON.parse(row.mapping) as Mapping, // written through the contract's schema
});

async function listExisting(read: ReadHandle): Promise<readonly ExistingModel[]> {
  const models = await listAllModels(read);
  const sources = await listLatestSources(read);
  const movedHere = await listModelsMovedHere(read);
  return models.map((model) => {
    const source = sources.get(model.id);
    return {
      id: model.id,
      name: model.name,
      fields: fieldsOf(model),
      stage: model.stage,
      movesOnlyFromImport: !movedHere.has(model.id),
      ...lastImport(source),
    };
  });
}

function lastImport(source: ModelSourceRow | undefined): Pick<ExistingModel, 'keyText' | 'lastImported' | 'events'> {
  if (!source) return { keyText: '', lastImported: null, events: [] };
  // Both were written by the import itself.
  const lastImported = JSON.parse(source.fields) as ExistingModel['lastImported'];
  const events = JSON.parse(source.events) as ExistingModel['events'];
  return { keyText: source.key_text, lastImported, events };
}
