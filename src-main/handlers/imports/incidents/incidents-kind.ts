import { looksLikeIncidents } from '../../../importers/incidents/guess-mapping';
import { listIncidentsTouchedSince } from '../../../store/incidents/incidents';
import type { ImportKind } from '../kind';
import { refuseGuessedText } from '../reading-facts';
import { reverseImport } from '../reverse-import';
import { applyIncidents } from './apply-incidents';
import { describeIncidents } from './describe-incidents';
import { prepareIncidents } from './prepare-incidents';

/** Exports of incident tools, and any table of incidents. */
export const incidentsKind: ImportKind = {
  name: 'incidents',
  sniff: async (start) => looksLikeIncidents(await start.labels()),
  prepare: async (request, context, job) => {
    const prepared = await prepareIncidents(request, context, job);
    return {
      describe: (signal) => describeIncidents(prepared, signal),
      apply: (write, applying, writing) => {
        refuseGuessedText(prepared.table, request.encoding);
        return applyIncidents(write, prepared, applying, writing);
      },
    };
  },
  undo: async (write, record, entry) => {
    const touched = await listIncidentsTouchedSince(write.read, entry.seq);
    const names = touched.map(({ title }) => title);
    return reverseImport(write, record, entry, {
      thing: 'incident',
      names,
      detail: { incidents: touched.slice(0, 100) },
    });
  },
};
