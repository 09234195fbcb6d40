import { FACTS } from '../tables';
import { sqlite } from './connection';
import type { ReadHandle } from './handle';
import { idsThere } from './sqlite/ids-there';

/** Whether any row has one of these ids, which a command gave out when it was done before. */
export const areGiven = (read: ReadHandle, ids: readonly string[]): boolean =>
  ids.length > 0 && FACTS.some((table) => idsThere(sqlite(read), table, ids).size > 0);
