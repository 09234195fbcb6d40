/**
 * The one host of all charts. A new chart is a pure function in its feature, `…-chart.ts`, tested without a canvas:
 *
 *     export function costChart(costs: readonly YearCost[], currency: string): ChartContent {
 *       if (costs.length === 0) return nothingToShow('There is no year to show. Set the horizon to 1 or more.');
 *       return { kind: 'picture', words: 'Level 1 costs most from year 2 on.', table, draw: (ink, size) => linesOption(…) };
 *     }
 *
 * and one line in its panel: `<Chart title="Yearly cost" content={costChart(costs, currency)} height={240} />`; keep
 * `content` the same object while its data is (useMemo), so that nothing is drawn twice.
 *
 * `draw` gets the theme's colours (`ChartInk`; never a colour of its own) and the size in pixels, so that it can place words
 * before anything is drawn: `linesOption` does for lines (steps, values, time) with bands, thresholds and marks; other kinds
 * start from `baseOption`, `valueAxis`, `niceScale`, `placeLabels`. Names of axes carry the unit. Each series has an `id`.
 * The host loads ECharts with the first chart, draws again on a new size or theme, and adds the menu (PNG, SVG, CSV, copy)
 * and the table. Tooltips are drawn in the canvas: the content policy lets no inline style in.
 */
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import styles from './chart.module.css';
import { saveCsv, savePng, saveSvg } from './chart-files';
import { ChartMenu } from './chart-menu';
import { ChartTableView } from './chart-table-view';
import type { ChartContent, ChartPicture, ChartSize } from './chart-types';
import { type ChartActions, type ChartPick, type ChartZoom, useECharts } from './use-echarts';
import { useInk } from './use-ink';

interface ChartProps {
  /** Names the picture, its table and its files; the panel round it shows it. */
  readonly title: string;
  readonly content: ChartContent;
  /** Pixels of the drawing. */
  readonly height: number;
  /** A part of the drawing was clicked; what it opens must be reachable without the drawing too. */
  readonly onPick?: (pick: ChartPick) => void;
  /** The part of the x axis that somebody zoomed to, once the zoom has come to rest. */
  readonly onZoom?: (zoom: ChartZoom) => void;
}

export function Chart({ title, content, height, onPick, onZoom }: ChartProps): ReactNode {
  const [asTable, setAsTable] = useState(false);
  if (content.kind === 'nothing') {
    return (
      <p className={styles.nothing} style={{ minHeight: Math.min(height, 120) }}>
        {content.reason}
      </p>
    );
  }
  return (
    <Picture
      title={title}
      picture={content}
      height={height}
      asTable={asTable}
      setAsTable={setAsTable}
      actions={{ onPick, onZoom }}
    />
  );
}

interface PictureProps {
  readonly title: string;
  readonly picture: ChartPicture;
  readonly height: number;
  readonly asTable: boolean;
  readonly setAsTable: (asTable: boolean) => void;
  readonly actions: ChartActions;
}

function Picture({ title, picture, height, asTable, setAsTable, actions }: PictureProps): ReactNode {
  const ink = useInk();
  const { draw } = picture;
  const optionFor = useCallback((size: ChartSize) => draw(ink, size), [draw, ink]);
  const { box, size, chart } = useECharts(optionFor, actions);
  const latest = useRef({ picture, ink, size: { width: 720, height } });
  latest.current = { picture, ink, size: size ?? { width: 720, height } };
  const pictureNow = useCallback(() => latest.current.picture, []);
  const save = useMemo(
    () => ({
      PNG: () => (chart.current ? savePng(title, chart.current, latest.current.ink) : Promise.resolve(false)),
      SVG: () => saveSvg(title, latest.current.picture, latest.current.ink, latest.current.size),
      CSV: () => saveCsv(title, latest.current.picture),
    }),
    [title, chart],
  );
  return (
    <figure className={styles.figure}>
      <div className={styles.menu}>
        <ChartMenu title={title} asTable={asTable} setAsTable={setAsTable} pictureNow={pictureNow} save={save} />
      </div>
      <div
        ref={box}
        role="img"
        aria-label={`${title}. ${picture.words}`}
        className={styles.box}
        style={{ height }}
        data-hidden={asTable}
      />
      {asTable ? <ChartTableView table={picture.table} caption={title} height={height} /> : null}
      <figcaption className="mf-hidden">{picture.words}</figcaption>
    </figure>
  );
}
