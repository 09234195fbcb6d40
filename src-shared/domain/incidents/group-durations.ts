import { HOUR_MS } from '../base/calendar';

/** Hours. A first walk over the incidents says how many there will be, a second one notes them. */
export interface Durations {
  expected: number;
  noted: number;
  values: Float64Array;
}

const NO_VALUES = new Float64Array(0);
export const newDurations = (): Durations => ({ expected: 0, noted: 0, values: NO_VALUES });

/** One piece of memory for all of them, by how many each expects. */
export function makeRoom(all: readonly Durations[]): void {
  const room = new Float64Array(all.reduce((sum, { expected }) => sum + expected, 0));
  let used = 0;
  for (const durations of all) {
    durations.values = room.subarray(used, used + durations.expected);
    used += durations.expected;
  }
}

/** `null`: it has not happened. */
export function note(durations: Durations, openedMs: number, ms: number | null): void {
  if (ms === null) return;
  durations.values[durations.noted] = (ms - openedMs) / HOUR_MS;
  durations.noted += 1;
}
