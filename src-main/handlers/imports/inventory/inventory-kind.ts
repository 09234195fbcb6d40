import type { ImportKind } from '../kind';
import { undoModels } from '../reverse-import';
import { applyInventory } from './apply-inventory';
import { describeInventory } from './describe-inventory';
import { prepareInventory } from './prepare-inventory';
import { setsOf } from './sets-of';

/** A table with one model a row. Any table may be one, so it is asked last. */
export const inventoryKind: ImportKind = {
  name: 'inventory',
  sniff: () => true,
  prepare: async (request, context, job, purpose) => {
    const prepared = await prepareInventory(request, context, job, purpose);
    return {
      describe: (signal) => describeInventory(prepared, signal, context.read),
      apply: async (write, applying, writing) => ({
        ...(await applyInventory(write, prepared, applying, writing)),
        models: setsOf(prepared),
        parts: prepared.plan.parts,
      }),
    };
  },
  undo: undoModels,
};
