import type { Grid } from '#contract/models/grid';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { nextSeq } from '../journal/journal';
import { untraced } from '../trace/trace';
import { countReleases } from './moves';
import { readColumns } from './sqlite/grid';

/**
 * The portfolio as columns.
 *
 * @param window in which releases count
 * @param ids only these models; left out: all
 */
export async function readGrid(
  read: ReadHandle,
  window: { readonly from: string; readonly to: string },
  ids: readonly string[] | undefined,
): Promise<Grid> {
  // Asked first, so that the rows may be newer than it says, never older. It is no part of what the answer rests on.
  const revision = (await untraced(() => nextSeq(read))) - 1;
  return readColumns(sqlite(read), revision, await countReleases(read, window.from, window.to, ids), ids);
}
