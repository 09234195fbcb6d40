import { useEffect, useRef } from 'react';
import { useChannel } from '../../../client/use-query';
import { type LayoutControl, useColumnLayout } from '../../../components/table/use-column-layout';
import { COLUMNS, USUAL_COLUMNS } from './columns';

const PORTFOLIO_COLUMNS = {
  key: 'modelfolio.portfolio.columns',
  known: COLUMNS.map((column) => column.id),
  usual: USUAL_COLUMNS,
};

/** The columns of the grid on this machine; a saved view that is opened brings its own. */
export function useViewColumns(viewId: string | null): LayoutControl {
  const control = useColumnLayout(PORTFOLIO_COLUMNS);
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
