import { useCallback, useState } from 'react';
import { type ColumnLayout, layoutOf } from './column-layout';

/** The columns of one grid: its name in this machine's store, all that there are, and those shown at first. */
export interface KnownColumns {
  readonly key: string;
  readonly known: readonly string[];
  readonly usual: readonly string[];
}

const usualLayout = ({ known, usual }: KnownColumns): ColumnLayout => layoutOf([], known, usual);

function readLayout(columns: KnownColumns): ColumnLayout {
  const { key, known, usual } = columns;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (typeof kept !== 'object' || kept === null) return usualLayout(columns);
    const visible: unknown = Reflect.get(kept, 'visible');
    const widths: unknown = Reflect.get(kept, 'widths');
    const shown = Array.isArray(visible) ? visible.filter((id) => typeof id === 'string') : [];
    const entries = typeof widths === 'object' && widths !== null ? Object.entries(widths) : [];
    const sizes = Object.fromEntries(entries.filter(([, width]) => typeof width === 'number' && width > 0));
    return layoutOf(shown, known, usual, sizes);
  } catch {
    return usualLayout(columns);
  }
}

export interface LayoutControl {
  readonly layout: ColumnLayout;
  readonly change: (layout: ColumnLayout) => void;
  readonly reset: () => void;
  /** Columns of a saved view; an empty list means the usual ones. */
  readonly apply: (columns: readonly string[]) => void;
}

/**
 * The columns of a grid as they were left on this machine.
 * @param columns the same object from one rendering to the next
 */
export function useColumnLayout(columns: KnownColumns): LayoutControl {
  const [layout, setLayout] = useState(() => readLayout(columns));
  const change = useCallback(
    (next: ColumnLayout) => {
      setLayout(next);
      localStorage.setItem(columns.key, JSON.stringify(next));
    },
    [columns],
  );
  const reset = useCallback(() => change(usualLayout(columns)), [change, columns]);
  const apply = useCallback(
    (shown: readonly string[]) => setLayout((now) => layoutOf(shown, columns.known, columns.usual, now.widths)),
    [columns],
  );
  return { layout, change, reset, apply };
}
