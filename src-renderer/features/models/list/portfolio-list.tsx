import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useCommand } from '../../../client/use-command';
import type { ColumnStore } from '../../../components/table/column-store';
import { FilterChips } from '../../../components/table/filter-chips';
import css from '../../../components/table/list-page.module.css';
import {
  carrySelection,
  noSelection,
  type Selection,
  selectAll,
  selectedRows,
} from '../../../components/table/selection';
import { orderRows } from '../../../components/table/store-order';
import { EmptyState } from '../../../components/ui/states';
import { useViewColumns } from '../../../components/views/use-view-columns';
import { Board } from '../board/board';
import { BulkBar } from './bulk-bar';
import { COLUMNS, USUAL_COLUMNS } from './columns';
import { filterChips, withoutField } from './filter-edits';
import { PortfolioGrid } from './portfolio-grid';
import { PortfolioHead } from './portfolio-head';
import { useEngineIds } from './use-engine-ids';
import { useFilling } from './use-filling';
import { useModelEdits } from './use-model-edits';
import { useViewState } from './use-view-state';
import { DEFAULT_SORT } from './view-state';

const PORTFOLIO_COLUMNS = {
  key: 'modelfolio.portfolio.columns',
  known: COLUMNS.map((column) => column.id),
  usual: USUAL_COLUMNS,
};

const HINTS: Readonly<Record<'grid' | 'board', string>> = {
  grid: 'Enter opens a model or edits a cell, Space marks, Shift with arrows marks several, Delete takes them out.',
  board: 'Drag a card to another stage, or press M on it. Enter opens the model.',
};

interface PortfolioListProps {
  readonly store: ColumnStore;
  readonly currency: string;
  readonly onNew: () => void;
}

/** The list with its toolbar, for a portfolio that has models. */
export function PortfolioList({ store, currency, onNew }: PortfolioListProps): ReactNode {
  const navigate = useNavigate();
  const view = useViewState();
  const { search, filter, layout } = view.state;
  const columns = useViewColumns(PORTFOLIO_COLUMNS, view.state.view);
  const [selection, setSelection] = useSelection(store);
  const engineIds = useEngineIds(filter);
  const edits = useModelEdits(store, currency);
  const remove = useCommand('models.remove').run;
  const sort = view.state.sort.length === 0 ? DEFAULT_SORT : view.state.sort;
  const order = useMemo(
    () => orderRows(store, { search, filter, sort, engineIds }),
    [store, search, filter, sort, engineIds],
  );
  const open = useCallback(
    (row: number) => void navigate({ to: '/models/$modelId', params: { modelId: store.ids[row] ?? '' } }),
    [navigate, store],
  );
  const markAll = useCallback(
    () => setSelection(selectAll(noSelection(store.ids.length), order)),
    [store, order, setSelection],
  );
  const filling = useFilling(markAll);
  const removeRows = (rows: readonly number[]): void =>
    void remove({ ids: rows.flatMap((row) => store.ids[row] ?? []) });
  const clear = (): void => view.change({ search: '', filter: {} });
  const chips = filterChips(filter);
  const narrowedBy = [
    ...(search.trim() === '' ? [] : [`the search “${search.trim()}”`]),
    ...chips.map(({ text }) => `the filter “${text}”`),
  ];

  const list =
    layout === 'board' ? (
      <Board store={store} order={order} onOpen={open} onMove={edits.move} />
    ) : (
      <PortfolioGrid
        store={store}
        order={order}
        currency={currency}
        sort={sort}
        question={`${search}\n${JSON.stringify([filter, sort])}`}
        columns={columns}
        live={view.state.live}
        filling={filling}
        selection={selection}
        onSort={(next) => view.change({ sort: next })}
        onSelection={setSelection}
        onOpen={open}
        onSave={edits.saveCell}
        onDelete={(row) => removeRows(selection.count > 0 ? selectedRows(selection) : [row])}
      />
    );
  return (
    <>
      <PortfolioHead
        store={store}
        order={order}
        view={view}
        engineIds={engineIds}
        columns={columns}
        onNew={onNew}
        onClear={clear}
      />
      {selection.count > 0 && layout === 'grid' ? (
        <BulkBar
          store={store}
          selection={selection}
          shown={order}
          currency={currency}
          filling={filling}
          onSelection={setSelection}
          onDelete={() => removeRows(selectedRows(selection))}
        />
      ) : (
        <FilterChips
          search={search}
          chips={chips}
          onRemove={(key) => view.change({ filter: withoutField(filter, key) })}
          onClear={clear}
          hint={HINTS[layout]}
        />
      )}
      {order.length === 0 ? (
        <div className={css.nothing}>
          <EmptyState title="Nothing found" action={{ label: 'Clear search and filters', run: clear }}>
            No model fits {narrowedBy.join(' and ')}.
          </EmptyState>
        </div>
      ) : (
        list
      )}
    </>
  );
}

/** The marked models; they stay marked when the store is patched or fetched anew. */
function useSelection(store: ColumnStore): readonly [Selection, (selection: Selection) => void] {
  const [held, setHeld] = useState({ store, selection: noSelection(store.ids.length) });
  const current = held.store === store ? held : { store, selection: carrySelection(held.selection, held.store, store) };
  if (current !== held) setHeld(current);
  const set = useCallback((selection: Selection) => setHeld({ store, selection }), [store]);
  return [current.selection, set];
}
