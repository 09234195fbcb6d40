import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface OverdueFinding {
  readonly id: string;
  /** Who has to put it right; '' = nobody is named. */
  readonly owner: string;
  readonly title: string;
  readonly severity: string;
  /** ISO: its due day, or the end of its acceptance. */
  readonly day: string;
  readonly modelId: string;
}

/** Findings that are not closed and past their day (`isPastDue`), the longest overdue first. */
export async function listOverdueFindings(read: ReadHandle, today: string): Promise<readonly OverdueFinding[]> {
  const rows = await tables(read)
    .selectFrom('findings')
    .select(['id', 'owner', 'title', 'severity', 'status', 'due', 'accepted_until', 'model_id'])
    .where('status', '<>', 'closed')
    .where((eb) =>
      eb.or([
        eb.and([eb('status', '=', 'accepted'), eb('accepted_until', '<', today)]),
        eb.and([eb('status', '<>', 'accepted'), eb('due', '<', today)]),
      ]),
    )
    .execute();
  return rows
    .map((row) => ({
      id: row.id,
      owner: row.owner,
      title: row.title,
      severity: row.severity,
      day: (row.status === 'accepted' ? row.accepted_until : row.due) ?? '',
      modelId: row.model_id,
    }))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.title.localeCompare(b.title));
}
