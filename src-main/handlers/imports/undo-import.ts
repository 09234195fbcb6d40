import { DomainError } from '../../failure/domain-error';
import { findImport, findImportEntry, listImportsOfEntry } from '../../store/imports/imports';
import type { WriteHandle } from '../../store/journal/handle';
import { findEntry } from '../../store/journal/journal';
import type { CommandContext } from '../context';
import { kindNamed } from './kinds';

/**
 * Turns a whole import back and leaves its line in the ledger, marked. How its rows go, and what stands in the way, is
 * for its kind to say.
 *
 * @returns how many things were taken out or set back
 */
export async function undoImport(
  write: WriteHandle,
  importId: string,
  context: CommandContext,
): Promise<{ readonly reverted: number; readonly fileName: string }> {
  const record = await findImport(write.read, importId);
  const seq = record && (await findImportEntry(write.read, importId));
  const entry = await findEntry(write.read, seq);
  if (!record || !entry)
    throw new DomainError('not_found', 'This import is not in the ledger; it may have been undone already.');
  if (record.undone === 1) throw new DomainError('conflict', `The import of ${record.file_name} was undone already.`);
  const reverted = await kindNamed(record.format).undo(write, record, entry, context);
  await write.update('imports', await listImportsOfEntry(write.read, entry.seq), { undone: 1 });
  return { reverted, fileName: record.file_name };
}
