import { connectionOf } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { idsThere } from '../journal/sqlite/ids-there';
import { FACTS } from '../tables';

/** Whether any row has one of these ids, which a command gave out when it was done before. */
export const isThere = (read: ReadHandle, ids: readonly string[]): boolean =>
  ids.length > 0 && FACTS.some((table) => idsThere(connectionOf(read).sqlite, table, ids).size > 0);
