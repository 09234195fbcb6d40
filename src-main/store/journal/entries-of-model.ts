import { chunks } from '../chunks';
import { blockChangesOfModel } from './changes';
import { tables } from './connection';
import type { ReadHandle } from './handle';
import type { JournalRow } from './tables';

const ENTRIES_PER_STATEMENT = 900;

export interface EntryOfModel extends Pick<JournalRow, 'seq' | 'at' | 'actor' | 'kind' | 'channel' | 'label'> {
  readonly rows: readonly {
    readonly table: string;
    readonly id: string;
    readonly did: 'insert' | 'update' | 'remove';
  }[];
}

/** Every entry that concerns a model, the first first, with what it did to which of its rows. */
export async function listEntriesOfModel(read: ReadHandle, modelId: string): Promise<readonly EntryOfModel[]> {
  const single = await tables(read)
    .selectFrom('journal_changes')
    .select(['seq', 'entity', 'entity_id'])
    .select((eb) => [eb('before', 'is', null).as('came'), eb('after', 'is', null).as('went')])
    .where('model_id', '=', modelId)
    .execute();
  const packed = (await blockChangesOfModel(read, modelId)).map(({ seq, entity, entity_id, before, after }) => ({
    seq,
    entity,
    entity_id,
    came: before === null,
    went: after === null,
  }));
  const rows = new Map<number, EntryOfModel['rows'][number][]>();
  for (const { seq, entity: table, entity_id: id, came, went } of [...single, ...packed]) {
    const row = { table, id, did: came ? 'insert' : went ? 'remove' : 'update' } as const;
    const known = rows.get(seq);
    if (known) known.push(row);
    else rows.set(seq, [row]);
  }
  const found: EntryOfModel[] = [];
  for (const seqs of chunks([...rows.keys()], ENTRIES_PER_STATEMENT)) {
    const entries = await tables(read)
      .selectFrom('journal')
      .select(['seq', 'at', 'actor', 'kind', 'channel', 'label'])
      .where('seq', 'in', [...seqs])
      .execute();
    for (const entry of entries) found.push({ ...entry, rows: rows.get(entry.seq) ?? [] });
  }
  return found.toSorted((a, b) => a.seq - b.seq);
}
