import type { ConnectionState } from '../../../platform/connection-notes';
import { findImport } from '../../../store/imports/imports';
import type { ConnectionRow } from '../../../store/imports/tables';
import type { ReadHandle } from '../../../store/journal/handle';

type Take = ConnectionState['takes'][number];

/** Older ones are forgotten: what they brought comes again, is recognised, and is remembered anew. */
const MOST_TAKES = 200;

/** Of another server or another part of it nothing was taken. */
type Part = Pick<ConnectionRow, 'address' | 'scope'>;
export const partOf = ({ address, scope }: Part): string => `${address} ${scope}`;

/** What was noted of this part of the server; of another one it says nothing. */
export const stateOfPart = (row: Part, state: ConnectionState | null): ConnectionState | null =>
  state !== null && (state.of === null || state.of === partOf(row)) ? state : null;

/**
 * Those of this part of the server whose imports stand, up to the first that does not: what came after an undone one may have counted
 * on it.
 */
export async function standingTakes(row: Part, takes: readonly Take[], read: ReadHandle): Promise<readonly Take[]> {
  const standing: Take[] = [];
  for (const take of takes.filter(({ of }) => of === partOf(row))) {
    // Undone as a step, its line is gone from the ledger; taken back as an import, it is marked there.
    if (take.importId !== null && (await findImport(read, take.importId))?.undone !== 0) break;
    standing.push(take);
  }
  return standing;
}

interface Taken {
  readonly importId: string | null;
  readonly memory: Readonly<Record<string, unknown>>;
  readonly adds?: boolean | undefined;
}

/** @param without names of which nothing is remembered, since nobody knows yet which model they are */
export function withTake(
  row: Part,
  takes: readonly Take[],
  { importId, memory, adds }: Taken,
  without: ReadonlySet<string>,
): Take[] {
  const kept = Object.fromEntries(Object.entries(memory).filter(([name]) => !without.has(name)));
  if (Object.keys(kept).length === 0) return [...takes];
  // A value of JSON, as `Memory` says.
  const take: Take = { of: partOf(row), importId, memory: kept as Take['memory'] };
  const last = takes.at(-1);
  const same = last && last.of === take.of && last.importId === importId ? last : undefined;
  if (same && adds) return [...takes.slice(0, -1), { ...take, memory: joined(same.memory, take.memory) }];
  const replaces = same && isWhole(same) && isWhole(take);
  return [...(replaces ? takes.slice(0, -1) : takes), take].slice(-MOST_TAKES);
}

/** Under each name the members of both, the later ones where both have one. */
function joined(before: Take['memory'], now: Take['memory']): Take['memory'] {
  const all = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(now)) {
    const known = all.get(name);
    all.set(name, isObject(known) && isObject(value) ? { ...known, ...value } : value);
  }
  return Object.fromEntries(all);
}

const isObject = (value: Take['memory'][string] | undefined): value is Record<string, Take['memory'][string]> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Of all of the server, so that the next one says all that this one does. Many refreshes that find nothing new push out no import. */
const isWhole = ({ memory }: Take): boolean => Object.keys(memory).every((name) => name === '');
