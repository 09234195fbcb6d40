import { listEntries } from '../../store/journal/journal';
import { verifyJournal } from '../../store/journal/verify';
import type { SubjectHandlers } from '../subject';

export const journal: SubjectHandlers<'journal'> = {
  list: async (input, { read }) => {
    const { entries, total } = await listEntries(read, input);
    return {
      total,
      entries: entries.map(({ seq, at, actor, kind, channel, label, changes, hash }) => ({
        seq,
        at,
        actor,
        kind,
        channel,
        label,
        changes,
        hash,
      })),
    };
  },
  verify: async (_input, { read }) => {
    const { ok, entries, firstBroken } = await verifyJournal(read);
    const message = ok
      ? `All ${entries} entries are as they were written.`
      : `Entry ${firstBroken} is not as it was written: somebody altered the journal past Modelfolio. Compare it with a backup.`;
    return { ok, entries, firstBroken, message };
  },
};
