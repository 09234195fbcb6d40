import { isDay, readView, type ViewSearch } from './search-parts';

/** Which two days are set side by side: fixed or moving ones. */
export interface ChangesSearch extends ViewSearch {
  /** Left out: 30 days ago. */
  readonly from?: string;
  /** Left out: today. */
  readonly to?: string;
}

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readChangesSearch(raw: Readonly<Record<string, unknown>>): ChangesSearch {
  const { from, to } = raw;
  return { ...(isDay(from) && { from }), ...(isDay(to) && { to }), ...readView(raw) };
}
