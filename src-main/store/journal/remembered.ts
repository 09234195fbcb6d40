import { noteReads, traced, untraced } from '../trace/trace';
import { sqlite } from './connection';
import type { ReadHandle } from './handle';
import { stampOf } from './stamp';

interface Answer {
  readonly stamp: string;
  readonly key: readonly unknown[];
  readonly value: unknown;
  readonly reads: readonly string[];
}

/** What was worked out last, by the connection that it was read with. */
const known = new WeakMap<object, readonly Answer[]>();
/** One text and another one beside it: an answer may be large. */
const KEPT = 2;

/**
 * What costs much to work out and is asked for again in pages: the answer of last time while nothing whatever has been written to
 * the file since.
 *
 * @param key all that the answer follows from beside the file: texts and things that never change, compared one by one
 */
export async function remembered<T>(read: ReadHandle, key: readonly unknown[], make: () => Promise<T>): Promise<T> {
  const db = sqlite(read);
  // Inside a transaction another moment is seen.
  if (db.inTransaction) return make();
  const stamp = untraced(() => stampOf(read));
  const all = (known.get(db) ?? []).filter((answer) => answer.stamp === stamp);
  const found = all.find(
    (answer) => answer.key.length === key.length && answer.key.every((one, at) => one === key[at]),
  );
  if (found) {
    noteReads(found.reads);
    return found.value as T; // made for the same key
  }
  const { value, reads } = await traced(make);
  known.set(db, [{ stamp, key, value, reads }, ...all].slice(0, KEPT));
  return value;
}
