import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCommand } from '../../../client/use-command';
import type { OptionsSearch } from '../../../lib/options-search';
import type { Scenario } from '../page/scenario-types';
import { keepScenario } from '../page/use-scenario-draft';
import { askedOf } from './asked';
import styles from './options.module.css';

interface KeepViewProps {
  readonly scenario: Scenario;
  readonly search: OptionsSearch;
  /** Back to what is kept. */
  readonly reset: () => void;
}

/** That start, years, people, books and risk are only looked at, and how they become the plan's own. */
export function KeepView({ scenario, search, reset }: KeepViewProps): ReactNode {
  const { run, pending } = useCommand('scenarios.update');
  const { id, asked } = scenario;
  const keep = async (): Promise<void> => {
    const told = askedOf(search);
    const kept = Object.keys(told).length === 0 ? null : told;
    // The channel only reads it.
    const after = await run({ id, patch: { asked: kept as Scenario['asked'] } });
    if (after === null) return;
    await keepScenario(after);
    reset();
  };
  return (
    <div className={styles.keep}>
      <span className={styles.keepWords}>
        {asked === null
          ? 'Start, years, people, books and risk are seen here only: Overview and reports do not have them.'
          : 'Start, years, people, books or risk differ from what is kept: Overview and reports have the kept ones.'}
      </span>
      <Button size="compact-xs" variant="default" onClick={reset}>
        Reset
      </Button>
      <Button size="compact-xs" variant="default" loading={pending} onClick={() => void keep()}>
        Keep with the {scenario.chosen ? 'plan' : 'scenario'}
      </Button>
    </div>
  );
}
