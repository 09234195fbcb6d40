import { type Collision, useConflicts } from '../stores/conflicts';

/** What a failure says of values that somebody else wrote since they were seen; `null`: it is another failure. */
export function collisionsIn(detail: unknown): readonly Collision[] | null {
  if (typeof detail !== 'object' || detail === null || !('collisions' in detail)) return null;
  const { collisions } = detail;
  // The engine wrote them by the schema of the contract.
  return Array.isArray(collisions) && collisions.length > 0 ? (collisions as Collision[]) : null;
}

export const askWhoseValues = (collisions: readonly Collision[]): Promise<'theirs' | 'mine'> =>
  useConflicts.getState().ask(collisions);
