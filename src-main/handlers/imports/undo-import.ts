import { counted } from '#domain/wording';
import { DomainError } from '../../rpc/errors';
import type { WriteHandle } from '../../store/handle';
import { findImport, findImportEntry, listModelsTouchedSince } from '../../store/imports';
import { findEntry, reverseEntry } from '../../store/journal';

/**
 * Turns a whole import back and leaves its line in the ledger, marked. Models that were changed since then stand in the
 * way, for their later changes would be lost.
 *
 * @returns how many models were taken out or set back
 */
export async function undoImport(
  write: WriteHandle,
  importId: string,
): Promise<{ readonly reverted: number; readonly fileName: string }> {
  const record = await findImport(write.read, importId);
  const seq = record && (await findImportEntry(write.read, importId));
  const entry = await findEntry(write.read, seq);
  if (!record || !entry)
    throw new DomainError('not_found', 'This import is not in the ledger; it may have been undone already.');
  if (record.undone === 1) throw new DomainError('conflict', `The import of ${record.file_name} was undone already.`);
  const touched = await listModelsTouchedSince(write.read, entry.seq);
  if (touched.length > 0)
    throw new DomainError('conflict', changedSince(record.file_name, touched), { models: touched.slice(0, 100) });
  await reverseEntry(write, entry, (change) => change.entity !== 'imports');
  await write.update('imports', [importId], { undone: 1 });
  return { reverted: record.created + record.updated, fileName: record.file_name };
}

function changedSince(fileName: string, touched: readonly { readonly name: string }[]): string {
  const names = touched
    .slice(0, 3)
    .map((model) => `“${model.name}”`)
    .join(', ');
  const more = touched.length > 3 ? ` and ${touched.length - 3} more` : '';
  return `${counted(touched.length, 'model')} of the import of ${fileName} ${touched.length === 1 ? 'was' : 'were'} changed since (${names}${more}). Undo those changes first, or delete the models that should go.`;
}
