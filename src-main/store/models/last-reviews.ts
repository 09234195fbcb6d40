import { HELD_OUTCOMES } from '#domain/governance/review-kinds';
import { REVIEW_KINDS } from '#domain/governance/vocabulary';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';

const IDS_PER_STATEMENT = 900;

/** The day of the last review or validation of models that evidence shows; of all models where none are named. */
export async function lastReviews(
  read: ReadHandle,
  modelIds: readonly string[] | null,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const rows = tables(read)
    .selectFrom('evidence')
    .select((eb) => ['model_id', eb.fn.max('on_day').as('day')])
    .where('kind', 'in', [...REVIEW_KINDS])
    .where('outcome', 'in', [...HELD_OUTCOMES])
    .groupBy('model_id');
  const parts =
    modelIds === null
      ? [await rows.where('model_id', 'is not', null).execute()]
      : await Promise.all(
          [...chunks(modelIds, IDS_PER_STATEMENT)].map((ids) => rows.where('model_id', 'in', [...ids]).execute()),
        );
  for (const { model_id: id, day } of parts.flat()) if (id !== null) found.set(id, day);
  return found;
}
