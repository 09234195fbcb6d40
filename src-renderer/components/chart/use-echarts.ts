import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ChartOption, ChartSize } from './chart-types';
import type { ECharts } from './echarts-parts';

/** What a click on a part of the drawing says about it. */
export interface ChartPick {
  readonly seriesId: string;
  readonly dataIndex: number;
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

/** Keeps one ECharts in a box: loads it, draws `optionFor` its size, follows the box, and takes it away again. */
export function useECharts(optionFor: (size: ChartSize) => ChartOption, onPick?: (pick: ChartPick) => void): Drawn {
  const box = useRef<HTMLDivElement | null>(null);
  const chart = useRef<ECharts | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
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
    void import('./echarts-parts').then(({ init }) => {
      if (gone) return;
      const made = init(element, null, { renderer: 'canvas', ...(sizeOf(element) ?? { width: 300, height: 150 }) });
      made.on('click', (event) => pick.current?.({ seriesId: event.seriesId ?? '', dataIndex: event.dataIndex }));
      chart.current = made;
      setReady(true);
    });
    return () => {
      gone = true;
      observer.disconnect();
      watcher.disconnect();
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
      // Series that are no longer there go; the person's zoom stays.
      drawn.setOption(optionFor(size), { replaceMerge: ['series'] });
      box.current?.setAttribute('data-drawn', 'true');
    };
    // Paper shows all of it.
    window.addEventListener('beforeprint', draw);
    if (seen) draw();
    return () => window.removeEventListener('beforeprint', draw);
  }, [ready, seen, size, optionFor]);

  return { box, size, chart };
}

function sizeOf(element: HTMLElement): ChartSize | null {
  const { clientWidth: width, clientHeight: height } = element;
  return width > 0 && height > 0 ? { width, height } : null;
}
