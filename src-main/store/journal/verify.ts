import { DAMAGED } from '#domain/base/damaged-file';
import { DomainError } from '../../failure/domain-error';
import { type PointVerification, verifyPoints } from '../drift/verify-points';
import { verifyFollowing } from '../models/verify-following';
import { damagedTables } from '../open/damaged-tables';
import { modelsOf } from './blocks';
import { changesOf, countAllNamed, countChanges, countNamed } from './changes';
import { sqlite, tables } from './connection';
import { FactSums } from './fact-sums';
import type { ReadHandle } from './handle';
import { addChange, entryHash, GENESIS, startChangesHash } from './journal-chain';
import type { JournalRow } from './tables';
import { type FactDifference, verifyFacts } from './verify-facts';
import { yieldToOthers } from './yield-to-others';

export interface Verification {
  /** `whole`, and what entries say of models follows from their moves and approvals. */
  readonly ok: boolean;
  /** The chain of entries holds, and the rows of the tables and the points of drift results are what it says. */
  readonly whole: boolean;
  readonly entries: number;
  readonly firstBroken: number | null;
  /** Rows that were held against the journal; 0 where its own chain does not hold. */
  readonly rows: number;
  readonly differences: readonly FactDifference[];
  /** Drift results, whose points lie beside the journal; nothing of them is held against one that does not hold. */
  readonly points: PointVerification;
}

const NO_POINTS: PointVerification = { batches: 0, unchecked: 0, points: 0, differences: [], differing: 0 };

export interface Chain {
  readonly entries: number;
  readonly firstBroken: number | null;
  readonly head: number;
}

/**
 * Recomputes the chain from the first entry on and holds the facts against it; memory stays small however long the journal
 * is.
 *
 * @param read a snapshot in which nobody writes
 * @throws DomainError `bad_file` where the chain holds and the file is damaged
 */
export async function verifyJournal(read: ReadHandle): Promise<Verification> {
  const sums = new FactSums(looseColumns(read));
  const { entries, firstBroken, head } = await verifyChain(read, sums);
  if (firstBroken !== null)
    return { ok: false, whole: false, entries, firstBroken, rows: 0, differences: [], points: NO_POINTS };
  const { rows, differences: altered } = await verifyFacts(read, sums, head);
  if (altered.length === 0) await refuseDamaged(read);
  const differences = altered.length > 0 ? altered : await verifyFollowing(read);
  const points = await verifyPoints(read);
  const whole = altered.length === 0 && points.differences.length === 0;
  return { ok: whole && differences.length === 0, whole, entries, firstBroken, rows, differences, points };
}

/** Rows that are what the journal says, and that an index leaves out, are not in the answers of this program. */
async function refuseDamaged(read: ReadHandle): Promise<void> {
  const { damaged } = await damagedTables(sqlite(read), yieldToOthers);
  if (damaged.length === 0) return;
  throw new DomainError(
    'bad_file',
    `The journal is as it was written, and the file is damaged: what ${damaged.join(', ')} ${damaged.length === 1 ? 'holds' : 'hold'} and what is found of it are not the same. Numbers may leave rows out. Have the portfolio repaired, or go on with a backup.`,
    DAMAGED,
  );
}

/** What a step of the structure wrote into rows that were there already, it did not journal: step 10 did so. */
export function looseColumns(read: ReadHandle): ReadonlySet<string> {
  const days = sqlite(read)
    .prepare<[], string>('SELECT applied_at FROM schema_migrations WHERE version IN (1, 10)')
    .pluck()
    .all();
  return new Set(new Set(days).size > 1 ? ['moves.monitoring_said', 'models.monitoring_known'] : []);
}

/** The chain alone: whether each entry follows from the one before and holds what it was hashed with. */
export async function verifyChain(read: ReadHandle, sums: FactSums): Promise<Chain> {
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
    await yieldToOthers();
    for (const entry of page) {
      entries += 1;
      const follows = entry.seq === previousSeq + 1 && entry.prev_hash === previousHash;
      if (!follows || !(await isIntact(read, entry, named.get(entry.seq) ?? 0, sums)))
        return { entries, firstBroken: entry.seq, head: previousSeq };
      previousHash = entry.hash;
      previousSeq = entry.seq;
    }
  }
  const stray = await firstBeyond(read, previousSeq, [...named.keys()]);
  return { entries, firstBroken: stray, head: previousSeq };
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
async function isIntact(read: ReadHandle, entry: JournalRow, named: number, sums: FactSums): Promise<boolean> {
  const hash = startChangesHash();
  let count = 0;
  let namedRightly = 0;
  try {
    for await (const { changes, block } of changesOf(read, entry.seq)) {
      for (const change of changes) {
        addChange(hash, change);
        sums.change(change);
      }
      if (changes.length > 100) await yieldToOthers();
      count += changes.length;
      if (!block) continue;
      const models = modelsOf(changes);
      if (countNamed(read, entry.seq, changes[0]?.ord ?? 0, models) !== models.length) return false;
      namedRightly += models.length;
    }
  } catch (error) {
    // An image that is no JSON, or names no table, is none that this program wrote.
    if (error instanceof DomainError || error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
  // What lies beside the changes that were read here would be found by some questions and not by others.
  const nothingElse = named === namedRightly && (await countChanges(read, entry.seq)) === count;
  return nothingElse && count === entry.changes && asHashed(entry, hash.digest('hex')) !== null;
}

const UNREADABLE = '\ufffd';
const FIRST_HALF = 0xd800;
const HALVES = 2048;

/**
 * The entry as its hash was made of it; `null`: of nothing that it holds. Entries of before texts were kept whole were hashed with
 * half a character in their label or actor, of which the file kept the sign for what cannot be read: one such sign is tried as
 * every half there is.
 */
export function asHashed(entry: JournalRow, changes: string): JournalRow | null {
  if (entryHash(entry, changes) === entry.hash) return entry;
  const fields = (['label', 'actor'] as const).filter((field) => entry[field].split(UNREADABLE).length === 2);
  for (const field of fields)
    for (let half = 0; half < HALVES; half += 1) {
      const read = entry[field].replace(UNREADABLE, String.fromCharCode(FIRST_HALF + half));
      if (entryHash({ ...entry, [field]: read }, changes) === entry.hash) return { ...entry, [field]: read };
    }
  return null;
}
