import { DomainError } from '../../failure/domain-error';
import { modelsOf } from './blocks';
import { changesOf, countAllNamed, countChanges, countNamed } from './changes';
import { tables } from './connection';
import type { ReadHandle } from './handle';
import { addChange, entryHash, GENESIS, startChangesHash } from './journal-chain';
import type { JournalRow } from './tables';

export interface Verification {
  readonly ok: boolean;
  readonly entries: number;
  readonly firstBroken: number | null;
}

/** Recomputes the chain from the first entry on; memory stays small however long the journal is. */
export async function verifyJournal(read: ReadHandle): Promise<Verification> {
  const named = countAllNamed(read);
  let previousHash = GENESIS;
  let previousSeq = 0;
  let entries = 0;
  for (;;) {
    const page = await tables(read)
      .selectFrom('journal')
      .selectAll()
      .where('seq', '>', previousSeq)
      .orderBy('seq')
      .limit(200)
      .execute();
    if (page.length === 0) break;
    for (const entry of page) {
      entries += 1;
      const follows = entry.seq === previousSeq + 1 && entry.prev_hash === previousHash;
      if (!follows || !(await isIntact(read, entry, named.get(entry.seq) ?? 0)))
        return { ok: false, entries, firstBroken: entry.seq };
      previousHash = entry.hash;
      previousSeq = entry.seq;
    }
  }
  const stray = await firstBeyond(read, previousSeq, [...named.keys()]);
  return { ok: stray === null, entries, firstBroken: stray };
}

/** The first entry that is not there and has changes all the same. */
async function firstBeyond(read: ReadHandle, last: number, named: readonly number[]): Promise<number | null> {
  const found = named.filter((seq) => seq > last);
  for (const table of ['journal_changes', 'journal_blocks'] as const) {
    const row = await tables(read)
      .selectFrom(table)
      .select('seq')
      .where('seq', '>', last)
      .orderBy('seq')
      .limit(1)
      .executeTakeFirst();
    if (row) found.push(row.seq);
  }
  return found.length === 0 ? null : Math.min(...found);
}

/** @param named how many models are named beside the entry's blocks */
async function isIntact(read: ReadHandle, entry: JournalRow, named: number): Promise<boolean> {
  const hash = startChangesHash();
  let count = 0;
  let namedRightly = 0;
  try {
    for await (const { changes, block } of changesOf(read, entry.seq)) {
      for (const change of changes) addChange(hash, change);
      count += changes.length;
      if (!block) continue;
      const models = modelsOf(changes);
      if (countNamed(read, entry.seq, changes[0]?.ord ?? 0, models) !== models.length) return false;
      namedRightly += models.length;
    }
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
  // What lies beside the changes that were read here would be found by some questions and not by others.
  const nothingElse = named === namedRightly && (await countChanges(read, entry.seq)) === count;
  return nothingElse && count === entry.changes && entryHash(entry, hash.digest('hex')) === entry.hash;
}
