import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { memo, type ReactNode, useState } from 'react';
import { useChannel } from '../../../client/use-query';
import { DetailsDialog } from './details-dialog';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import { useScenarioActions } from './use-scenario-actions';
import type { ScenarioPatch } from './use-scenario-draft';

interface ScenarioMenuProps {
  readonly scenario: Scenario;
  readonly patch: (patch: ScenarioPatch) => Promise<boolean>;
}

/** What can be done with a scenario as a whole; a slider that moves leaves it alone. */
export const ScenarioMenu = memo(function ScenarioMenu({ scenario, patch }: ScenarioMenuProps): ReactNode {
  const navigate = useNavigate();
  const actions = useScenarioActions();
  const { data } = useChannel('scenarios.list', {});
  const [details, setDetails] = useState(false);
  const others = data?.scenarios.filter(({ id }) => id !== scenario.id) ?? [];
  const remove = async (): Promise<void> => {
    if (await actions.remove(scenario.id)) await navigate({ to: '/investment' });
  };
  return (
    <>
      <span className={styles.screenOnly}>
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default" aria-label={`Scenario ${scenario.name}; other scenarios`}>
              <span className={styles.scenarioName}>{scenario.name}</span> ▾
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ id, name }) => (
              <Menu.Item
                key={id}
                onClick={() => void navigate({ to: '/investment/$scenarioId', params: { scenarioId: id } })}
              >
                {name}
              </Menu.Item>
            ))}
            <Menu.Item onClick={() => void navigate({ to: '/investment' })}>All scenarios</Menu.Item>
            {others.length === 0 ? null : (
              <Menu.Item
                onClick={() =>
                  void navigate({
                    to: '/investment/compare',
                    search: { ids: [scenario.id, ...others.slice(0, 3).map(({ id }) => id)].join(',') },
                  })
                }
              >
                Compare with the others
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item onClick={() => setDetails(true)}>Name, notes and simulation…</Menu.Item>
            <Menu.Item onClick={() => void actions.copy(scenario.id)}>Copy</Menu.Item>
            <Menu.Item onClick={() => window.print()}>Print…</Menu.Item>
            <Menu.Item onClick={() => void remove()}>Delete</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <Button
          variant="default"
          onClick={() => void navigate({ to: '/investment/$scenarioId/options', params: { scenarioId: scenario.id } })}
        >
          Options
        </Button>
      </span>
      {scenario.chosen ? (
        <span className={styles.isPlan}>● This is the plan</span>
      ) : (
        <Button onClick={() => void actions.choose(scenario.id)}>Use as the plan</Button>
      )}
      {details ? <DetailsDialog scenario={scenario} patch={patch} onClose={() => setDetails(false)} /> : null}
    </>
  );
});
