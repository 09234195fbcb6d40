// biome-ignore-all lint/a11y/useSemanticElements: the same elements as in the grid that it is measured against
// biome-ignore-all lint/a11y/useFocusableInteractive: a plain grid has no roving focus
// biome-ignore-all lint/a11y/useKeyWithClickEvents: only what is measured is built
import {
  columnFilteringFeature,
  columnSizingFeature,
  createColumnHelper,
  createFilteredRowModel,
  createSortedRowModel,
  filterFn_includesString,
  globalFilteringFeature,
  rowSelectionFeature,
  rowSortingFeature,
  sortFn_alphanumeric,
  sortFn_basic,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef, useState } from 'react';
import css from '../../../src-renderer/components/table/data-grid.module.css';
import { COLUMNS, USUAL_COLUMNS } from '../../../src-renderer/features/models/list/columns';
import type { Grid, GridColumn } from '../../../src-shared/contract/models/grid';
import { benchPage } from './bench-page';

/** TanStack Table 9 as its guide shows it: an object for each row, its filtered and sorted row models, TanStack Virtual. */
type Row = Record<GridColumn, string | number | undefined> & { readonly id: string };

const ROW_HEIGHT = 32;
const features = tableFeatures({
  columnFilteringFeature,
  globalFilteringFeature,
  columnSizingFeature,
  rowSelectionFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
  filterFns: { includesString: filterFn_includesString },
  sortFns: { alphanumeric: sortFn_alphanumeric, text: sortFn_text, basic: sortFn_basic },
});
const helper = createColumnHelper<typeof features, Row>();
const NUMERIC: ReadonlySet<string> = new Set(['tier', 'annualValueMinor', 'stageSince', 'reviewDue']);
const columns = helper.columns(
  USUAL_COLUMNS.map((id) => {
    const info = COLUMNS.find((column) => column.id === id);
    return helper.accessor(id, {
      header: info?.head ?? id,
      size: info?.width ?? 100,
      sortUndefined: 'last',
      // Its own choices for texts and numbers; named, so that it does not guess from the first rows.
      sortFn: NUMERIC.has(id) ? 'basic' : id === 'name' ? 'alphanumeric' : 'text',
    });
  }),
);

function toRows(grid: Grid): Row[] {
  const names = Object.keys(grid.columns) as GridColumn[]; // the keys of the contract's record
  return grid.ids.map((id, index) => {
    const row: Record<string, string | number | undefined> = { id };
    for (const name of names) {
      const column = grid.columns[name];
      row[name] =
        (column.kind === 'coded' ? column.values[column.codes[index] ?? -1] : column.values[index]) ?? undefined;
    }
    return row as Row; // every column was set above
  });
}

function Plain({ rows: data }: { readonly rows: Row[] }): ReactNode {
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const table = useTable({
    features,
    columns,
    data,
    getRowId: (row) => row.id,
    globalFilterFn: 'includesString',
    getColumnCanGlobalFilter: (column) => !NUMERIC.has(column.id),
    state: { globalFilter: search },
    onGlobalFilterChange: setSearch,
  });
  const { rows } = table.getRowModel();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 2,
  });
  const tracks = `36px ${USUAL_COLUMNS.map((id) => `${table.getColumn(id)?.getSize() ?? 100}px`).join(' ')}`;
  return (
    <>
      <input type="search" aria-label="Search" value={search} onChange={(event) => setSearch(event.target.value)} />
      <output>{rows.length}</output>
      <div
        ref={scroller}
        role="grid"
        aria-rowcount={rows.length + 1}
        className={css.grid}
        style={{ '--mf-grid-columns': tracks, '--mf-grid-width': `${table.getTotalSize() + 36}px` }}
      >
        {table.getHeaderGroups().map((group) => (
          <div key={group.id} role="row" className={css.header}>
            <div role="columnheader" className={css.headBox} />
            {group.headers.map((header) => (
              <div
                key={header.id}
                role="columnheader"
                className={css.head}
                onClick={header.column.getToggleSortingHandler()}
              >
                <span className={css.headText}>
                  <table.FlexRender header={header} />
                </span>
              </div>
            ))}
          </div>
        ))}
        <div role="rowgroup" className={css.body} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <div
                key={row.id}
                role="row"
                className={css.row}
                aria-rowindex={item.index + 2}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <div role="gridcell" className={css.box}>
                  <input
                    type="checkbox"
                    checked={row.getIsSelected()}
                    onChange={row.getToggleSelectedHandler()}
                    aria-label="Select"
                  />
                </div>
                {row.getAllCells().map((cell) => (
                  <div key={cell.id} role="gridcell" className={css.cell}>
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}

benchPage((grid) => <Plain rows={toRows(grid)} />);
