import { type ReactNode, useMemo, useState } from 'react';
import { setWidth } from '../../../src-renderer/components/table/column-layout';
import { buildStore, type ColumnStore, textAt } from '../../../src-renderer/components/table/column-store';
import { DataGrid } from '../../../src-renderer/components/table/data-grid';
import { runInIdle } from '../../../src-renderer/components/table/idle-steps';
import { noSelection } from '../../../src-renderer/components/table/selection';
import { nextSort } from '../../../src-renderer/components/table/sort-keys';
import { orderRows } from '../../../src-renderer/components/table/store-order';
import { prepareRanks } from '../../../src-renderer/components/table/store-ranks';
import { prepareSearch } from '../../../src-renderer/components/table/store-search';
import { gridColumns, isSortField, USUAL_COLUMNS } from '../../../src-renderer/features/models/list/columns';
import type { SortKey } from '../../../src-renderer/lib/portfolio-search';
import { benchPage } from './bench-page';

const ignore = (): void => {};
const noEditor = (): ReactNode => null;
const EVERYTHING = {};

/** The product's own column store and grid, with the columns that the portfolio page shows. */
function Columnar({ store }: { readonly store: ColumnStore }): ReactNode {
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<readonly SortKey[]>([]);
  const [selection, setSelection] = useState(() => noSelection(store.ids.length));
  const [layout, setLayout] = useState({ visible: USUAL_COLUMNS, widths: {} as Readonly<Record<string, number>> });
  const order = useMemo(() => orderRows(store, { search, filter: EVERYTHING, sort }), [store, search, sort]);
  const columns = useMemo(() => gridColumns(store, layout.visible, 'EUR'), [store, layout.visible]);
  const rowId = useMemo(() => (row: number) => store.ids[row] ?? '', [store]);
  const rowLabel = useMemo(() => (row: number) => textAt(store, 'name', row), [store]);
  return (
    <>
      <input type="search" aria-label="Search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <output>{order.length}</output>
      <DataGrid
        label="Models"
        rows={order}
        columns={columns}
        widths={layout.widths}
        onWidth={(id, width) => setLayout((old) => ({ ...old, widths: setWidth(old, id, width ?? 100).widths }))}
        onMoveColumn={ignore}
        sort={sort}
        onSort={(id, add) => {
          if (isSortField(id)) setSort((old) => nextSort(old, id, add));
        }}
        selection={selection}
        onSelection={setSelection}
        resetKey={`${search}${JSON.stringify(sort)}`}
        rowId={rowId}
        rowLabel={rowLabel}
        onOpen={ignore}
        editor={noEditor}
        onDelete={ignore}
      />
    </>
  );
}

benchPage((grid) => {
  const store = buildStore(grid);
  // What the portfolio page does once the grid is shown.
  setTimeout(() => {
    runInIdle(prepareSearch(store));
    runInIdle(prepareRanks(store));
  }, 0);
  return <Columnar store={store} />;
});
