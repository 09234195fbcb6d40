import { notify, notifyFailure } from '../components/ui/notify';
import { call, sentenceOf } from './call';
import { queryClient } from './query-client';

/** Toasts about the last change share this id, so that a new one takes the place of the old one. */
const LAST_CHANGE = 'last-change';

const again = (): void => {
  void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'history.state' });
};

export async function undoLast(): Promise<void> {
  try {
    const { label } = await call('history.undo', {});
    notify({ id: LAST_CHANGE, message: `Undone: ${label}`, action: { label: 'Redo', run: () => void redoLast() } });
  } catch (error) {
    notifyFailure(sentenceOf(error));
  }
  again();
}

export async function redoLast(): Promise<void> {
  try {
    const { label } = await call('history.redo', {});
    notify({ id: LAST_CHANGE, message: `Redone: ${label}`, action: { label: 'Undo', run: () => void undoLast() } });
  } catch (error) {
    notifyFailure(sentenceOf(error));
  }
  again();
}

/** Undo from a toast: only while what the toast speaks of is still the last change. */
async function undoStep(seq: number): Promise<void> {
  const { undo } = await call('history.state', {});
  if (undo?.seq === seq) return undoLast();
  notifyFailure('Something else was changed since. Use Undo in the top bar to go back step by step.');
}

/** Says what was just changed, with the way back. */
export async function announceChange(): Promise<void> {
  try {
    const { undo } = await call('history.state', {});
    if (!undo) return;
    const { label, seq } = undo;
    notify({ id: LAST_CHANGE, message: label, action: { label: 'Undo', run: () => void undoStep(seq) } });
  } catch {
    // The change itself went well; without its name there is nothing to say.
  }
}
