import type { ImportKind } from '../kind';
import { undoModels } from '../reverse-import';
import { applyInventory } from './apply-inventory';
import { describeInventory } from './describe-inventory';
import { prepareInventory } from './prepare-inventory';

/** A table with one model a row. Any table may be one, so it is asked last. */
export const inventoryKind: ImportKind = {
  name: 'inventory',
  sniff: () => true,
  prepare: async (request, context, job) => {
    const prepared = await prepareInventory(request, context, job);
    return {
      describe: () => describeInventory(prepared, job, context.read),
      apply: (write, applying, writing) => applyInventory(write, prepared, applying, writing),
    };
  },
  undo: undoModels,
};
