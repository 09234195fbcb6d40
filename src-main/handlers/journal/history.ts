import { nothingTo, reverseEntry, undoState } from '../../store/journal/journal';
import type { JournalRow } from '../../store/journal/tables';
import type { CommandContext } from '../context';
import type { SubjectHandlers } from '../subject';

const step = (entry: JournalRow | null): { label: string; seq: number } | null =>
  entry && { label: entry.label, seq: entry.seq };

/** From so many changes on it is bulk work, and what a change takes in the file with its part of the journal. */
const MANY = 10_000;
const CHANGE_BYTES = 400;

async function turnBack(context: CommandContext, kind: 'undo' | 'redo'): Promise<{ label: string; seq: number }> {
  const changes = (await undoState(context.read))[kind]?.changes ?? 0;
  // What an undo takes out adds nothing; what a redo brings back adds as much as it did.
  const size = changes < MANY ? {} : { bulk: true, adds: kind === 'redo' ? changes * CHANGE_BYTES : 0 };
  return context.write(async (write) => {
    const entry = (await undoState(write.read))[kind];
    if (!entry) throw nothingTo(kind);
    await reverseEntry(write, entry);
    return { label: entry.label, value: { label: entry.label, seq: entry.seq }, kind: { kind, of: entry } };
  }, size);
}

export const history: SubjectHandlers<'history'> = {
  state: async (_input, { read }) => {
    const state = await undoState(read);
    return { undo: step(state.undo), redo: step(state.redo), seq: state.seq };
  },
  undo: (_input, context) => turnBack(context, 'undo'),
  redo: (_input, context) => turnBack(context, 'redo'),
};
