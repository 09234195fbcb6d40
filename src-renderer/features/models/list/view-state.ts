import type { ModelFilter } from '#contract/models/model-filter';
import type { PortfolioSearch, SortKey } from '../../../lib/portfolio-search';

/** What the page shows: the part of it that the address keeps. */
export interface ViewState {
  readonly search: string;
  readonly filter: ModelFilter;
  /** Empty = by name. */
  readonly sort: readonly SortKey[];
  readonly layout: 'grid' | 'board';
  /** Id of the saved view that this started from; `null` for none. */
  readonly view: string | null;
  /** ISO day of which a column says what was live; `null`: no such column. */
  readonly live: string | null;
}

export const DEFAULT_SORT: readonly SortKey[] = [{ field: 'name', direction: 'asc' }];

export function fromAddress(search: PortfolioSearch): ViewState {
  return {
    search: search.q ?? '',
    filter: {
      ...search.filter,
      ...(search.import !== undefined && { importId: search.import, ...(search.which && { which: search.which }) }),
    },
    sort: search.sort ?? [],
    layout: search.layout ?? 'grid',
    view: search.view ?? null,
    live: search.live ?? null,
  };
}

/** The shortest address that leads back to the same state. */
export function toAddress(state: ViewState): PortfolioSearch {
  const { importId, which, ...filter } = state.filter;
  return {
    ...(state.search === '' ? {} : { q: state.search }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    ...(importId === undefined ? {} : { import: importId, ...(which && { which }) }),
    ...(state.sort.length === 0 ? {} : { sort: state.sort }),
    ...(state.layout === 'grid' ? {} : { layout: state.layout }),
    ...(state.view === null ? {} : { view: state.view }),
    ...(state.live === null ? {} : { live: state.live }),
  };
}
