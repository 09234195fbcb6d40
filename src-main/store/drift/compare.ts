import type { CollectedResults } from '#domain/drift/result-columns';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { asideVersions } from '../models/challengers';
import { comparePoints } from './sqlite/compare-points';

export interface Comparison {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/**
 * What an append of these results would do; writes nothing.
 *
 * @param progress called now and then; what it throws (a cancel) ends the work
 */
export const compareResults = async (
  read: ReadHandle,
  results: Pick<CollectedResults, 'series'>,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Comparison> => comparePoints(sqlite(read), results, progress, await asideVersions(read));
