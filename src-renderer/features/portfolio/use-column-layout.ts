import { useCallback, useEffect, useRef, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { type ColumnLayout, layoutOf } from '../../components/table/column-layout';
import { COLUMNS, USUAL_COLUMNS } from './columns';

const KEY = 'modelfolio.portfolio.columns';
const KNOWN = COLUMNS.map((column) => column.id);

const usualLayout = (): ColumnLayout => layoutOf([], KNOWN, USUAL_COLUMNS);

function readLayout(): ColumnLayout {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return usualLayout();
    const visible: unknown = Reflect.get(kept, 'visible');
    const widths: unknown = Reflect.get(kept, 'widths');
    const columns = Array.isArray(visible) ? visible.filter((id) => typeof id === 'string') : [];
    const entries = typeof widths === 'object' && widths !== null ? Object.entries(widths) : [];
    const sizes = Object.fromEntries(entries.filter(([, width]) => typeof width === 'number' && width > 0));
    return layoutOf(columns, KNOWN, USUAL_COLUMNS, sizes);
  } catch {
    return usualLayout();
  }
}

export interface LayoutControl {
  readonly layout: ColumnLayout;
  readonly change: (layout: ColumnLayout) => void;
  readonly reset: () => void;
  /** Columns of a saved view; an empty list means the usual ones. */
  readonly apply: (columns: readonly string[]) => void;
}

/** The columns of the grid on this machine; a saved view that is opened brings its own. */
export function useColumnLayout(viewId: string | null): LayoutControl {
  const [layout, setLayout] = useState(readLayout);
  const { data } = useChannel('views.list', {});
  const applied = useRef<string | null>(null);

  const change = useCallback((next: ColumnLayout) => {
    setLayout(next);
    localStorage.setItem(KEY, JSON.stringify(next));
  }, []);
  const reset = useCallback(() => change(usualLayout()), [change]);
  const apply = useCallback(
    (columns: readonly string[]) => setLayout((now) => layoutOf(columns, KNOWN, USUAL_COLUMNS, now.widths)),
    [],
  );
  useEffect(() => {
    if (viewId === applied.current) return;
    const view = data?.views.find((entry) => entry.id === viewId);
    if (viewId !== null && view === undefined) return;
    applied.current = viewId;
    if (view) apply(view.columns);
  }, [viewId, data, apply]);
  return { layout, change, reset, apply };
}
