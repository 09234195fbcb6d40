import type { ReactNode } from 'react';
import type { Pair } from '#domain/scenarios/plan/comparison-flows';
import { PageHeader } from '../../../components/ui/page-header';
import { CompareSwitch } from './compare-switch';
import styles from './scenario.module.css';
import { ScenarioMenu } from './scenario-menu';
import type { Scenario } from './scenario-types';
import type { ScenarioPatch } from './use-scenario-draft';

interface ScenarioHeaderProps {
  readonly scenario: Scenario;
  readonly patch: (patch: ScenarioPatch) => Promise<boolean>;
  readonly headline: string;
  readonly subline: string;
  readonly pairs: readonly Pair[];
  readonly compare: string;
  readonly setCompare: (compare: string) => void;
}

/** The finding, what can be done with the scenario, and which levels are compared. */
export function ScenarioHeader(props: ScenarioHeaderProps): ReactNode {
  const { scenario, patch, headline, subline, pairs, compare, setCompare } = props;
  return (
    <>
      <PageHeader headline={headline} actions={<ScenarioMenu scenario={scenario} patch={patch} />} />
      <div className={styles.viewLine}>
        <p className={styles.subline}>{subline}</p>
        <CompareSwitch pairs={pairs} compare={compare} onChange={setCompare} />
      </div>
    </>
  );
}
