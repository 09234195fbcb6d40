import type { Stage } from '../../vocabulary';

/** What a row of a file does to the model that it is of; a row has one, the first that fits. */
export const CHANGE_GROUPS = ['contradicted', 'moved', 'retired', 'dated', 'values'] as const;
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** As much of a row as its group follows from. */
export interface RowChanges {
  readonly isUpdate: boolean;
  /** Something of it waits for an answer, or did when the file was opened. */
  readonly asks: boolean;
  /** What it would add stays out, as somebody said. */
  readonly isHeldBack: boolean;
  /** Moves that it adds (`isNew`) or makes more exact, in their order. */
  readonly moves: readonly { readonly to: Stage; readonly isNew: boolean }[];
  /** Some of its moves contradict ours. */
  readonly contradicts: boolean;
  /** The last stage that we hold; `null` where we hold none. */
  readonly stageNow: Stage | null;
}

/** `null`: it changes nothing, and asks nothing. */
export function changeGroupOf(row: RowChanges): ChangeGroup | null {
  const { moves, stageNow } = row;
  if (row.asks) return 'contradicted';
  if (!row.isUpdate && !row.isHeldBack) return null;
  if (stageNow !== 'retired' && moves.some(({ to }) => to === 'retired')) return 'retired';
  const last = moves.findLast(({ isNew }) => isNew);
  if (last && last.to !== stageNow && !row.contradicts) return 'moved';
  return moves.length > 0 ? 'dated' : 'values';
}
