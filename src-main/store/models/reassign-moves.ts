import type { WriteHandle } from '../journal/handle';
import { listMoves, listReplacementMoves } from './moves';
import type { MoveRow } from './tables';

/**
 * Gives the moves of one model to another, where they lie among its own by time: a move without a date stays behind the
 * one that it followed. Models that the first replaced were replaced by the other, but none by itself.
 */
export async function reassignMoves(
  write: WriteHandle,
  from: string,
  to: string,
): Promise<ReadonlyMap<'moves', number>> {
  const given = await listMoves(write.read, from);
  const all = [...timed(await listMoves(write.read, to)), ...timed(given)];
  const inOrder = all.toSorted((a, b) => (a.time === b.time ? 0 : a.time < b.time ? -1 : 1));
  for (const [index, { move }] of inOrder.entries())
    await write.update('moves', [move.id], { model_id: to, ord: index + 1 });
  const pointing = await listReplacementMoves(write.read, [from, to]);
  for (const { id, model_id } of pointing)
    await write.update('moves', [id], { replaced_by: model_id === to ? null : to });
  return new Map([['moves', given.length]]);
}

/** Each move with the time of the latest dated one up to it; '' before any. */
function timed(moves: readonly MoveRow[]): readonly { readonly move: MoveRow; readonly time: string }[] {
  let time = '';
  return moves.map((move) => {
    time = move.at !== null && move.at > time ? move.at : time;
    return { move, time };
  });
}
