import { strToU8, type Zippable, zipSync } from 'fflate';

export type PartContent = string | Uint8Array;

/** The first day that a ZIP can hold, at noon: no time zone moves it out of the range. */
const ENTRY_TIME = new Date(1980, 0, 1, 12);

const TYPES = '[Content_Types].xml';

/** Readers look for the list of types first; all else lies in the order of its name. */
const inOrder = (a: string, b: string): number => Number(b === TYPES) - Number(a === TYPES) || (a < b ? -1 : 1);

/** A package of parts; the same parts give the same bytes, whenever and wherever. */
export function zipParts(parts: ReadonlyMap<string, PartContent>): Uint8Array {
  const entries: Zippable = {};
  for (const name of [...parts.keys()].toSorted(inOrder)) {
    const content = parts.get(name) ?? '';
    entries[name] = [typeof content === 'string' ? strToU8(content) : content, { mtime: ENTRY_TIME }];
  }
  return zipSync(entries, { level: 6, mtime: ENTRY_TIME });
}
