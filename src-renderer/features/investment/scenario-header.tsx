import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { pairName, pairsOf } from '#domain/investment/comparison-flows';
import { useChannel } from '../../client/use-query';
import { PageHeader } from '../../components/ui/page-header';
import { DetailsDialog } from './details-dialog';
import { pairWords } from './level-words';
import type { Scenario } from './scenario-types';
import styles from './scenario.module.css';
import type { Case } from './use-case';
import { useScenarioActions } from './use-scenario-actions';
import type { ScenarioDraft } from './use-scenario-draft';

interface ScenarioHeaderProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly shown: Case;
  readonly headline: string;
  readonly subline: string;
  /** The what-if questions that are on, in words. */
  readonly asked: readonly string[];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The finding, and what can be done with the scenario. */
export function ScenarioHeader({ scenario, draft, shown, headline, subline, asked }: ScenarioHeaderProps): ReactNode {
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
      <PageHeader
        headline={headline}
        subline={
          <>
            {asked.length > 0 ? <strong className={styles.story}>What if: {asked.join(', ')}. </strong> : null}
            {subline}
            {scenario.preset === 'article' ? (
              <span className={styles.story}> The article’s staffing, taken literally: a story, not a forecast.</span>
            ) : null}
          </>
        }
        actions={
          <>
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
                <Menu.Divider />
                <Menu.Label>Compare</Menu.Label>
                {pairsOf(draft.inputs).map((pair) => (
                  <Menu.Item
                    key={pairName(pair)}
                    aria-current={pairName(pair) === shown.compare}
                    rightSection={pairName(pair) === shown.compare ? '✓' : null}
                    onClick={() => void draft.patch({ compare: pairName(pair) })}
                  >
                    {capital(pairWords(pair))}
                  </Menu.Item>
                ))}
                <Menu.Divider />
                <Menu.Item onClick={() => setDetails(true)}>Name, notes and simulation…</Menu.Item>
                <Menu.Item onClick={() => void actions.copy(scenario.id)}>Copy</Menu.Item>
                <Menu.Item onClick={() => window.print()}>Print…</Menu.Item>
                <Menu.Item onClick={() => void remove()}>Delete</Menu.Item>
              </Menu.Dropdown>
            </Menu>
            <Button
              variant="default"
              disabled={others.length === 0}
              title={others.length === 0 ? 'There is no other scenario to compare with.' : undefined}
              onClick={() =>
                void navigate({
                  to: '/investment/compare',
                  search: { ids: [scenario.id, ...others.slice(0, 3).map(({ id }) => id)].join(',') },
                })
              }
            >
              Compare
            </Button>
            {scenario.chosen ? (
              <span className={styles.isPlan}>● This is the plan</span>
            ) : (
              <Button onClick={() => void actions.choose(scenario.id)}>Use as the plan</Button>
            )}
          </>
        }
      />
      {details ? <DetailsDialog scenario={scenario} draft={draft} onClose={() => setDetails(false)} /> : null}
    </>
  );
}
