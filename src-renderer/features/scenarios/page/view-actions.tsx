import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './scenario.module.css';
import type { Scenario } from './scenario-types';
import type { Case } from './use-case';
import { useScenarioActions } from './use-scenario-actions';
import type { ScenarioDraft } from './use-scenario-draft';
import type { ScenarioView } from './use-scenario-view';
import { WHAT_IFS } from './what-if';

interface ViewActionsProps {
  readonly scenario: Scenario;
  readonly draft: ScenarioDraft;
  readonly shown: Case;
  readonly view: ScenarioView;
  /** What is kept instead of what is shown. */
  readonly words: string;
}

/** That this is a view, and what can be done with it: go back to what is kept, keep it as a scenario of its own, or make it this one's. */
export function ViewActions({ scenario, draft, shown, view, words }: ViewActionsProps): ReactNode {
  const { copy } = useScenarioActions();
  const { inputs, compare } = shown;
  const own = { compare: null, years: null, whatIfs: new Set<string>() } as const;
  const said = WHAT_IFS.filter(({ id }) => view.whatIfs.has(id)).map(({ label }) => label);
  const note = said.length === 0 ? {} : { note: `What if: ${said.join(', ')}` };
  const save = async (): Promise<void> => {
    if (await draft.patch({ inputs, compare, ...note })) view.look(own);
  };
  return (
    <div className={styles.viewActions}>
      <span className={styles.viewWords}>{words}</span>
      <Button size="compact-xs" variant="default" onClick={() => view.look(own)}>
        Reset
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        title="Make a scenario of its own of what is shown"
        onClick={() => void copy(scenario.id, { name: `${scenario.name}, what if`, inputs, compare })}
      >
        Keep as a scenario
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => void save()}>
        Save as the {scenario.chosen ? 'plan' : 'scenario'}’s own
      </Button>
    </div>
  );
}
