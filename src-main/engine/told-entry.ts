import type { Did } from '#contract/define';

/**
 * The entry that the reply of a command tells of: what `history.undo` would turn back next, since that is what is offered
 * to the person. Notes lie beside the undo, so an entry before them is still next; of entries that are no step, the last.
 */
export const toldEntry = (written: readonly Did[]): Did | undefined =>
  written.findLast(({ undoable }) => undoable) ?? written.at(-1);
