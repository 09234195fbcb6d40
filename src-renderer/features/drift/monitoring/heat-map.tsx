// biome-ignore-all lint/a11y/useSemanticElements: a virtual grid places its rows by number, which table elements cannot
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the active cell
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { moveFocus } from '../../../components/table/grid-navigation';
import styles from './heat-map.module.css';
import { columnLabels, sayBucket } from './map-range';
import { cellId, MapRow } from './map-row';
import type { Bucket, Heatmap } from './monitoring-types';

const ROW = 26;
const HEAD = 22;

interface HeatMapProps {
  readonly map: Heatmap;
  /** Places of the models that are shown. */
  readonly rows: readonly number[];
  readonly bucket: Bucket;
  /** Opens a model, at the first day of a column where one was meant. */
  readonly onOpen: (modelId: string, day: string) => void;
}

/** The map has no scrolling area of its own: its rows go past with the page. */
const pageOf = (grid: HTMLElement | null): HTMLElement | null => grid?.closest('main') ?? null;

/** How far down the page the rows begin, in pixels; what stands above them may wrap with every size. */
function useMargin(list: RefObject<HTMLDivElement | null>): number {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const page = pageOf(list.current);
    if (list.current === null || page === null) return;
    const measure = (): void => {
      const rows = list.current?.getBoundingClientRect().top ?? 0;
      setMargin(Math.round(rows - page.getBoundingClientRect().top + page.scrollTop));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(page);
    for (const child of page.children) watch.observe(child);
    return () => watch.disconnect();
  }, [list]);
  return margin;
}

/** Models × time; the focus stays on the grid, arrow keys move its cursor, Enter opens the model under it. */
export function HeatMap({ map, rows, bucket, onOpen }: HeatMapProps): ReactNode {
  const grid = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const margin = useMargin(list);
  const width = map.buckets.length;
  const [at, setAt] = useState({ position: 0, column: width - 1 });
  const cursor = {
    position: Math.max(0, Math.min(at.position, rows.length - 1)),
    column: Math.max(0, Math.min(at.column, width - 1)),
  };
  const labels = useMemo(() => columnLabels(map.buckets, bucket), [map.buckets, bucket]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pageOf(grid.current),
    estimateSize: () => ROW,
    scrollPaddingStart: HEAD,
    scrollMargin: margin,
    overscan: 8,
  });
  // Where it is wider than the window, it opens at its newest column.
  useLayoutEffect(() => {
    if (grid.current) grid.current.scrollLeft = grid.current.scrollWidth;
  }, []);
  const open = (position: number, column: number): void => {
    const id = map.models[rows[position] ?? -1];
    if (id !== undefined) onOpen(id, map.buckets[column] ?? '');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      open(cursor.position, cursor.column);
      return;
    }
    const page = Math.max(1, Math.floor((pageOf(grid.current)?.clientHeight ?? 0) / ROW) - 2);
    const next = moveFocus(
      cursor,
      { key: event.key, mod: event.ctrlKey || event.metaKey },
      { rows: rows.length, columns: width, page },
    );
    if (next === null) return;
    event.preventDefault();
    const position = Math.max(0, next.position);
    setAt({ position, column: next.column });
    virtual.scrollToIndex(position);
  };
  const onClick = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-column]') : null;
    const line = cell?.closest<HTMLElement>('[data-position]');
    if (!cell || !line) return;
    open(Number(line.dataset.position), Number(cell.dataset.column));
  };
  return (
    <div
      ref={grid}
      role="grid"
      tabIndex={0}
      aria-label={`Worst verdict of each model by ${bucket}`}
      aria-rowcount={rows.length + 1}
      aria-colcount={width + 1}
      aria-activedescendant={cellId(cursor.position, cursor.column)}
      className={styles.grid}
      // The types of styles know no property of our own.
      style={{ ['--columns' as string]: width }}
      onKeyDown={onKeyDown}
      onClick={onClick}
    >
      <div role="row" aria-rowindex={1} className={styles.head}>
        <div role="columnheader" aria-colindex={1} className={styles.corner}>
          Tier and model
        </div>
        {labels.map((label, column) => (
          <div key={map.buckets[column]} role="columnheader" aria-colindex={column + 2} className={styles.time}>
            <span aria-hidden="true">{label}</span>
            <span className="mf-hidden">{sayBucket(map.buckets[column] ?? '', bucket)}</span>
          </div>
        ))}
      </div>
      <div ref={list} role="rowgroup" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => (
          <MapRow
            key={map.models[rows[index] ?? -1] ?? index}
            map={map}
            row={rows[index] ?? 0}
            position={index}
            bucket={bucket}
            top={start - margin}
            cursor={cursor.position === index ? cursor.column : null}
          />
        ))}
      </div>
    </div>
  );
}
