import { counted } from '#domain/base/wording';
import { DomainError } from '../../../failure/domain-error';
import { listModelsTouchedSince } from '../../../store/imports/imports';
import type { ImportRow } from '../../../store/imports/tables';
import type { WriteHandle } from '../../../store/journal/handle';
import { reverseEntry } from '../../../store/journal/journal';
import type { JournalRow } from '../../../store/journal/tables';

/** What was decided stays when an import is taken back: the ledger, the source, and what people answered. */
const KEPT: ReadonlySet<string> = new Set(['imports', 'sources', 'unit_aliases', 'identity_answers']);

/** Turns back what the import did to models. Those that were changed since then stand in the way: see `ImportKind.undo`. */
export async function undoInventory(write: WriteHandle, record: ImportRow, entry: JournalRow): Promise<number> {
  const touched = await listModelsTouchedSince(write.read, entry.seq);
  if (touched.length > 0)
    throw new DomainError('conflict', changedSince(record.file_name, touched), { models: touched.slice(0, 100) });
  await reverseEntry(write, entry, (change) => !KEPT.has(change.entity));
  return record.created + record.updated;
}

function changedSince(fileName: string, touched: readonly { readonly name: string }[]): string {
  const names = touched
    .slice(0, 3)
    .map((model) => `“${model.name}”`)
    .join(', ');
  const more = touched.length > 3 ? ` and ${touched.length - 3} more` : '';
  return `${counted(touched.length, 'model')} of the import of ${fileName} ${touched.length === 1 ? 'was' : 'were'} changed since (${names}${more}). Undo those changes first, or delete the models that should go.`;
}
