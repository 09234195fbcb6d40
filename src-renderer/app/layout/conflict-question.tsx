import { lazy, type ReactNode, Suspense } from 'react';
import { useConflicts } from '../../stores/conflicts';

const ConflictDialog = lazy(async () => ({
  default: (await import('../../components/sharing/conflict-dialog')).ConflictDialog,
}));

/** Asks about the command that waits the longest for a choice. */
export function ConflictQuestion(): ReactNode {
  const [first] = useConflicts(({ questions }) => questions);
  const answer = useConflicts((state) => state.answer);
  if (!first) return null;
  return (
    <Suspense fallback={null}>
      <ConflictDialog key={first.collisions[0]?.seq} collisions={first.collisions} onChoice={answer} />
    </Suspense>
  );
}
