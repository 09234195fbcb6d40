import type { ModelFilter } from '#contract/models/models';
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
    filter: search.filter ?? {},
    sort: search.sort ?? [],
    layout: search.layout ?? 'grid',
    view: search.view ?? null,
    live: search.live ?? null,
  };
}

/** The shortest address that leads back to the same state. */
export function toAddress(state: ViewState): PortfolioSearch {
  return {
    ...(state.search === '' ? {} : { q: state.search }),
    ...(Object.keys(state.filter).length === 0 ? {} : { filter: state.filter }),
    ...(state.sort.length === 0 ? {} : { sort: state.sort }),
    ...(state.layout === 'grid' ? {} : { layout: state.layout }),
    ...(state.view === null ? {} : { view: state.view }),
    ...(state.live === null ? {} : { live: state.live }),
  };
}
