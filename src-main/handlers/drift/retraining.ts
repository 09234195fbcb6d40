import type { z } from 'zod';
import type { RetrainingItem } from '#contract/drift/views';
import { sayRetraining } from '#domain/drift/retraining';
import { DomainError } from '../../failure/domain-error';
import { listDriftModels } from '../../store/drift/health';
import {
  findRetraining,
  listRetraining,
  type NamedRetrainingItem,
  type RetrainingFilter,
} from '../../store/drift/retraining';
import type { ReadHandle } from '../../store/journal/handle';
import { asTier } from '../../store/models/cells';
import type { CommandContext } from '../context';

type Item = z.output<typeof RetrainingItem>;

export async function readRetraining(read: ReadHandle, filter: RetrainingFilter): Promise<Item[]> {
  return (await listRetraining(read, filter)).map(toItem);
}

export function resolveRetraining(id: string, note: string, context: CommandContext): Promise<Item> {
  return context.write(async (write) => {
    const item = await findRetraining(write.read, id);
    if (!item)
      throw new DomainError('not_found', 'This retraining item is not in the portfolio; it may have been taken back.');
    if (item.resolved_at !== null)
      throw new DomainError('conflict', `The retraining of “${item.name}” was resolved already. Undo opens it again.`);
    const { models } = await listDriftModels(write.read, { modelId: item.model_id });
    const newest = models[0]?.state?.last_at;
    const columns = {
      resolved_at: context.now,
      resolved_by: context.actor,
      note,
      settled_up_to: newest == null ? item.last_at : new Date(newest).toISOString(),
    };
    await write.update('retraining_items', [id], columns);
    return { label: `Resolve the retraining of “${item.name}”`, value: toItem({ ...item, ...columns }) };
  });
}

const toItem = (item: NamedRetrainingItem): Item => ({
  id: item.id,
  modelId: item.model_id,
  model: item.name,
  tier: asTier(item.tier),
  seriesId: item.series_id,
  column: item.column_name,
  metric: item.metric,
  windows: item.windows,
  firstAt: item.first_at,
  lastAt: item.last_at,
  openedAt: item.opened_at,
  resolvedAt: item.resolved_at,
  resolvedBy: item.resolved_by,
  note: item.note,
  words: sayRetraining(item),
});
