import { useEffect, useRef } from 'react';
import { useChannel } from '../../client/use-query';
import { type KnownColumns, type LayoutControl, useColumnLayout } from '../table/use-column-layout';

/**
 * The columns of a grid on this machine; a saved view that is opened brings its own.
 *
 * @param columns the same object from one rendering to the next
 */
export function useViewColumns(columns: KnownColumns, viewId: string | null): LayoutControl {
  const control = useColumnLayout(columns);
  const { apply } = control;
  const { data } = useChannel('views.list', {});
  const applied = useRef<string | null>(null);
  useEffect(() => {
    if (viewId === applied.current) return;
    const view = data?.views.find((entry) => entry.id === viewId);
    if (viewId !== null && view === undefined) return;
    applied.current = viewId;
    if (view) apply(view.columns);
  }, [viewId, data, apply]);
  return control;
}
