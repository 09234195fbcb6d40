import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { listSeries, type SeriesFilter } from './series';
import { ALL_TIME, pointStatements } from './sqlite/points';
import { readThinned, type ThinnedPoints } from './sqlite/thinned';
import type { DriftSeriesRow } from './tables';

/** Milliseconds, both included; left out: from the first result, up to the last. */
export interface Between {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export interface ThinnedSeries extends ThinnedPoints {
  readonly row: DriftSeriesRow;
}

/** Series of a model with at most `most` of their points that count; those without any in the range are left out. */
export async function listThinnedSeries(
  read: ReadHandle,
  filter: SeriesFilter,
  { from = ALL_TIME.from, to = ALL_TIME.to }: Between,
  most: number,
): Promise<readonly ThinnedSeries[]> {
  const statements = pointStatements(sqlite(read));
  const dead = new Set(statements.deadBatches.all(filter.modelId));
  const series = (await listSeries(read, filter)).map(
    (row): ThinnedSeries => ({ row, ...readThinned(statements, row.id, { from, to }, dead, most) }),
  );
  return series.filter(({ n }) => n > 0);
}
