import { looksLikeVersions, mayBeVersions } from '../../../importers/versions/guess-mapping';
import type { ImportKind } from '../kind';
import { refuseGuessedText } from '../reading-facts';
import { undoModels } from '../reverse-import';
import { applyVersions } from './apply-versions';
import { describeVersions } from './describe-versions';
import { prepareVersions } from './prepare-versions';

/** What a version takes, with its move and its part of the journal. */
const VERSION_BYTES = 450;

/** Version histories: a table with one version a row. It changes models and their moves, so it is taken back as an inventory is. */
export const versionsKind: ImportKind = {
  name: 'versions',
  sniff: async (start) => {
    const labels = await start.labels();
    return mayBeVersions(labels) && looksLikeVersions(labels, await start.rows());
  },
  prepare: async (request, context, job) => {
    const prepared = await prepareVersions(request, context, job);
    return {
      describe: (signal) => describeVersions(prepared, signal),
      apply: (write, applying, writing) => {
        refuseGuessedText(prepared.table, request.encoding);
        return applyVersions(write, prepared, applying, writing);
      },
      adds: () => prepared.counts.created * VERSION_BYTES,
    };
  },
  undo: undoModels,
};
