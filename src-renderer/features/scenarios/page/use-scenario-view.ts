import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { comparedBy, compareInAddress, readScenarioSearch, type ScenarioSearch } from '../../../lib/scenario-search';

/** How a scenario is looked at; kept in the address, never in the scenario. */
export interface Looks {
  /** `L3 vs L1`; `null`: the scenario's own. */
  readonly compare: string | null;
  /** `null`: the scenario's own. */
  readonly years: number | null;
  /** The what-if questions that are on. */
  readonly whatIfs: ReadonlySet<string>;
  /** Discounted from the middle of each year. */
  readonly midYear: boolean;
  /** People of whom is asked how many models they sustain; `null`: those that today's models need. */
  readonly team: number | null;
}

export interface ScenarioView extends Looks {
  /** Changes the address; what is not named stays. */
  readonly look: (next: Partial<Looks>) => void;
}

function searchOf({ compare, years, whatIfs, midYear, team }: Looks): ScenarioSearch {
  return {
    ...(compare === null ? {} : { compare: compareInAddress(compare) }),
    ...(years === null ? {} : { years }),
    ...(whatIfs.size === 0 ? {} : { if: [...whatIfs].join(',') }),
    ...(midYear ? { mid: 1 as const } : {}),
    ...(team === null ? {} : { team }),
  };
}

export function useScenarioView(): ScenarioView {
  const { scenarioId = '' } = useParams({ strict: false });
  const search = readScenarioSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const { years = null, mid, team = null } = search;
  const compare = comparedBy(search);
  const asked = search.if ?? '';
  const whatIfs = useMemo(() => new Set(asked.split(',').filter((id) => id !== '')), [asked]);
  const looks = useMemo(
    (): Looks => ({ compare, years, whatIfs, midYear: mid === 1, team }),
    [compare, years, whatIfs, mid, team],
  );
  const look = useCallback(
    (next: Partial<Looks>): void =>
      void navigate({
        to: '/investment/$scenarioId',
        params: { scenarioId },
        search: searchOf({ ...looks, ...next }),
        replace: true,
      }),
    [navigate, scenarioId, looks],
  );
  return useMemo(() => ({ ...looks, look }), [looks, look]);
}
