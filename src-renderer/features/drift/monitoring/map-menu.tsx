import { type ReactNode, useCallback, useMemo, useRef } from 'react';
import { saveCsv, savePng, saveSvg } from '../../../components/chart/chart-files';
import type { ChartInk } from '../../../components/chart/chart-ink';
import { ChartMenu } from '../../../components/chart/chart-menu';
import type { ChartPicture, ChartSize } from '../../../components/chart/chart-types';
import { useInk } from '../../../components/chart/use-ink';
import { mapPicture, pictureSize } from './charts/map-picture';
import type { Bucket, Heatmap } from './monitoring-types';

interface MapMenuProps {
  readonly title: string;
  readonly map: Heatmap;
  readonly rows: readonly number[];
  readonly bucket: Bucket;
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
}

/** What can be done with the map, as with every chart; its picture is drawn when somebody asks for it. */
export function MapMenu({ title, map, rows, bucket, asTable, setAsTable }: MapMenuProps): ReactNode {
  const ink = useInk();
  const latest = useRef({ map, rows, bucket, ink });
  latest.current = { map, rows, bucket, ink };
  const pictureNow = useCallback(() => {
    const now = latest.current;
    return mapPicture(now.map, now.rows, now.bucket);
  }, []);
  const save = useMemo(() => {
    const size = (): ChartSize => pictureSize(latest.current.rows, latest.current.map.buckets.length);
    return {
      PNG: () => savePicture(title, pictureNow(), latest.current.ink, size()),
      SVG: () => saveSvg(title, pictureNow(), latest.current.ink, size()),
      CSV: () => saveCsv(title, pictureNow()),
    };
  }, [title, pictureNow]);
  return <ChartMenu title={title} asTable={asTable} setAsTable={setAsTable} pictureNow={pictureNow} save={save} />;
}

/** Draws off the page: what is saved is the whole map, not the rows in sight. */
async function savePicture(title: string, picture: ChartPicture, ink: ChartInk, size: ChartSize): Promise<boolean> {
  const { init } = await import('../../../components/chart/echarts-parts');
  const chart = init(document.createElement('div'), null, { renderer: 'canvas', ...size });
  try {
    chart.setOption(picture.draw(ink, size));
    return await savePng(title, chart, ink);
  } finally {
    chart.dispose();
  }
}
