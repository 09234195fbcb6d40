import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { OptionsView } from '#domain/scenarios/options/options-question';
import { type OptionsSearch, readOptionsSearch } from '../../../lib/options-search';

export interface ShownOptions {
  readonly view: OptionsView;
  readonly set: (change: OptionsSearch) => void;
}

export function useOptionsView(): ShownOptions {
  const { scenarioId = '' } = useParams({ strict: false });
  const search = readOptionsSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { start, ...rest } = search;
  return {
    view: { ...rest, ...(start === undefined ? {} : { startDate: start }) },
    set: (change) =>
      void navigate({
        to: '/investment/$scenarioId/options',
        params: { scenarioId },
        search: readOptionsSearch({ ...search, ...change }),
        replace: true,
      }),
  };
}
