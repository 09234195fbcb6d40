import { listEntries } from '../../store/journal/journal';
import { verifyJournal } from '../../store/journal/verify';
import type { SubjectHandlers } from '../subject';
import { verificationMessage } from './verification-message';

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
  verify: async (_input, { store }) => {
    const { ok, entries, firstBroken, rows, differences } = await store.snapshot(verifyJournal);
    const message = verificationMessage({ entries, firstBroken, rows, differences });
    return { ok, entries, firstBroken, message, rows, differences: [...differences] };
  },
};
