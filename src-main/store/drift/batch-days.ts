import { dayNumber } from '#domain/base/calendar';
import { sqlite, tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { listSeries } from './series';
import { ALL_TIME, pointStatements, readPoints } from './sqlite/points';

export interface BatchDays {
  /** Of the batch. */
  readonly id: string;
  /** Days since 1970 of its first and its last result that counts. */
  readonly from: number;
  readonly to: number;
}

/** From which day to which the batches of a model have results that count; one of which none does is left out. */
export async function listBatchDays(read: ReadHandle, modelId: string): Promise<readonly BatchDays[]> {
  const statements = pointStatements(sqlite(read));
  const dead = new Set(statements.deadBatches.all(modelId));
  const spans = new Map<number, { from: number; to: number }>();
  for (const { id } of await listSeries(read, { modelId })) {
    const { at, batch } = readPoints(statements, id, ALL_TIME, dead, []);
    for (let place = 0; place < at.length; place += 1) {
      const no = batch[place] ?? 0;
      const day = dayNumber(at[place] ?? 0);
      const span = spans.get(no);
      if (!span) spans.set(no, { from: day, to: day });
      else if (day < span.from) span.from = day;
      else if (day > span.to) span.to = day;
    }
  }
  const rows = await tables(read)
    .selectFrom('drift_batches')
    .select(['id', 'no'])
    .where('model_id', '=', modelId)
    .execute();
  return rows.flatMap(({ id, no }) => {
    const span = spans.get(no);
    return span ? [{ id, ...span }] : [];
  });
}
