import { type GivenIncidentFields, incidentColumns } from './rows';
import { EMPTY_INCIDENT, type IncidentTableRow } from './tables';

/** What an import says of a state besides fields. */
interface Course {
  readonly status?: IncidentTableRow['status'];
  readonly reopenCount?: number;
}

/** Columns that say nothing of what a person did. */
const BESIDE: ReadonlySet<string> = new Set(['last_move_at', 'import_id', 'import_row', 'imported']);

/** Whether an incident is all that its imports made of it, so that nobody worked on it here. */
export function isAsImported(row: IncidentTableRow): boolean {
  const said = JSON.parse(row.imported) as GivenIncidentFields & Course; // written by an import
  if (said.status === undefined) return false;
  const made = {
    ...EMPTY_INCIDENT,
    ...incidentColumns(said),
    status: said.status,
    reopen_count: said.reopenCount ?? 0,
  };
  return Object.entries(made).every(([column, value]) => BESIDE.has(column) || Reflect.get(row, column) === value);
}
