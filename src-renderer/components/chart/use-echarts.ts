import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ChartOption, ChartSize } from './chart-types';
import { drawNoMore, drawSoon } from './draw-queue';
import type { ECharts } from './echarts-parts';

/** What a click on a part of the drawing says about it. */
export interface ChartPick {
  readonly seriesId: string;
  readonly dataIndex: number;
}

/** The part of the x axis that is shown, as values of the axis (milliseconds on one of time). */
export interface ChartZoom {
  readonly from: number;
  readonly to: number;
}

/** What a person can do with the drawing itself. */
export interface ChartActions {
  readonly onPick?: ((pick: ChartPick) => void) | undefined;
  /** The zoom has come to rest. */
  readonly onZoom?: ((zoom: ChartZoom) => void) | undefined;
}

interface Drawn {
  readonly box: RefObject<HTMLDivElement | null>;
  /** Pixels of the box; `null` before it is laid out. */
  readonly size: ChartSize | null;
  /** The chart that is on the screen, for pictures of it. */
  readonly chart: RefObject<ECharts | null>;
}

/** A chart that is about to be scrolled into view is drawn already. */
const NEAR: IntersectionObserverInit = { rootMargin: '40px' };

/** A drag or a turn of the wheel has ended when nothing came for so long. */
const REST_MS = 160;

/** Keeps one ECharts in a box: loads it, draws `optionFor` its size, follows the box, and takes it away again. */
export function useECharts(optionFor: (size: ChartSize) => ChartOption, actions: ChartActions): Drawn {
  const box = useRef<HTMLDivElement | null>(null);
  const chart = useRef<ECharts | null>(null);
  const latest = useRef(actions);
  latest.current = actions;
  /** Set while somebody drags or turns the wheel. */
  const rest = useRef<ReturnType<typeof setTimeout> | null>(null);
  /** A pointer has been over the drawing since it was drawn, so that a tip may be open. */
  const pointed = useRef(false);
  const [size, setSize] = useState<ChartSize | null>(null);
  const [ready, setReady] = useState(false);
  const [seen, setSeen] = useState(true);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let gone = false;
    const measure = () => setSize(sizeOf(element));
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const watcher = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? true), NEAR);
    watcher.observe(element);
    const point = (): void => {
      pointed.current = true;
    };
    element.addEventListener('pointermove', point, { passive: true });
    element.addEventListener('pointerdown', point, { passive: true });
    void import('./echarts-parts').then(({ init }) => {
      if (gone) return;
      const made = init(element, null, { renderer: 'canvas', ...(sizeOf(element) ?? { width: 300, height: 150 }) });
      made.on('click', ({ seriesId, dataIndex }) => latest.current.onPick?.({ seriesId: seriesId ?? '', dataIndex }));
      made.on('datazoom', () => {
        if (rest.current !== null) clearTimeout(rest.current);
        // Nobody reads a value while everything moves: looking for what lies under the pointer would cost each frame.
        else made.setOption({ tooltip: { triggerOn: 'none' } });
        rest.current = setTimeout(() => {
          rest.current = null;
          made.setOption({ tooltip: { triggerOn: 'mousemove|click' } });
          const zoom = zoomOf(made);
          if (zoom !== null) latest.current.onZoom?.(zoom);
        }, REST_MS);
      });
      chart.current = made;
      setReady(true);
    });
    return () => {
      gone = true;
      if (rest.current !== null) clearTimeout(rest.current);
      observer.disconnect();
      watcher.disconnect();
      element.removeEventListener('pointermove', point);
      element.removeEventListener('pointerdown', point);
      drawNoMore(chart);
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const drawn = chart.current;
    // What nobody sees waits: a slider that is dragged redraws only the charts before the person's eyes.
    if (!ready || !drawn || size === null) return;
    const draw = (): void => {
      if (drawn.getWidth() !== size.width || drawn.getHeight() !== size.height) drawn.resize(size);
      const { dataZoom, ...option } = optionFor(size);
      // Series that are no longer there go; the zoom of somebody who is just dragging stays.
      const zoom = dataZoom === undefined || rest.current !== null ? {} : { dataZoom };
      // A tip that is open would be shown again from series that may be gone by then.
      // Closing one costs each chart as much as a part of its drawing: a slider moves with the pointer elsewhere.
      if (pointed.current) drawn.dispatchAction({ type: 'hideTip' });
      pointed.current = false;
      drawn.setOption({ ...option, ...zoom }, { replaceMerge: ['series'] });
      box.current?.setAttribute('data-drawn', 'true');
    };
    // Paper shows all of it.
    window.addEventListener('beforeprint', draw);
    if (seen) {
      box.current?.setAttribute('data-drawn', 'soon');
      drawSoon(chart, draw);
    } else {
      drawNoMore(chart);
      box.current?.setAttribute('data-drawn', 'false');
    }
    return () => window.removeEventListener('beforeprint', draw);
  }, [ready, seen, size, optionFor]);

  return { box, size, chart };
}

/** ECharts answers its own options loosely: only the ends are read. */
function zoomOf(chart: ECharts): ChartZoom | null {
  const parts: unknown = chart.getOption().dataZoom;
  const first: unknown = Array.isArray(parts) ? parts[0] : null;
  if (typeof first !== 'object' || first === null || !('startValue' in first) || !('endValue' in first)) return null;
  const { startValue: from, endValue: to } = first;
  return typeof from === 'number' && typeof to === 'number' ? { from, to } : null;
}

function sizeOf(element: HTMLElement): ChartSize | null {
  const { clientWidth: width, clientHeight: height } = element;
  return width > 0 && height > 0 ? { width, height } : null;
}
