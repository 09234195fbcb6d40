import type { Grid, PackedGrid } from '#contract/models/grid';
import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { nextSeq } from '../journal/journal';
import { untraced } from '../trace/trace';
import { readBeside } from './beside';
import { jsonGrid } from './held/grid-of';
import { heldModels } from './held/held';
import { packedGrid } from './held/packed-grid';
import { readColumns } from './sqlite/grid';

/**
 * The portfolio as columns.
 *
 * @param now releases count in the twelve months before it
 * @param ids only these models; left out: all
 */
export async function readGrid(read: ReadHandle, now: string, ids: readonly string[] | undefined): Promise<Grid> {
  // Asked first, so that the rows may be newer than it says, never older. It is no part of what the answer rests on.
  const revision = (await untraced(() => nextSeq(read))) - 1;
  const held = ids === undefined ? heldModels(read, now) : null;
  if (held) return jsonGrid(held, revision, now);
  return readColumns(sqlite(read), revision, await readBeside(read, now, ids), ids);
}

/** The same of all models in bytes. */
export async function readPackedGrid(read: ReadHandle, now: string): Promise<PackedGrid> {
  const revision = (await untraced(() => nextSeq(read))) - 1;
  const held = heldModels(read, now);
  if (held === null) throw new Error('a window asks for its columns at the present moment');
  return packedGrid(held, revision, now);
}
