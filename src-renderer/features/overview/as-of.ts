import { createContext, useContext } from 'react';
import type { ModelFilter } from './overview-types';

/** Rows that stand behind a number of a past day. */
export interface RowsRequest {
  readonly title: string;
  readonly filter: ModelFilter;
}

export interface AsOf {
  /** YYYY-MM-DD; `null` is today, whose rows the portfolio page shows. */
  readonly day: string | null;
  readonly openRows: (request: RowsRequest) => void;
  /** Of what needs attention only what this person follows. */
  readonly followed: boolean;
  readonly showFollowed: (only: boolean) => void;
}

export const AsOfContext = createContext<AsOf>({
  day: null,
  openRows: () => undefined,
  followed: false,
  showFollowed: () => undefined,
});
export const useAsOf = (): AsOf => useContext(AsOfContext);

/** The day of an address (`/?at=2025-06-30`); anything that is no day means today. */
export const dayOfSearch = ({ at }: { readonly at?: unknown }): string | null => {
  if (typeof at !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(at)) return null;
  return Number.isNaN(Date.parse(`${at}T00:00:00Z`)) ? null : at;
};

/** A day is meant whole: what happened on it counts. */
export const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;
