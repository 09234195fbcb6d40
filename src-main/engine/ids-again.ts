/** Ids that were given out before, in their order, and then new ones. */
export function idsAgain(ids: readonly string[], newId: () => string): { newId: () => string } {
  let next = 0;
  return {
    newId: () => {
      next += 1;
      return ids[next - 1] ?? newId();
    },
  };
}
