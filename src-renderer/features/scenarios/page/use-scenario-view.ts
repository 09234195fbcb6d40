import { useNavigate, useParams, useSearch } from '@tanstack/react-router';

/** How a scenario is looked at; kept in the address, not in the scenario. */
export interface ScenarioView {
  /** Discounted from the middle of each year. */
  readonly midYear: boolean;
  /** People of whom is asked how many models they sustain; `null`: those that today's models need. */
  readonly team: number | null;
  readonly setMidYear: (on: boolean) => void;
  readonly setTeam: (people: number) => void;
}

export function useScenarioView(): ScenarioView {
  const { scenarioId = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const midYear = 'mid' in search && search.mid === 1;
  const team = 'team' in search && typeof search.team === 'number' ? search.team : null;
  const show = (next: { readonly midYear: boolean; readonly team: number | null }): void =>
    void navigate({
      to: '/investment/$scenarioId',
      params: { scenarioId },
      search: { ...(next.midYear ? { mid: 1 as const } : {}), ...(next.team === null ? {} : { team: next.team }) },
      replace: true,
    });
  return {
    midYear,
    team,
    setMidYear: (on) => show({ midYear: on, team }),
    setTeam: (people) => show({ midYear, team: people }),
  };
}
