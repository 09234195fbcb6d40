import type { FactChange, FactTable } from '../tables';
import { type Packed, unpacked } from './blocks';
import { connectionOf, tables } from './connection';
import type { ReadHandle } from './handle';
import { insertEach } from '../open/insert-each';
import type { JournalBlockRow } from './tables';

const ROWS_PER_PAGE = 2000;

export interface Page {
  readonly changes: readonly FactChange[];
  /** They lie in one block. */
  readonly block: boolean;
}

/** Stores neighbouring changes of one entry, packed as `packed` does it. */
export async function insertPacked(read: ReadHandle, { rows, blocks }: Packed): Promise<void> {
  const { db, sqlite } = connectionOf(read);
  insertEach(sqlite, 'journal_changes', rows);
  for (const { models, ...block } of blocks) {
    await db.insertInto('journal_blocks').values(block).execute();
    const { seq, ord } = block;
    insertEach(
      sqlite,
      'journal_block_models',
      models.map((model_id) => ({ model_id, seq, ord })),
    );
  }
}

/** All changes of an entry in their order, in pages: an import may hold millions. */
export async function* changesOf(read: ReadHandle, seq: number): AsyncGenerator<Page> {
  let from = 0;
  for (const block of [...(await blocksOf(read, seq)), null]) {
    for (;;) {
      let query = tables(read)
        .selectFrom('journal_changes')
        .selectAll()
        .where('seq', '=', seq)
        .where('ord', '>=', from)
        .orderBy('ord')
        .limit(ROWS_PER_PAGE);
      if (block) query = query.where('ord', '<', block.ord);
      const page = await query.execute();
      const last = page.at(-1);
      if (!last) break;
      yield { changes: page, block: false };
      from = last.ord + 1;
    }
    if (!block) return;
    yield { changes: unpacked(await dataOf(read, block)), block: true };
    from = block.ord + block.changes;
  }
}

/** … the last first. */
export async function* changesBackwards(read: ReadHandle, seq: number): AsyncGenerator<Page> {
  let below = Number.MAX_SAFE_INTEGER;
  for (const block of [...(await blocksOf(read, seq)).toReversed(), null]) {
    const lowest = block ? block.ord + block.changes : 0;
    for (;;) {
      const page = await tables(read)
        .selectFrom('journal_changes')
        .selectAll()
        .where('seq', '=', seq)
        .where('ord', '<', below)
        .where('ord', '>=', lowest)
        .orderBy('ord', 'desc')
        .limit(ROWS_PER_PAGE)
        .execute();
      const last = page.at(-1);
      if (!last) break;
      yield { changes: page, block: false };
      below = last.ord;
    }
    if (!block) return;
    yield { changes: unpacked(await dataOf(read, block)).toReversed(), block: true };
    below = block.ord;
  }
}

type BlockHead = Omit<JournalBlockRow, 'data'>;

const blocksOf = (read: ReadHandle, seq: number): Promise<BlockHead[]> =>
  tables(read)
    .selectFrom('journal_blocks')
    .select(['seq', 'ord', 'changes'])
    .where('seq', '=', seq)
    .orderBy('ord')
    .execute();

const dataOf = (read: ReadHandle, { seq, ord }: BlockHead): Promise<JournalBlockRow> =>
  tables(read)
    .selectFrom('journal_blocks')
    .selectAll()
    .where('seq', '=', seq)
    .where('ord', '=', ord)
    .executeTakeFirstOrThrow();

/** What blocks hold of one model, in any order. */
export async function blockChangesOfModel(read: ReadHandle, modelId: string): Promise<readonly FactChange[]> {
  const blocks = await tables(read)
    .selectFrom('journal_block_models as concerned')
    .innerJoin('journal_blocks as block', (join) =>
      join.onRef('block.seq', '=', 'concerned.seq').onRef('block.ord', '=', 'concerned.ord'),
    )
    .selectAll('block')
    .where('concerned.model_id', '=', modelId)
    .execute();
  return blocks.flatMap((block) => unpacked(block).filter((change) => change.model_id === modelId));
}

/** How many changes are stored for an entry, in whichever way. */
export async function countChanges(read: ReadHandle, seq: number): Promise<number> {
  const rows = await tables(read)
    .selectFrom('journal_changes')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('seq', '=', seq)
    .executeTakeFirst();
  const blocks = await blocksOf(read, seq);
  return (rows?.n ?? 0) + blocks.reduce((sum, block) => sum + block.changes, 0);
}

/** The models that an entry concerns, but for what it did to one table. */
export async function modelsOfEntry(read: ReadHandle, seq: number, but?: FactTable): Promise<ReadonlySet<string>> {
  const models = new Set<string>();
  const found = tables(read)
    .selectFrom('journal_changes')
    .select('model_id')
    .distinct()
    .where('seq', '=', seq)
    .where('model_id', 'is not', null);
  const rows = await (but === undefined ? found : found.where('entity', '!=', but)).execute();
  for (const { model_id } of rows) if (model_id !== null) models.add(model_id);
  for (const block of await blocksOf(read, seq))
    for (const { model_id, entity } of unpacked(await dataOf(read, block)))
      if (model_id !== null && entity !== but) models.add(model_id);
  return models;
}

/** How many of these models are named beside a block. */
export function countNamed(read: ReadHandle, seq: number, ord: number, models: readonly string[]): number {
  const named = connectionOf(read).sqlite.prepare<[string, number, number], number>(
    `SELECT count(*) FROM json_each(?) AS model CROSS JOIN journal_block_models AS held
       ON held.model_id = model.value AND held.seq = ? AND held.ord = ?`,
  );
  return named.pluck().get(JSON.stringify(models), seq, ord) ?? 0;
}

/** How many models are named beside the blocks of each entry. */
export function countAllNamed(read: ReadHandle): ReadonlyMap<number, number> {
  const counts = connectionOf(read).sqlite.prepare<[], { seq: number; n: number }>(
    'SELECT seq, count(*) AS n FROM journal_block_models GROUP BY seq ORDER BY seq',
  );
  return new Map(counts.all().map(({ seq, n }) => [seq, n]));
}
