import { sqlite } from './connection';
import { journalHead } from './changed-since';
import type { ReadHandle } from './handle';
import { countedChanges } from './sqlite/counted-changes';

/**
 * Another one after every commit that this connection did not make, and after every change that it made. With the journal's head,
 * for another connection may take the place of one (`open/movable.ts`).
 */
export const stampOf = (read: ReadHandle): string => `${countedChanges(sqlite(read))} ${journalHead(read).hash}`;
