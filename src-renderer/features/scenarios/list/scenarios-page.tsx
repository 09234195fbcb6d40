import { Button, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { SCENARIO_PRESETS } from '#domain/scenarios/plan/scenario-presets';
import { useChannel } from '../../../client/use-query';
import { useCommands } from '../../../commands/registry';
import { PageHeader } from '../../../components/ui/page-header';
import { Panel } from '../../../components/ui/panel';
import { EmptyState, ErrorState, Loading } from '../../../components/ui/states';
import styles from '../page/scenario.module.css';
import type { ScenarioHead } from '../page/scenario-types';
import { type ScenarioActions, useScenarioActions } from '../page/use-scenario-actions';
import { listHeadline } from './list-words';
import { ScenarioRow } from './scenario-row';

const MOST_COMPARED = 8;

function NewScenario({ actions }: { readonly actions: ScenarioActions }): ReactNode {
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button>New scenario ▾</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {SCENARIO_PRESETS.map(({ id, title, note }) => (
          <Menu.Item key={id} onClick={() => void actions.create(id)}>
            <strong>{title}</strong>
            <span className={styles.presetNote}>{note}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What an investment case gives, and the way into the first. */
function NoScenario({ actions }: { readonly actions: ScenarioActions }): ReactNode {
  return (
    <EmptyState
      title="What does staying at level 1 cost, and what do levels 2 and 3 return?"
      action={{ label: 'Start with the expected case', run: () => void actions.create('expected') }}
      other={{ label: 'Start with the conservative one', run: () => void actions.create('conservative') }}
    >
      <p>
        A scenario takes the models that you plan and what people, incidents and a platform cost, and says what each
        level costs over one to ten years, when it pays back, how sure that is, and what must be true for it to hold.
      </p>
      <p>
        It begins with published figures and assumptions, each with its grade and source. Replace them one by one, or
        take over what this portfolio’s own history says.
      </p>
    </EmptyState>
  );
}

function List({
  heads,
  actions,
}: {
  readonly heads: readonly ScenarioHead[];
  readonly actions: ScenarioActions;
}): ReactNode {
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const ids = heads.map(({ id }) => id).filter((id) => chosen.has(id));
  const { headline, subline } = listHeadline(heads);
  const problem =
    ids.length < 2 ? 'Tick two scenarios or more.' : ids.length > MOST_COMPARED ? `Tick ${MOST_COMPARED} at most.` : '';
  const select = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <>
      <PageHeader
        headline={headline}
        subline={subline}
        actions={
          <>
            <Button
              variant="default"
              disabled={problem !== ''}
              title={problem || undefined}
              onClick={() => void navigate({ to: '/investment/compare', search: { ids: ids.join(',') } })}
            >
              {ids.length > 1 ? `Compare ${ids.length}` : 'Compare'}
            </Button>
            <NewScenario actions={actions} />
          </>
        }
      />
      <Panel title="Scenarios" hint="One of them is the plan that the overview shows">
        <div className={styles.scroll}>
          <table className="mf-table">
            <caption className="mf-hidden">{heads.length} scenarios</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="mf-hidden">Compare</span>
                </th>
                <th scope="col">Scenario</th>
                <th scope="col">Compares</th>
                <th scope="col" className="mf-number">
                  Net present value
                </th>
                <th scope="col" className="mf-number">
                  Payback
                </th>
                <th scope="col">Changed</th>
                <th scope="col">
                  <span className="mf-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {heads.map((head) => (
                <ScenarioRow
                  key={head.id}
                  head={head}
                  selected={chosen.has(head.id)}
                  onSelect={() => select(head.id)}
                  actions={actions}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  );
}

/** The scenarios of the portfolio and the plan among them. */
export function ScenariosPage(): ReactNode {
  const actions = useScenarioActions();
  const { data, error, refetch } = useChannel('scenarios.list', {});
  useCommands(
    SCENARIO_PRESETS.map(({ id, title }) => ({
      id: `investment.new.${id}`,
      label: `New scenario: ${title}`,
      group: 'Investment' as const,
      run: () => void actions.create(id),
    })),
  );
  if (error !== null && data === undefined) return <ErrorState error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading rows={8} label="Reading the scenarios" />;
  if (data.scenarios.length === 0) return <NoScenario actions={actions} />;
  return <List heads={data.scenarios} actions={actions} />;
}
