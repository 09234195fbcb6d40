import { fold } from '#domain/base/fold';
import type { ExistingIncident } from '../../../importers/incidents/plan';
import { listIncidentsOfSource } from '../../../store/incidents/incidents';
import { incidentFieldsOf } from '../../../store/incidents/rows';
import type { ReadHandle } from '../../../store/journal/handle';

/** The incidents of the same source by what names them; those without a number are numbered as a file numbers them. */
export async function listExisting(read: ReadHandle, source: string): Promise<readonly ExistingIncident[]> {
  const seen = new Map<string, number>();
  return (await listIncidentsOfSource(read, source)).map((row) => {
    const lastImported = JSON.parse(row.imported) as Readonly<Record<string, unknown>>; // written by an import
    const said = (field: string, now: string): string => String(lastImported[field] ?? now);
    const plain =
      row.external_id ||
      `\n${fold(said('title', row.title))}\n${said('openedAt', row.opened_at)}\n${fold(said('modelText', row.model_text))}`;
    const again = (seen.get(plain) ?? 0) + 1;
    seen.set(plain, again);
    const current = { ...incidentFieldsOf(row), status: row.status, reopenCount: row.reopen_count };
    return { id: row.id, key: again === 1 ? plain : `${plain}\n${again}`, current, lastImported };
  });
}
