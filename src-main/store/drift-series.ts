import type { ReadHandle } from './handle';
import type { DriftSeriesRow } from './drift-tables';

export interface SeriesFilter {
  readonly modelId: string;
  readonly column?: string | undefined;
  readonly metric?: string | undefined;
}

/** Series of a model that may have points, by column and metric; one whose points were all taken back is among them. */
export function listSeries(read: ReadHandle, { modelId, column, metric }: SeriesFilter): Promise<DriftSeriesRow[]> {
  let series = read.selectFrom('drift_series').selectAll().where('model_id', '=', modelId);
  if (column !== undefined) series = series.where('column_name', '=', column);
  if (metric !== undefined) series = series.where('metric', '=', metric);
  return series.orderBy('column_name').orderBy('metric').orderBy('id').execute();
}
