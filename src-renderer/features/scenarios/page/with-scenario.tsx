import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../../client/use-query';
import { ErrorState, Loading } from '../../../components/ui/states';
import type { Scenario } from './scenario-types';

/** The scenario that the address names, once it is there. */
export function WithScenario({ children }: { readonly children: (scenario: Scenario) => ReactNode }): ReactNode {
  const { scenarioId = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data, error, refetch } = useChannel('scenarios.get', { id: scenarioId }, { keepPrevious: false });
  if (error !== null && data === undefined) {
    return (
      <ErrorState
        error={error}
        retry={() => void refetch()}
        action={{ label: 'All scenarios', run: () => void navigate({ to: '/investment' }) }}
      />
    );
  }
  if (data === undefined) return <Loading rows={14} label="Reading the scenario" />;
  return children(data);
}
