import type { Grid } from '#contract/models/grid';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { readColumns } from './sqlite/grid';

/**
 * The portfolio as columns.
 *
 * @param releases releases of the last 12 months by model id
 * @param ids only these models; left out: all
 */
export const readGrid = async (
  read: ReadHandle,
  releases: ReadonlyMap<string, number>,
  ids: readonly string[] | undefined,
): Promise<Grid> => readColumns(sqlite(read), releases, ids);
