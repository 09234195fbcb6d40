import { looksLikeIncidents } from '../../../importers/incidents/guess-mapping';
import type { ImportKind } from '../kind';
import { applyIncidents } from './apply-incidents';
import { describeIncidents } from './describe-incidents';
import { prepareIncidents } from './prepare-incidents';
import { undoIncidents } from './undo-incidents';

/** Exports of incident tools, and any table of incidents. */
export const incidentsKind: ImportKind = {
  name: 'incidents',
  sniff: async (start) => looksLikeIncidents(await start.labels()),
  prepare: async (request, context, job) => {
    const prepared = await prepareIncidents(request, context, job);
    return {
      describe: (signal) => describeIncidents(prepared, signal),
      apply: (write, applying, writing) => applyIncidents(write, prepared, applying, writing),
    };
  },
  undo: undoIncidents,
};
