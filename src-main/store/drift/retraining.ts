import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { RetrainingItemRow } from './tables';

export interface RetrainingFilter {
  readonly modelId?: string | undefined;
  readonly open: boolean;
}

export type NamedRetrainingItem = RetrainingItemRow & { readonly name: string; readonly tier: number | null };

/** Retraining items with their models' names, the oldest first. */
export async function listRetraining(read: ReadHandle, filter: RetrainingFilter): Promise<NamedRetrainingItem[]> {
  let items = tables(read)
    .selectFrom('retraining_items as item')
    .innerJoin('models', 'models.id', 'item.model_id')
    .selectAll('item')
    .select(['models.name', 'models.tier']);
  // Nobody retrains what is retired: such an item is due no more.
  if (filter.open) items = items.where('item.resolved_at', 'is', null).where('models.stage', '!=', 'retired');
  if (filter.modelId !== undefined) items = items.where('item.model_id', '=', filter.modelId);
  return items.orderBy('item.opened_at').orderBy('item.id').execute();
}

export async function findRetraining(read: ReadHandle, id: string): Promise<NamedRetrainingItem | null> {
  return (await listRetraining(read, { open: false })).find((item) => item.id === id) ?? null;
}
