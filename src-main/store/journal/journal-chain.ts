import { createHash, type Hash } from 'node:crypto';
import type { JournalChangeRow, JournalRow } from './tables';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** Digests the changes of one entry in their order; every stored byte of a change goes in. */
export function startChangesHash(): Hash {
  return createHash('sha256');
}

/** A change as it is hashed: its columns, in this order. */
export const changeText = (change: JournalChangeRow): string =>
  JSON.stringify([
    change.seq,
    change.ord,
    change.entity,
    change.entity_id,
    change.model_id,
    change.before,
    change.after,
  ]);

export function addChange(hash: Hash, change: JournalChangeRow): void {
  hash.update(changeText(change));
  hash.update('\n');
}

/** An entry as it is hashed: every column, the digest of its changes, and the hash of the entry before it. */
export const entryText = (entry: Omit<JournalRow, 'hash'>, changesDigest: string): string =>
  JSON.stringify([
    entry.seq,
    entry.at,
    entry.actor,
    entry.kind,
    entry.channel,
    entry.label,
    entry.ref_seq,
    entry.undo_prev,
    entry.undo_top,
    entry.redo_prev,
    entry.redo_top,
    entry.changes,
    changesDigest,
    entry.prev_hash,
  ]);

export const hashOfText = (text: string): string => createHash('sha256').update(text).digest('hex');

export const entryHash = (entry: Omit<JournalRow, 'hash'>, changesDigest: string): string =>
  hashOfText(entryText(entry, changesDigest));
