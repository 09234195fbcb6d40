import type { ReactNode } from 'react';
import { ConflictDialog } from '../../components/sharing/conflict-dialog';
import { useConflicts } from '../../stores/conflicts';

/** Asks about the command that waits the longest for a choice. */
export function ConflictQuestion(): ReactNode {
  const [first] = useConflicts(({ questions }) => questions);
  const answer = useConflicts((state) => state.answer);
  if (!first) return null;
  return <ConflictDialog key={first.collisions[0]?.seq} collisions={first.collisions} onChoice={answer} />;
}
