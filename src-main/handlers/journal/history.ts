import { nothingTo, reverseEntry, undoState } from '../../store/journal/journal';
import type { JournalRow } from '../../store/journal/tables';
import type { CommandContext } from '../context';
import type { SubjectHandlers } from '../subject';

const step = (entry: JournalRow | null): { label: string; seq: number } | null =>
  entry && { label: entry.label, seq: entry.seq };

async function turnBack(context: CommandContext, kind: 'undo' | 'redo'): Promise<{ label: string; seq: number }> {
  return context.write(async (write) => {
    const entry = (await undoState(write.read))[kind];
    if (!entry) throw nothingTo(kind);
    await reverseEntry(write, entry);
    return { label: entry.label, value: { label: entry.label, seq: entry.seq }, kind: { kind, of: entry } };
  });
}

export const history: SubjectHandlers<'history'> = {
  state: async (_input, { read }) => {
    const state = await undoState(read);
    return { undo: step(state.undo), redo: step(state.redo) };
  },
  undo: (_input, context) => turnBack(context, 'undo'),
  redo: (_input, context) => turnBack(context, 'redo'),
};
