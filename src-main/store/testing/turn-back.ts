import { reverseEntry, undoState } from '../journal/journal';
import type { Store } from '../store';
import { testRequest } from './open-test-store';

/** Undo or redo, as the engine does it. */
export async function turnBack(store: Store, kind: 'undo' | 'redo', at?: string): Promise<void> {
  await store.write(testRequest(`history.${kind}`, at), async (write) => {
    const entry = (await undoState(write.read))[kind];
    if (!entry) throw new Error(`nothing to ${kind}`);
    await reverseEntry(write, entry);
    return { label: entry.label, value: null, kind: { kind, of: entry } };
  });
}
