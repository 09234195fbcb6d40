import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Asked } from '#domain/scenarios/options/asked-problems';
import type { OptionsView } from '#domain/scenarios/options/options-question';
import { type OptionsSearch, readOptionsSearch } from '../../../lib/options-search';
import { addressOf, parted, seenOptions, viewOf } from './asked';

export interface ShownOptions {
  /** How the options are judged: what every other surface is asked as well. */
  readonly view: OptionsView;
  /** The whole address, with what is kept of the house: what is asked besides. */
  readonly search: OptionsSearch;
  /** Whether the house is seen in another way than it is kept with the plan. */
  readonly differs: boolean;
  readonly set: (change: SearchChange) => void;
  /** Back to what is kept. */
  readonly reset: () => void;
}

/** `undefined` takes a word out of the address. */
export type SearchChange = { readonly [K in keyof OptionsSearch]?: OptionsSearch[K] | undefined };

export function useOptionsView(kept: Asked | null): ShownOptions {
  const { scenarioId = '' } = useParams({ strict: false });
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const seen = useMemo(() => seenOptions(readOptionsSearch(raw), kept), [raw, kept]);
  const { search } = seen;
  const view = useMemo(() => viewOf(search), [search]);
  const go = (to: OptionsSearch): void =>
    void navigate({
      to: '/investment/$scenarioId/options',
      params: { scenarioId },
      search: to,
      replace: true,
      resetScroll: false,
    });
  return {
    ...seen,
    view,
    set: (change) => go(addressOf(readOptionsSearch({ ...search, ...change }), kept)),
    reset: () => go(parted(search).look),
  };
}
