import { reviewRetrainingItems, settleDrift } from './drift/settle';
import type { ReadHandle, WriteHandle, Written } from './journal/handle';
import { appendEntry, nextSeq, undoState } from './journal/journal';
import { Recorder } from './journal/recorder';
import type { WriteRequest, WriteResult } from './requests';

export interface WrittenOnce<T> {
  readonly written: Omit<WriteResult<T>, 'sources'>;
  /** The hash of the new entry; `null`: none was needed. */
  readonly head: string | null;
}

/**
 * The whole of one write: the work, what follows from it (drift state and retraining, which the store has the domain
 * decide, so that no handler can forget it), and the journal entry that closes it.
 *
 * @param read of a connection that is in a transaction, which the caller commits or rolls back
 */
export async function writeOnce<T>(
  read: ReadHandle,
  request: WriteRequest,
  work: (write: WriteHandle) => Promise<Written<T>>,
): Promise<WrittenOnce<T>> {
  const seq = await nextSeq(read);
  const recorder = new Recorder(read, seq, request.newId);
  const written = await work(recorder);
  if (recorder.changes > 0) await settleDrift(recorder, request.at);
  const kind = written.kind ?? { kind: 'do' };
  if (kind.kind === 'do') await reviewRetrainingItems(recorder, request);
  const value = 'settledValue' in written ? await written.settledValue() : written.value;
  const worthAnEntry = recorder.changes > 0 || kind.kind === 'note';
  const { label } = written;
  const head = worthAnEntry ? await appendEntry(recorder, { ...request, seq, label, kind }) : null;
  const undoable = kind.kind === 'do' || kind.kind === 'redo';
  const entry = worthAnEntry ? { label, undoable, ...(await undoState(read)) } : null;
  return { written: { value, entry, modelIds: recorder.modelIds }, head };
}
