import type { SeriesWindows } from '#domain/drift/false-alarms';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import { DomainError } from '../../failure/domain-error';
import { chunks } from '../chunks';
import { tables } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import type { DriftSeriesRow } from './tables';

export interface SeriesFilter {
  readonly modelId: string;
  readonly column?: string | undefined;
  readonly metric?: string | undefined;
}

/** Series of a model that may have points, by column and metric; one whose points were all taken back is among them. */
export function listSeries(read: ReadHandle, { modelId, column, metric }: SeriesFilter): Promise<DriftSeriesRow[]> {
  let series = tables(read).selectFrom('drift_series').selectAll().where('model_id', '=', modelId);
  if (column !== undefined) series = series.where('column_name', '=', column);
  if (metric !== undefined) series = series.where('metric', '=', metric);
  return series.orderBy('column_name').orderBy('metric').orderBy('id').execute();
}

export async function findSeries(read: ReadHandle, id: number): Promise<DriftSeriesRow | null> {
  return (await tables(read).selectFrom('drift_series').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function getSeries(read: ReadHandle, id: number): Promise<DriftSeriesRow> {
  const series = await findSeries(read, id);
  if (!series)
    throw new DomainError(
      'not_found',
      `There is no series ${id} in this portfolio. drift.series answers with their ids.`,
    );
  return series;
}

/** The distribution that counts at or before `at` (milliseconds): the newest, of one time that of the latest batch. */
export async function findDistribution(
  read: ReadHandle,
  seriesId: number,
  at: number | null,
): Promise<{ readonly at: number; readonly content: string } | null> {
  let rows = tables(read)
    .selectFrom('drift_distributions as kept')
    .innerJoin('drift_batches as batch', 'batch.no', 'kept.batch')
    .select(['kept.at', 'kept.content'])
    .where('kept.series_id', '=', seriesId)
    .where('batch.challenger_id', '=', '');
  if (at !== null) rows = rows.where('kept.at', '=', at);
  return (await rows.orderBy('kept.at', 'desc').orderBy('kept.batch', 'desc').limit(1).executeTakeFirst()) ?? null;
}

export const baseOf = (text: string): '2' | 'e' | null => (text === '2' || text === 'e' ? text : null);

export async function listSeriesById(
  read: ReadHandle,
  ids: readonly number[],
): Promise<ReadonlyMap<number, DriftSeriesRow>> {
  const found = new Map<number, DriftSeriesRow>();
  for (const chunk of chunks(ids, 900)) {
    const rows = await tables(read)
      .selectFrom('drift_series')
      .selectAll()
      .where('id', 'in', [...chunk])
      .execute();
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}

export interface WindowedSeries extends SeriesWindows {
  readonly modelId: string;
  readonly tier: number | null;
  readonly metric: string;
}

/** Series of models in production (of a tier) that have results, with their newest windows. */
export async function listSeriesWindows(read: ReadHandle, tier?: number): Promise<readonly WindowedSeries[]> {
  let wanted = tables(read)
    .selectFrom('drift_series as series')
    .innerJoin('drift_models as drift', 'drift.model_id', 'series.model_id')
    .innerJoin('models', 'models.id', 'series.model_id')
    .select(['models.id', 'models.tier', 'series.metric'])
    .select(['series.n_ref', 'series.n_cur', 'series.n_bins', 'series.window_days'])
    .where('models.stage', 'in', [...PRODUCTION_STAGES]);
  if (tier !== undefined) wanted = wanted.where('models.tier', '=', tier);
  return (await wanted.execute()).map((row) => ({
    modelId: row.id,
    tier: row.tier,
    metric: row.metric,
    sizes: { nRef: row.n_ref, nCur: row.n_cur, nBins: row.n_bins },
    cadence: row.window_days,
  }));
}

/** How many series there are of each metric. */
export async function countSeries(read: ReadHandle): Promise<ReadonlyMap<string, number>> {
  const rows = await tables(read)
    .selectFrom('drift_series')
    .select((eb) => ['metric', eb.fn.countAll<number>().as('n')])
    .groupBy('metric')
    .execute();
  return new Map(rows.map((row) => [row.metric, row.n]));
}
