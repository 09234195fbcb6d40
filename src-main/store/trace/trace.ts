import { AsyncLocalStorage } from 'node:async_hooks';

/** Lists of sources by identity: a statement that runs a thousand times is noted once. */
interface Trace {
  readonly reads: Set<readonly string[]>;
  readonly writes: Set<readonly string[]>;
}

export interface Traced<T> {
  readonly value: T;
  /** What the work read, in the words of `NamedSources` and of whoever noted a source by hand. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
}

const current = new AsyncLocalStorage<Trace>();

/** Does the work and answers which sources it read and wrote, through however many rooms and however late. */
export async function traced<T>(work: () => Promise<T> | T): Promise<Traced<T>> {
  const outer = current.getStore();
  const trace: Trace = { reads: new Set(), writes: new Set() };
  const value = await current.run(trace, async () => work());
  for (const sources of trace.reads) outer?.reads.add(sources);
  for (const sources of trace.writes) outer?.writes.add(sources);
  return { value, reads: flat(trace.reads), writes: flat(trace.writes) };
}

/** The same for work that is done at once: what a copy in memory is made from. */
export function tracedNow<T>(work: () => T): { readonly value: T; readonly reads: readonly string[] } {
  const trace: Trace = { reads: new Set(), writes: new Set() };
  const value = current.run(trace, work);
  return { value, reads: flat(trace.reads) };
}

/** Keep the lists that are given: they are told apart by identity. */
export const noteReads = (sources: readonly string[]): void => void current.getStore()?.reads.add(sources);
export const noteWrites = (sources: readonly string[]): void => void current.getStore()?.writes.add(sources);

/**
 * Reads that no answer rests on, such as looking whether a copy in memory is still good. Whoever answers from that copy
 * notes what it was read from.
 */
export const untraced = <T>(work: () => T): T => current.run({ reads: new Set(), writes: new Set() }, work);

const flat = (lists: ReadonlySet<readonly string[]>): readonly string[] => [...new Set([...lists].flat())].sort();
