import { useMemo } from 'react';
import { useChannel } from '../../../client/use-query';
import type { LinesZoom } from '../../../components/chart/lines-spec';
import type { ShownSeries } from './charts/series-chart';
import type { DriftSeries } from './monitoring-types';
import { pointsOf, spliced } from './series-points';

/** Two for each pixel of a wide screen: the highest and the lowest of what lies under it. */
export const POINTS = 2400;

/**
 * A series with as much detail as the screen can show: all of it down-sampled, and within the zoom (half of its width more
 * on both sides, so that a drag finds something there) in its own detail.
 *
 * @param zoom `null` while all of it is shown
 */
export function useShownSeries(
  modelId: string,
  chosen: Pick<DriftSeries, 'id' | 'column' | 'metric'> | null,
  zoom: LinesZoom | null,
): ShownSeries | null {
  const which = { modelId, column: chosen?.column ?? '', metric: chosen?.metric ?? '', points: POINTS };
  const { data: whole } = useChannel('drift.series', which, { enabled: chosen !== null });
  const overview = whole?.series.find(({ id }) => id === chosen?.id);
  const margin = zoom === null ? 0 : (zoom.to - zoom.from) / 2;
  const { data: part } = useChannel(
    'drift.series',
    zoom === null
      ? which
      : { ...which, from: new Date(zoom.from - margin).toISOString(), to: new Date(zoom.to + margin).toISOString() },
    { enabled: zoom !== null && overview !== undefined && overview.n > overview.t.length },
  );
  const detail = zoom === null ? undefined : part?.series.find(({ id }) => id === chosen?.id);
  return useMemo(() => {
    if (!overview) return null;
    return { series: overview, points: spliced(pointsOf(overview), detail ? pointsOf(detail) : []) };
  }, [overview, detail]);
}
