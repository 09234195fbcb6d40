import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

export interface OverdueMitigation {
  readonly id: string;
  readonly number: number;
  readonly modelId: string | null;
  readonly owner: string;
  /** The day (ISO) until which it was to be mitigated. */
  readonly due: string;
}

/** Incidents that were to be mitigated before `today` (ISO) and are not; the longest overdue first. */
export async function listOverdueMitigations(read: ReadHandle, today: string): Promise<readonly OverdueMitigation[]> {
  const rows = await tables(read)
    .selectFrom('incidents')
    .select(['id', 'number', 'model_id', 'mitigation_owner', 'mitigation_due'])
    .where('mitigation_due', '<', today)
    .where('mitigated_at', 'is', null)
    .where('status', 'in', ['open', 'acknowledged', 'reopened'])
    .orderBy('mitigation_due')
    .orderBy('number')
    .execute();
  return rows.map(({ id, number, model_id, mitigation_owner, mitigation_due }) => ({
    id,
    number,
    modelId: model_id,
    owner: mitigation_owner,
    due: mitigation_due ?? '',
  }));
}
