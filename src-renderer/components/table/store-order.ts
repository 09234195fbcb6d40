import type { GridColumn } from '#contract/models/grid';
import type { ModelFilter } from '#contract/models/model-filter';
import type { ColumnStore } from './column-store';
import { applyFilter } from './store-filter';
import { rankingOf } from './store-ranks';
import { applySearch } from './store-search';

export interface SortKey {
  readonly field: GridColumn;
  readonly direction: 'asc' | 'desc';
}

export interface OrderQuery {
  readonly search: string;
  readonly filter: ModelFilter;
  /** The first key decides, the next ones break its ties; what is still equal keeps the order of the store. */
  readonly sort: readonly SortKey[];
  /** Ids that the engine found for the parts of the filter which only it can judge. */
  readonly engineIds?: ReadonlySet<string> | null;
}

function keptRows(keep: Uint8Array): Uint32Array {
  let count = 0;
  for (let row = 0; row < keep.length; row++) count += keep[row] ?? 0;
  const rows = new Uint32Array(count);
  let at = 0;
  for (let row = 0; row < keep.length; row++) if (keep[row] === 1) rows[at++] = row;
  return rows;
}

/** One stable counting pass; empty cells come last in either direction. */
function sortPass(store: ColumnStore, rows: Uint32Array, key: SortKey): Uint32Array {
  const column = store.columns.get(key.field);
  if (column === undefined) return rows;
  const { ranks, empty } = rankingOf(key.field, column);
  const codes = column.kind === 'coded' ? column.codes : null;
  const down = key.direction === 'desc';
  const places = new Uint32Array(rows.length);
  const next = new Uint32Array(empty + 2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const rank = ranks[codes === null ? row : (codes[row] ?? 0)] ?? 0;
    const place = down && rank !== empty ? empty - 1 - rank : rank;
    places[i] = place;
    next[place + 1] = (next[place + 1] ?? 0) + 1;
  }
  for (let place = 1; place < next.length; place++) next[place] = (next[place] ?? 0) + (next[place - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const place = places[i] ?? 0;
    const at = next[place] ?? 0;
    sorted[at] = rows[i] ?? 0;
    next[place] = at + 1;
  }
  return sorted;
}

/** Row numbers that pass search and filter, in the order of the store. */
export function filterRows(store: ColumnStore, query: Omit<OrderQuery, 'sort'>): Uint32Array {
  const keep = new Uint8Array(store.ids.length).fill(1);
  applyFilter(store, query.filter, query.engineIds ?? null, keep);
  applySearch(store, query.search, keep);
  return keptRows(keep);
}

/** Row numbers in the order in which the grid shows them. */
export function orderRows(store: ColumnStore, query: OrderQuery): Uint32Array {
  return query.sort.reduceRight((rows, key) => sortPass(store, rows, key), filterRows(store, query));
}
