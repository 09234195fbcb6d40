import { changesOf } from '../journal/changes';
import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { lastEntry } from '../journal/journal';
import { addChange, entryHash, startChangesHash } from '../journal/journal-chain';
import type { JournalRow } from '../journal/tables';
import type { FactChange, FactTable } from '../tables';
import type { CentralEntry } from './central';
import { cellsOf } from './later';
import { replayEntry } from './replay';
import { forgetRow, renumberChanges, touchesSame, unlocked } from './sqlite/unlocked';

/** More of others' changes than these are not weighed one by one: the work is done again behind them. */
const MOST_WEIGHED = 2_000;

/** What an import decides by, beside the rows that it writes itself: names, identities, what was brought in before. */
const READ_BY_IMPORTS: ReadonlySet<FactTable> = new Set<FactTable>([
  'imports',
  'sources',
  'model_sources',
  'unit_aliases',
  'identity_answers',
  'merged_models',
  'presets',
  'versions',
  'moves',
  'portfolio',
  'drift_batches',
  'drift_rules',
  'drift_bands',
]);
const IDENTITY: readonly string[] = ['name', 'external_id', 'unit', 'stage', 'retired_at'];

/**
 * Puts what others wrote meanwhile before a large entry that is written here and not committed, where both leave each other alone: an
 * import of minutes need not be done again because somebody corrected a tier.
 *
 * @param own the entry, which is the last one
 * @returns the entry under its new number; `null`: they touch each other, and the work is to be done again
 */
export async function rebase(
  read: ReadHandle,
  own: JournalRow,
  others: readonly CentralEntry[],
  now: string,
): Promise<JournalRow | null> {
  if (!(await leaveEachOther(read, own, others))) return null;
  const { sqlite, db } = connectionOf(read);
  const number = own.seq + others.length;
  await unlocked(sqlite, async () => {
    forgetRow(sqlite, own.seq);
    renumberChanges(sqlite, own.seq, number);
  });
  for (const other of others) await replayEntry(read, other, now);
  const previous = await lastEntry(read);
  const moved = (seq: number | null): number | null => (seq === own.seq ? number : seq);
  const row: Omit<JournalRow, 'hash'> = {
    ...own,
    seq: number,
    ...{ undo_top: moved(own.undo_top), redo_top: moved(own.redo_top) },
    prev_hash: previous?.hash ?? own.prev_hash,
  };
  const digest = startChangesHash();
  for await (const { changes } of changesOf(read, number)) for (const change of changes) addChange(digest, change);
  const hash = entryHash(row, digest.digest('hex'));
  const entry = { ...row, hash };
  await db.insertInto('journal').values(entry).execute();
  return entry;
}

async function leaveEachOther(read: ReadHandle, own: JournalRow, others: readonly CentralEntry[]): Promise<boolean> {
  if (own.kind !== 'do') return false;
  if (others.some(({ entry }) => entry.actor === own.actor)) return false;
  if (others.reduce((sum, { entry }) => sum + entry.changes, 0) > MOST_WEIGHED) return false;
  for (const { changes, payload } of others) {
    if ((await payload()) !== null) return false;
    for await (const page of changes)
      for (const change of page) if (bearsOnImports(change) || touchesOwn(read, own.seq, change)) return false;
  }
  return true;
}

function bearsOnImports({ entity, before, after }: FactChange): boolean {
  if (READ_BY_IMPORTS.has(entity)) return true;
  if (entity !== 'models') return false;
  if (before === null || after === null) return true;
  return Object.keys(cellsOf(after)).some((column) => IDENTITY.includes(column));
}

const touchesOwn = (read: ReadHandle, seq: number, { entity, entity_id, model_id }: FactChange): boolean =>
  touchesSame(connectionOf(read).sqlite, seq, { entity, id: entity_id, modelId: model_id });
