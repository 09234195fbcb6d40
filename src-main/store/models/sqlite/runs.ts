import type { HeldModels } from '../held/held-models';

/** The moves of models, of which the first cell names the model and the last one their order. */
type Line = readonly [modelId: string, ...cells: readonly unknown[]];

/**
 * Gives rows to the slots of their models. As they lie in the table they are read in half the time that their order takes, and
 * those of one model lie together and in order as they were written, unless somebody moved it later.
 *
 * @param ordOf what they are ordered by within a model
 * @returns slots whose rows lie apart or in another order: they have to be given anew
 */
export function addRuns<L extends Line>(
  held: HeldModels,
  lines: Iterable<L>,
  ordOf: (line: L) => number,
  runs: { clear(slot: number): void },
  add: (slot: number, line: L) => void,
): ReadonlySet<number> {
  const apart = new Set<number>();
  const seen = new Uint8Array(held.room);
  let [before, slot, last] = ['', -1, 0];
  for (const line of lines) {
    const ord = ordOf(line);
    if (line[0] === before) {
      if (slot !== -1 && ord < last) apart.add(slot);
    } else {
      [before] = line;
      slot = held.slotOf(before);
      if (slot !== -1) {
        if (seen[slot] === 1) apart.add(slot);
        seen[slot] = 1;
        runs.clear(slot);
      }
    }
    last = ord;
    if (slot !== -1) add(slot, line);
  }
  return apart;
}

/** The ids of slots, as the statements that take them from `json_each`. */
export const idsAsJson = ({ ids }: HeldModels, slots: Iterable<number>): string =>
  JSON.stringify(Array.from(slots, (slot) => ids.get(slot)));
