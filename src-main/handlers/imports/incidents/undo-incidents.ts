import { counted } from '#domain/base/wording';
import { DomainError } from '../../../failure/domain-error';
import type { ImportRow } from '../../../store/imports/tables';
import { listIncidentsTouchedSince } from '../../../store/incidents/incidents';
import type { WriteHandle } from '../../../store/journal/handle';
import { reverseEntry } from '../../../store/journal/journal';
import type { JournalRow } from '../../../store/journal/tables';

/** Turns back what the import did. Incidents that were changed since then stand in the way: see `ImportKind.undo`. */
export async function undoIncidents(write: WriteHandle, record: ImportRow, entry: JournalRow): Promise<number> {
  const touched = await listIncidentsTouchedSince(write.read, entry.seq);
  if (touched.length > 0) {
    const names = touched
      .slice(0, 3)
      .map(({ title }) => `“${title}”`)
      .join(', ');
    const more = touched.length > 3 ? ` and ${touched.length - 3} more` : '';
    const were = touched.length === 1 ? 'was' : 'were';
    throw new DomainError(
      'conflict',
      `${counted(touched.length, 'incident')} of the import of ${record.file_name} ${were} changed since (${names}${more}). Undo those changes first, or delete the incidents that should go.`,
      { incidents: touched.slice(0, 100) },
    );
  }
  await reverseEntry(write, entry, (change) => change.entity !== 'imports');
  return record.created + record.updated;
}
