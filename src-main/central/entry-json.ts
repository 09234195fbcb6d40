import type { JournalRow } from '../store/journal/tables';
import type { FactChange } from '../store/tables';

/** An entry and its changes as the database's functions take them. */
export const entryJson = (entry: Omit<JournalRow, 'hash'>): string => JSON.stringify(entry);

export const changesJson = (changes: readonly FactChange[]): string =>
  JSON.stringify(
    changes.map(({ ord, entity, entity_id, model_id, before, after }) => ({
      ord,
      entity,
      entity_id,
      model_id,
      before,
      after,
    })),
  );

/** Changes in groups that are small enough for one question. */
export function* byBytes(changes: readonly FactChange[], most: number): Generator<readonly FactChange[]> {
  let group: FactChange[] = [];
  let bytes = 0;
  for (const change of changes) {
    const size = 200 + (change.before?.length ?? 0) + (change.after?.length ?? 0);
    if (group.length > 0 && bytes + size > most) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(change);
    bytes += size;
  }
  if (group.length > 0) yield group;
}
