import type { Did } from '#contract/define';
import { notify, notifyFailure } from '../components/ui/notify';
import { call, send, sentenceOf } from './call';

/** Toasts about the last change share this id, so that a new one takes the place of the old one. */
const LAST_CHANGE = 'last-change';

export async function undoLast(): Promise<void> {
  try {
    const { label } = (await send('history.undo', {})).value;
    notify({ id: LAST_CHANGE, message: `Undone: ${label}`, action: { label: 'Redo', run: () => void redoLast() } });
  } catch (error) {
    notifyFailure(sentenceOf(error));
  }
}

export async function redoLast(): Promise<void> {
  try {
    const { label } = (await send('history.redo', {})).value;
    notify({ id: LAST_CHANGE, message: `Redone: ${label}`, action: { label: 'Undo', run: () => void undoLast() } });
  } catch (error) {
    notifyFailure(sentenceOf(error));
  }
}

/** Undo from a toast: only while what the toast speaks of is still the last change. */
async function undoStep(seq: number): Promise<void> {
  const { undo } = await call('history.state', {});
  if (undo?.seq === seq) return undoLast();
  notifyFailure('Something else was changed since. Use Undo in the top bar to go back step by step.');
}

/**
 * Says what a command did, with the way back where there is one.
 *
 * @param words said instead of the entry's name, and even where there is no entry
 */
export function announce(did: Did | null, words?: string): void {
  if (did?.undoable) {
    const { label, seq } = did;
    notify({ id: LAST_CHANGE, message: words ?? label, action: { label: 'Undo', run: () => void undoStep(seq) } });
  } else if (words !== undefined) notify({ message: words });
}
