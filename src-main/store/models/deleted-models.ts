import { grouped } from '#domain/identity/grouped';
import type { ModelSourceRow } from '../imports/tables';
import { changesBackwards, changesOf } from '../journal/changes';
import { tables } from '../journal/connection';
import { entriesThatHold } from '../journal/entries-that-hold';
import type { ReadHandle, WriteHandle } from '../journal/handle';
import { EMPTY_COLUMNS, type FactChange, type FactTable, type FactTables } from '../tables';
import type { ModelTableRow, MoveRow } from './tables';

/** The channel by which a person deletes models. */
const DELETES = 'models.remove';

/** A model that was deleted by hand, as it was then. */
export interface DeletedModel {
  /** The journal entry that took it out. */
  readonly seq: number;
  readonly model: ModelTableRow;
  /** In their order. */
  readonly moves: readonly MoveRow[];
  readonly sources: readonly ModelSourceRow[];
}

/** Models that were deleted by hand and are not back, whether by undo or otherwise. */
export async function listDeletedModels(read: ReadHandle): Promise<readonly DeletedModel[]> {
  const found = new Map<string, DeletedModel>();
  for (const seq of await listDeletions(read)) {
    const changes: FactChange[] = [];
    for await (const page of changesOf(read, seq)) changes.push(...page.changes);
    const moves = grouped(removed('moves', changes), ({ model_id }) => model_id);
    const sources = grouped(removed('model_sources', changes), ({ model_id }) => model_id);
    for (const model of removed('models', changes)) {
      const ofModel = (moves.get(model.id) ?? []).toSorted((a, b) => a.ord - b.ord);
      found.set(model.id, { seq, model, moves: ofModel, sources: sources.get(model.id) ?? [] });
    }
  }
  if (found.size === 0) return [];
  const present = await tables(read).selectFrom('models').select('id').execute();
  for (const { id } of present) found.delete(id);
  return [...found.values()];
}

/** Entries that deleted models and were not undone, in their order. */
async function listDeletions(read: ReadHandle): Promise<readonly number[]> {
  const entries = await tables(read)
    .selectFrom('journal')
    .select('seq')
    .where('channel', '=', DELETES)
    .where('kind', '=', 'do')
    .orderBy('seq')
    .execute();
  return entriesThatHold(
    read,
    entries.map(({ seq }) => seq),
  );
}

function removed<T extends FactTable>(table: T, changes: readonly FactChange[]): readonly FactTables[T][] {
  return changes.flatMap(({ entity, before, after }) => {
    if (entity !== table || before === null || after !== null) return [];
    return [{ ...EMPTY_COLUMNS[table], ...JSON.parse(before) } as FactTables[T]]; // the journal's image of a whole row
  });
}

/** Brings a deleted model back with all that went with it. */
export async function restoreModel(write: WriteHandle, { seq, model }: DeletedModel): Promise<void> {
  for await (const { changes } of changesBackwards(write.read, seq))
    await write.reverse(changes.filter(({ model_id }) => model_id === model.id));
}
