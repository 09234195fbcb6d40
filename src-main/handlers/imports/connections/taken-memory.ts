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

/** @param without names of which nothing is remembered, since nobody knows yet which model they are */
export function withTake(
  row: Part,
  takes: readonly Take[],
  { importId, memory }: { readonly importId: string | null; readonly memory: Readonly<Record<string, unknown>> },
  without: ReadonlySet<string>,
): Take[] {
  const kept = Object.fromEntries(Object.entries(memory).filter(([name]) => !without.has(name)));
  if (Object.keys(kept).length === 0) return [...takes];
  // A value of JSON, as `Memory` says.
  const take: Take = { of: partOf(row), importId, memory: kept as Take['memory'] };
  const last = takes.at(-1);
  const replaces = last && isWhole(last) && isWhole(take) && last.of === take.of && last.importId === importId;
  return [...(replaces ? takes.slice(0, -1) : takes), take].slice(-MOST_TAKES);
}

/** Of all of the server, so that the next one says all that this one does. Many refreshes that find nothing new push out no import. */
const isWhole = ({ memory }: Take): boolean => Object.keys(memory).every((name) => name === '');
