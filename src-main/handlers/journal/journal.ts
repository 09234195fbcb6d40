import { settledDay } from '#domain/base/moving-day';
import { listEntries } from '../../store/journal/journal-search';
import { verifyJournal } from '../../store/journal/verify';
import type { SubjectHandlers } from '../subject';
import { exportEvidence, makeCertificate, verifyExport } from './evidence';
import { journalFacets } from './journal-facets';
import { verificationMessage } from './verification-message';

export const journal: SubjectHandlers<'journal'> = {
  list: async ({ from, to, ...input }, { read, now }) => {
    const settle = (day: string | undefined) => (day === undefined ? day : settledDay(day, now.slice(0, 10)));
    const { entries, total } = await listEntries(read, { ...input, from: settle(from), to: settle(to) });
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
  export: exportEvidence,
  verifyExport,
  certificate: makeCertificate,
  facets: async (_input, { read }) => journalFacets(read),
  verify: async (_input, { store }) => {
    const found = await store.snapshot(verifyJournal);
    const { ok, entries, firstBroken, rows, differences, points } = found;
    return {
      ...{ ok, entries, firstBroken, message: verificationMessage(found), rows, differences: [...differences] },
      points: { ...points, differences: [...points.differences] },
    };
  },
};
