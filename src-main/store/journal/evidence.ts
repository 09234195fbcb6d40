import { DomainError } from '../../failure/domain-error';
import { changesOf } from './changes';
import { tables } from './connection';
import type { ReadHandle } from './handle';
import { lastEntry } from './journal';
import { addChange, changeText, entryText, startChangesHash } from './journal-chain';
import { asHashed } from './verify';
import { yieldToOthers } from './yield-to-others';

/** Entries by their numbers, or by the days (UTC) in which they were written; both ends are part of it. */
export interface AskedRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

export interface EvidenceRange {
  readonly from: number;
  readonly to: number;
  /** Hash of the entry before the first one, and of the last one. */
  readonly before: string;
  readonly head: string;
  /** The whole journal at that moment. */
  readonly journal: { readonly entries: number; readonly head: string };
}

/** @throws DomainError `invalid_input` where no entry lies in what was asked for */
export async function evidenceRange(read: ReadHandle, asked: AskedRange): Promise<EvidenceRange> {
  let query = tables(read).selectFrom('journal');
  if (asked.from !== undefined) query = query.where('seq', '>=', asked.from);
  if (asked.to !== undefined) query = query.where('seq', '<=', asked.to);
  if (asked.fromDay !== undefined) query = query.where('at', '>=', asked.fromDay);
  if (asked.toDay !== undefined) query = query.where('at', '<=', `${asked.toDay}T23:59:59.999Z`);
  const ends = await query
    .select((eb) => [eb.fn.min<number | null>('seq').as('from'), eb.fn.max<number | null>('seq').as('to')])
    .executeTakeFirst();
  const last = await lastEntry(read);
  if (last === null || ends?.from == null || ends.to == null)
    throw new DomainError('invalid_input', 'No entry of the journal lies in this range. Choose another one.');
  // A clock that was set back may have written an earlier day between two later ones: what lies between goes along.
  const rowAt = (seq: number) =>
    tables(read).selectFrom('journal').select(['hash', 'prev_hash']).where('seq', '=', seq).executeTakeFirstOrThrow();
  return {
    from: ends.from,
    to: ends.to,
    before: (await rowAt(ends.from)).prev_hash,
    head: (await rowAt(ends.to)).hash,
    journal: { entries: last.seq, head: last.hash },
  };
}

/** What becomes lines of a file; after the changes of an entry comes the entry itself. */
export interface EvidencePart {
  readonly lines: readonly string[];
  readonly changes: number;
  /** Of the entry that the part closes. */
  readonly hash: string | null;
}

/**
 * The entries of a range as their hashes were made of them: the lines of the changes, each followed by a line feed, are what the
 * digest in the entry is of.
 *
 * @throws DomainError `conflict` where an entry is not as it was written
 */
export async function* evidenceParts(
  read: ReadHandle,
  { from, to }: EvidenceRange,
  values: boolean,
): AsyncGenerator<EvidencePart> {
  const entries = tables(read).selectFrom('journal').selectAll();
  for (let seq = from; seq <= to; seq += 1) {
    const digest = startChangesHash();
    for await (const { changes } of changesOf(read, seq)) {
      for (const change of changes) addChange(digest, change);
      await yieldToOthers();
      if (values) yield { lines: changes.map(changeText), changes: changes.length, hash: null };
    }
    const entry = await entries.where('seq', '=', seq).executeTakeFirst();
    const of = digest.digest('hex');
    const hashed = entry && asHashed(entry, of);
    if (!hashed)
      throw new DomainError(
        'conflict',
        `Entry ${seq} is not as it was written, so that this range is no evidence. Verify the journal, and compare it with a backup.`,
      );
    yield {
      lines: [`{"entry":${entryText(hashed, of)},"hash":${JSON.stringify(hashed.hash)}}`],
      changes: 0,
      hash: hashed.hash,
    };
  }
}
