import { isDay, readView, type ViewSearch } from './search-parts';

/** The address of this week: since when, whose, and which of it. */
export interface WeekSearch extends ViewSearch {
  /** YYYY-MM-DD or a day that moves; left out: since the last look. */
  readonly since?: string;
  readonly owner?: string;
  readonly show?: 'tier1' | 'new' | 'followed';
}

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readWeekSearch(raw: Readonly<Record<string, unknown>>): WeekSearch {
  const { since, owner, show } = raw;
  return {
    ...(isDay(since) ? { since } : {}),
    ...(typeof owner === 'string' && owner !== '' ? { owner } : {}),
    ...(show === 'tier1' || show === 'new' || show === 'followed' ? { show } : {}),
    ...readView(raw),
  };
}
