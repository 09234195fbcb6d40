import type { ExistingModel, FindModels } from '../../../importers/inventory/plan-types';
import { chunks } from '../../../store/chunks';
import { type BroughtValues, listBroughtValues, type MergedSources } from '../../../store/imports/brought-values';
import type { ReadHandle } from '../../../store/journal/handle';
import type { DeletedModel } from '../../../store/models/deleted-models';
import { fieldsOf } from '../../../store/models/model-rows';
import { listModelsById } from '../../../store/models/models';
import { listKnownMoves, toKnownMove } from '../../../store/models/moves';
import { noteReads, traced } from '../../../store/trace/trace';

/** Models by their ids, as far as they have been looked up, and what an answer that is made of them rests on. */
export interface FoundModels {
  readonly models: Map<string, ExistingModel>;
  reads: readonly string[];
}

/** Where models are looked up, with how many there are. */
export interface SearchedPortfolio {
  readonly living: number;
  readonly mergedSources: MergedSources;
  /** Models that were looked up before. */
  readonly found: FoundModels;
}

const IDS_PER_STATEMENT = 900;
/** Of a larger portfolio what was looked up is not kept: each preview asks anew for the models that it meets. */
const MOST_KEPT = 10_000;

/** Looks up what rows are held against; `restored` are models that are not in the portfolio and are brought back. */
export function modelFinder(
  { living, found, mergedSources }: SearchedPortfolio,
  restored: readonly DeletedModel[],
  read: ReadHandle,
): FindModels {
  const back = new Map(restored.map((one) => [one.model.id, restoredModel(one)]));
  return async (ids) => {
    noteReads(found.reads);
    const models = new Map<string, ExistingModel>();
    const wanted: string[] = [];
    for (const id of new Set(ids)) {
      const known = back.get(id) ?? found.models.get(id);
      if (known) models.set(id, known);
      else wanted.push(id);
    }
    for (const chunk of chunks(wanted, IDS_PER_STATEMENT)) {
      const { value, reads } = await traced(() => listExisting(read, chunk, mergedSources));
      found.reads = reads;
      for (const model of value) {
        models.set(model.id, model);
        if (living <= MOST_KEPT) found.models.set(model.id, model);
      }
    }
    return models;
  };
}

async function listExisting(
  read: ReadHandle,
  ids: readonly string[],
  mergedSources: MergedSources,
): Promise<readonly ExistingModel[]> {
  const models = await listModelsById(read, ids);
  const moves = await listKnownMoves(read, ids);
  const brought = await listBroughtValues(read, ids, mergedSources);
  return models.map((model) => {
    const source = brought.get(model.id);
    return {
      id: model.id,
      name: model.name,
      fields: fieldsOf(model),
      stage: model.stage,
      moves: moves.get(model.id) ?? [],
      keyText: source?.keyText ?? '',
      lastImported: importedFields(source),
      settledMoves: source?.settledMoves ?? '',
      monitoringKnown: model.monitoring_known === 1,
      sourceIds: source?.sources ?? new Set(),
    };
  });
}

/** Written by imports through the contract's types. */
const importedFields = (source: BroughtValues | undefined): ExistingModel['lastImported'] =>
  (source?.fields as ExistingModel['lastImported'] | undefined) ?? null;

/** A deleted model as rows are held against it when somebody has said that it is to be brought back. */
function restoredModel({ model, moves, sources }: DeletedModel): ExistingModel {
  const last = sources.at(-1);
  return {
    id: model.id,
    name: model.name,
    fields: fieldsOf(model),
    stage: model.stage,
    moves: moves.map(toKnownMove),
    keyText: last?.key_text ?? '',
    // Written by imports through the contract's types.
    lastImported: last
      ? (Object.assign({}, ...sources.map(({ fields }) => JSON.parse(fields))) as ExistingModel['lastImported'])
      : null,
    settledMoves: sources.findLast(({ events }) => events.startsWith('{'))?.events ?? '',
    monitoringKnown: model.monitoring_known === 1,
    sourceIds: new Set(sources.flatMap(({ source_id }) => source_id ?? [])),
  };
}
