import { sqlite } from './connection';
import type { ReadHandle } from './handle';
import * as within from './sqlite/changed-since';

export type { Head } from './sqlite/changed-since';

/** The journal as whoever keeps a copy in memory asks it: what has changed since the copy was made. */
export const journalHead = (read: ReadHandle): within.Head => within.journalHead(sqlite(read));

/** Whether the journal that is there goes on from this entry. */
export const goesOnFrom = (read: ReadHandle, head: within.Head): boolean => within.goesOnFrom(sqlite(read), head);

/** See there. */
export const replacedAfter = (read: ReadHandle, head: within.Head): boolean => within.replacedAfter(sqlite(read), head);

export const changesInBlocksAfter = (read: ReadHandle, seq: number): number =>
  within.changesInBlocksAfter(sqlite(read), seq);

export const modelsOfBlocksAfter = (read: ReadHandle, seq: number): readonly string[] =>
  within.modelsOfBlocksAfter(sqlite(read), seq);

/** See there. */
export const modelsChangedAfter = (read: ReadHandle, head: within.Head, most: number): ReadonlySet<string> | null =>
  within.modelsChangedAfter(sqlite(read), head, most);

/** Whether entries after this one changed the limits of drift for more than one model. */
export const changedAllBandsAfter = (read: ReadHandle, head: within.Head): boolean =>
  within.changedAllBandsAfter(sqlite(read), head);
