import type { ImportMapping, ImportRequest, Mapping, Preset } from '#contract/imports/imports';
import type { UnitAlias } from '#domain/identity/unit-alias';
import { DomainError } from '../../../failure/domain-error';
import { columnStats, describeColumns, type SourceColumn } from '../../../importers/inventory/columns';
import { firstDays } from '../../../importers/inventory/first-days';
import { guessMapping } from '../../../importers/inventory/guess-mapping';
import { learnFrom, withLearntValues } from '../../../importers/inventory/learn-from';
import type { FieldRules } from '../../../importers/inventory/merge-fields';
import { type PlanRequest, planInventory } from '../../../importers/inventory/plan';
import type { FindModels, InventoryPlan } from '../../../importers/inventory/plan-types';
import { applicablePreset, shippedPresets } from '../../../importers/inventory/shipped-presets';
import { markShownByTable } from '../../../importers/inventory/shown-by-table';
import { aliasesTaughtBy } from '../../../importers/inventory/taught-aliases';
import { sampleTable } from '../../../importers/tabular/sample-table';
import { readOptions, type Table, type TableHead } from '../../../importers/tabular/table';
import type { Job } from '../../../jobs/job-list';
import { listMappings, listPresets } from '../../../store/imports/imports';
import type { PresetRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';
import { lastEntry } from '../../../store/journal/journal';
import type { DeletedModel } from '../../../store/models/deleted-models';
import { getPortfolio } from '../../../store/portfolio/portfolio';
import type { QueryContext } from '../../context';
import { modelFinder } from './existing-models';
import { type FileSource, findSource, withRules } from './file-source';
import { type Identified, identify, restoredBy } from './identify';
import { identityNotes } from './identity-notes';
import { type PortfolioFacts, readFacts, readPortfolio } from './portfolio-models';
import { recentWork, rememberedPortfolio, stateOf } from './recent-work';

/** What a plan is for: which rows it keeps, and who takes all of them. */
export type PlanPurpose = Pick<PlanRequest, 'keep' | 'keepTold' | 'take' | 'onProgress'>;

export interface PreparedInventory {
  readonly head: TableHead;
  /** What a person needs to see of each column to map it. */
  readonly columns: (signal: AbortSignal) => Promise<SourceColumn[]>;
  readonly mapping: Mapping;
  readonly preset: string | null;
  /** Models of the portfolio, and those that are brought back, as they were before the import. */
  readonly find: FindModels;
  /** Reads the file once more and works out what becomes of its rows, held against those models. */
  readonly plan: (how: PlanPurpose) => Promise<InventoryPlan>;
  readonly source: FileSource;
  readonly identified: Identified | null;
  /** Names of units that the file teaches by itself. */
  readonly taught: readonly UnitAlias[];
  readonly request: ImportRequest;
  /** The journal entry that the plan was made on: it holds for no later state. */
  readonly seq: number;
}

/**
 * Finds out how a file is read and whose its rows are; writes nothing. What becomes of each row is worked out when it is
 * asked for, block by block as the file is read, so that no inventory is too long to be held.
 */
export async function prepareInventory(
  request: ImportRequest,
  context: QueryContext,
  job: Job,
): Promise<PreparedInventory> {
  const { open, sample, whole } = await sampleTable(
    context.files.resolve(request.file),
    readOptions(request, job.signal, (done, total) => job.progress('Reading the file', done, total)),
    context.readers.openTable,
  );
  const chosen = await chooseMapping(request, sample, context.read);
  const { preset } = chosen;
  const source = await findSource(request, chosen.mapping, context.read);
  const mapping: Mapping = { ...chosen.mapping, key: source.key };
  // Which decimal sign is meant is asked only where the table does not show it.
  const asRead: Mapping = { ...mapping, decimal: mapping.decimal ?? markShownByTable(sample, mapping) };
  job.progress('Comparing with the portfolio', 0, sample.rows.length);
  const seq = (await lastEntry(context.read))?.seq ?? 0;
  const state = await stateOf(context.read);
  const portfolio = whole
    ? await rememberedPortfolio(state, source.name, () => readPortfolio(source, context.read, job.signal))
    : await readFacts(source, context.read);
  const { currency } = await getPortfolio(context.read);
  const stats = columnStats(whole ? [] : open.labels);
  const table = whole ? sample : open;
  const fileHash = open.contentHash;
  const { now } = context;
  const { signal } = job;
  const { encoding, delimiter, sheet, sheets, totals, unitAnswers } = request;
  const read = [fileHash, encoding, delimiter, sheet, sheets, totals, asRead, currency, now.slice(0, 10)];
  // Of a table that is not held, each pass reads the file anew.
  const work = recentWork(whole ? [state, ...read, source.name, unitAnswers] : [context.newId()]);
  work.taught ??= aliasesTaughtBy(sample, mapping);
  const { taught } = work;
  const identified = await identify(
    { request, table, fileHash, mapping: asRead, source, portfolio, taught, work, currency, now, signal },
    context.read,
  );
  const restored = restoredBy(identified);
  const find = modelFinder(portfolio, restored, context.read);
  const plan = (how: PlanPurpose): Promise<InventoryPlan> =>
    planInventory({
      table,
      identified: identified && { rows: identified.rows, find },
      notes: identityNotes(identified),
      ...(whole ? { readings: work.readings } : {}),
      // Of an import to be stored nobody is shown the columns.
      ...(whole || how.take ? {} : { also: stats.row }),
      mapping: asRead,
      currency,
      now,
      first: firstDays(sample, mapping, heldDays(portfolio, restored), now.slice(0, 10)),
      rules: rulesOf(request, source),
      signal,
      ...how,
    });
  const columns = (signal: AbortSignal) => (whole ? describeColumns(sample, signal) : Promise.resolve(stats.columns()));
  return { head: open, columns, mapping, preset, find, plan, seq, source, identified, taught, request };
}

/** The days of the portfolio and of what is brought back to it. */
function* heldDays({ days }: PortfolioFacts, restored: readonly DeletedModel[]): Generator<string> {
  for (const { at, n } of days) for (let time = 0; time < n; time += 1) if (at !== null) yield at;
  for (const { moves } of restored) for (const { at, implied } of moves) if (at !== null && implied === 0) yield at;
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
  const learnt = learnFrom((await listMappings(read)).map((text) => JSON.parse(text) as Mapping)); // written through the contract
  if (id === null) return { mapping: { ...guessMapping(table, learnt), ...order }, preset: null };
  const preset = presets.find((known) => known.id === id);
  if (!preset)
    throw new DomainError(
      'not_found',
      `There is no preset ${id}. Choose one of: ${presets.map((known) => known.id).join(', ')}.`,
    );
  const mapping = preset.shipped ? withLearntValues(preset.mapping, learnt) : preset.mapping;
  return { mapping: { ...mapping, ...order }, preset: id };
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

/** What the person decided: first about one model, then about a field or kind, then about all. */
function rulesOf({ rules, decisions }: ImportRequest, source: FileSource): FieldRules {
  const byField = new Map(withRules(source.rules, rules).map(({ field, decision }) => [field, decision]));
  const byModel = new Map(decisions.map(({ modelId, field, decision }) => [`${modelId} ${field}`, decision]));
  return (field, modelId) =>
    byModel.get(`${modelId} ${field}`) ?? byModel.get(`${modelId} *`) ?? byField.get(field) ?? byField.get('*');
}
