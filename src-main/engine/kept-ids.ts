/** The ids that a command gives out: done again, for whatever reason, it gives out the same. */
export interface KeptIds {
  readonly newId: () => string;
  /** All of them so far. */
  readonly ids: readonly string[];
  /** How many were given out. */
  position(): number;
  /** What is done once more begins there. */
  backTo(position: number): void;
}

/** More is an import, which is never kept for later. */
const MOST = 1_000;

/** @param before those that it gave out another time */
export function keepIds(newId: () => string, before: readonly string[] = []): KeptIds {
  const ids = [...before];
  let next = 0;
  return {
    ids,
    newId: () => {
      next += 1;
      const known = ids[next - 1];
      if (known !== undefined) return known;
      const id = newId();
      if (ids.length < MOST && ids.length === next - 1) ids.push(id);
      return id;
    },
    position: () => next,
    backTo: (position) => {
      next = position;
    },
  };
}
