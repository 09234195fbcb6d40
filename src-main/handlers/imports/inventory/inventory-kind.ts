import type { TableFileKind } from '../../../importers/tabular/table';
import type { ImportKind } from '../kind';
import { refuseGuessedText } from '../reading-facts';
import { undoModels } from '../reverse-import';
import { applyInventory } from './apply-inventory';
import { describeInventory } from './describe-inventory';
import { type PreparedInventory, prepareInventory } from './prepare-inventory';

/** What becomes of a byte of a file at least, and of one that is packed. */
const GROWTH = 8;
const PACKED_GROWTH = 32;
const PACKED: ReadonlySet<TableFileKind> = new Set<TableFileKind>(['xlsx', 'ods']);
/** What a model takes, with its moves and its part of the journal. */
const MODEL_BYTES = 1_500;

/** A table with one model a row. Any table may be one, so it is asked last. */
export const inventoryKind: ImportKind = {
  name: 'inventory',
  sniff: () => true,
  prepare: async (request, context, job) => {
    const prepared = await prepareInventory(request, context, job);
    return {
      describe: () => describeInventory(prepared, job, context.read),
      apply: (write, applying, writing) => {
        refuseGuessedText(prepared.head, request.encoding);
        return applyInventory(write, prepared, applying, writing);
      },
      adds: (fileBytes) => added(prepared, fileBytes),
    };
  },
  undo: undoModels,
};

/** What rows change of models that are there is not known before, and is left out. */
function added({ head, identified }: PreparedInventory, fileBytes: number): number {
  if (identified === null) return fileBytes * (PACKED.has(head.fileKind) ? PACKED_GROWTH : GROWTH);
  return identified.decision.rows.filter(({ outcome }) => outcome === 'created').length * MODEL_BYTES;
}
