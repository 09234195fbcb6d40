import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { OptionsView } from '#domain/scenarios/options/options-question';
import { type OptionsSearch, readOptionsSearch } from '../../../lib/options-search';

export interface ShownOptions {
  /** How the options are judged: what every other surface is asked as well. */
  readonly view: OptionsView;
  /** The whole address: what is asked besides. */
  readonly search: OptionsSearch;
  readonly set: (change: SearchChange) => void;
}

/** `undefined` takes a word out of the address. */
export type SearchChange = { readonly [K in keyof OptionsSearch]?: OptionsSearch[K] | undefined };

export const viewOf = ({ years, growth, gate, start }: OptionsSearch): OptionsView => ({
  ...(years === undefined ? {} : { years }),
  ...(growth === undefined ? {} : { growth }),
  ...(gate === undefined ? {} : { gate }),
  ...(start === undefined ? {} : { startDate: start }),
});

export function useOptionsView(): ShownOptions {
  const { scenarioId = '' } = useParams({ strict: false });
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const search = useMemo(() => readOptionsSearch(raw), [raw]);
  const view = useMemo(() => viewOf(search), [search]);
  return {
    view,
    search,
    set: (change) =>
      void navigate({
        to: '/investment/$scenarioId/options',
        params: { scenarioId },
        search: readOptionsSearch({ ...search, ...change }),
        replace: true,
        resetScroll: false,
      }),
  };
}
