import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { ViewRow } from './tables';

export function listViews(read: ReadHandle): Promise<ViewRow[]> {
  return tables(read).selectFrom('views').selectAll().orderBy('created_at').orderBy('id').execute();
}
