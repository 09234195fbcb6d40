import { wellFormed } from '#domain/base/well-formed';
import { DomainError } from '../../failure/domain-error';
import { refuseBuiltOn } from '../shared/built-on';
import { sharedAs } from '../shared/sharing';
import type { FactChange } from '../tables';
import { changesBackwards } from './changes';
import { connectionOf, tables } from './connection';
import type { EntryKind, ReadHandle, WriteHandle } from './handle';
import { entryHash, GENESIS } from './journal-chain';
import { insertFields } from './journal-fields';
import type { Recorder } from './recorder';
import type { JournalRow } from './tables';

export async function lastEntry(read: ReadHandle): Promise<JournalRow | null> {
  return (
    (await tables(read).selectFrom('journal').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null
  );
}

/** The newest entry on whose stacks the next one lies: in a shared portfolio everybody undoes their own. */
async function stackEntry(read: ReadHandle, self = sharedAs(read)): Promise<JournalRow | null> {
  if (self === null) return lastEntry(read);
  const own = tables(read).selectFrom('journal').selectAll().where('actor', '=', self);
  return (await own.orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export async function nextSeq(read: ReadHandle): Promise<number> {
  return ((await lastEntry(read))?.seq ?? 0) + 1;
}

export async function findEntry(read: ReadHandle, seq: number | null): Promise<JournalRow | null> {
  if (seq === null) return null;
  return (await tables(read).selectFrom('journal').selectAll().where('seq', '=', seq).executeTakeFirst()) ?? null;
}

interface NewEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly channel: string;
  readonly label: string;
  readonly kind: EntryKind;
}

/** Answers the hash of the new entry: the head of the chain. */
export async function appendEntry(recorder: Recorder, entry: NewEntry): Promise<string> {
  const previous = await lastEntry(recorder.read);
  const digest = await recorder.finish();
  const row: Omit<JournalRow, 'hash'> = {
    seq: entry.seq,
    at: entry.at,
    actor: wellFormed(entry.actor),
    kind: entry.kind.kind === 'undo' || entry.kind.kind === 'redo' ? entry.kind.kind : 'do',
    channel: entry.channel,
    label: wellFormed(entry.label),
    ...stacks(entry.seq, await stackEntry(recorder.read), entry.kind),
    changes: recorder.changes,
    prev_hash: previous?.hash ?? GENESIS,
  };
  const hash = entryHash(row, digest);
  await connectionOf(recorder.read)
    .db.insertInto('journal')
    .values({ ...row, hash })
    .execute();
  insertFields(recorder.read, entry.seq, recorder.touched, recorder.topics);
  return hash;
}

type Stacks = Pick<JournalRow, 'ref_seq' | 'undo_prev' | 'undo_top' | 'redo_prev' | 'redo_top'>;

/** Both stacks are linked lists through the journal, so that they outlive a restart and need no table of their own. */
function stacks(seq: number, previous: JournalRow | null, kind: EntryKind): Stacks {
  switch (kind.kind) {
    case 'do':
      return { ref_seq: null, undo_prev: previous?.undo_top ?? null, undo_top: seq, redo_prev: null, redo_top: null };
    case 'start':
      return { ref_seq: null, undo_prev: null, undo_top: null, redo_prev: null, redo_top: null };
    case 'note':
      return {
        ref_seq: null,
        undo_prev: null,
        undo_top: previous?.undo_top ?? null,
        redo_prev: null,
        redo_top: previous?.redo_top ?? null,
      };
    case 'undo':
      return {
        ref_seq: kind.of.seq,
        undo_prev: null,
        undo_top: kind.of.undo_prev,
        redo_prev: previous?.redo_top ?? null,
        redo_top: seq,
      };
    case 'redo':
      return {
        ref_seq: kind.of.seq,
        undo_prev: previous?.undo_top ?? null,
        undo_top: seq,
        redo_prev: null,
        redo_top: kind.of.redo_prev,
      };
  }
}

export interface UndoState {
  /** The newest entry; 0: there is none yet. */
  readonly seq: number;
  readonly undo: JournalRow | null;
  readonly redo: JournalRow | null;
}

export async function undoState(read: ReadHandle): Promise<UndoState> {
  const top = await stackEntry(read);
  return {
    seq: (await lastEntry(read))?.seq ?? 0,
    undo: await findEntry(read, top?.undo_top ?? null),
    redo: await findEntry(read, top?.redo_top ?? null),
  };
}

/**
 * Turns back every change of an entry, last first; in pages, for an import may hold millions.
 *
 * @throws DomainError `conflict` in a shared portfolio, where somebody built on it
 */
export async function reverseEntry(
  write: WriteHandle,
  entry: JournalRow,
  keep: (change: FactChange) => boolean = () => true,
): Promise<number> {
  const self = sharedAs(write.read);
  if (self !== null) await refuseBuiltOn(write.read, entry, self);
  let reversed = 0;
  for await (const { changes } of changesBackwards(write.read, entry.seq)) {
    const wanted = changes.filter(keep);
    await write.reverse(wanted);
    reversed += wanted.length;
  }
  return reversed;
}

export function nothingTo(what: 'undo' | 'redo'): DomainError {
  return new DomainError('conflict', `There is nothing to ${what}.`);
}
